import { CloudWatchClient, type CloudWatchClientConfig } from '@aws-sdk/client-cloudwatch';

/** Whose metrics are read, and how else. */
export interface LinkedAccount {
  /** 12 digits. */
  readonly accountId: string;
  /** Reads the account by its own credentials: only to tell an account without metrics from one that shares none. */
  readonly direct: CloudWatchClient;
}

/**
 * Reads the metrics of a source account from the monitoring account of CloudWatch cross-account observability: its
 * credentials, the other account's metrics. GetMetricStatistics knows no other account, so it is not for such a client.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Unified-Cross-Account.html (read 2026-11)
 */
export class LinkedCloudWatchClient extends CloudWatchClient {
  constructor(
    config: CloudWatchClientConfig,
    readonly linked: LinkedAccount,
  ) {
    super(config);
  }

  override destroy(): void {
    this.linked.direct.destroy();
    super.destroy();
  }
}

/** The source account that a client reads; `null`: it reads that of its credentials. */
export function linkedAccountOf(client: CloudWatchClient): LinkedAccount | null {
  return client instanceof LinkedCloudWatchClient ? client.linked : null;
}
