import { BedrockClient } from '@aws-sdk/client-bedrock';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { SessionCredentials } from './assumed-role';
import { type CallCounter, countCalls } from './call-counter';
import { clientConfigOf } from './client-config';
import { LinkedCloudWatchClient } from './linked-account';

/** What one account and Region is read by. */
export interface TargetClients {
  readonly serviceQuotas: ServiceQuotasClient;
  readonly cloudWatch: CloudWatchClient;
  readonly bedrock: BedrockClient;
}

/** Where clients read, and as whom. */
export interface TargetConnection {
  readonly region: string | undefined;
  /** `null`: by the standard chain, as in the watchdog's own account. */
  readonly credentials: (() => Promise<SessionCredentials>) | null;
  /** Account whose metrics are read by the standard chain, from its monitoring account. @default - that of the credentials */
  readonly linkedAccountId?: string | undefined;
}

/** Builds the clients that read one target, each counting its calls. */
export function createTargetClients(
  { region, credentials, linkedAccountId }: TargetConnection,
  counter: CallCounter,
): TargetClients {
  const own = clientConfigOf(region);
  const config = { ...own, ...(credentials === null ? {} : { credentials }) };
  const direct = new CloudWatchClient(config);
  const clients: TargetClients = {
    serviceQuotas: new ServiceQuotasClient(config),
    cloudWatch:
      linkedAccountId === undefined ? direct : new LinkedCloudWatchClient(own, { accountId: linkedAccountId, direct }),
    bedrock: new BedrockClient(config),
  };
  countCalls(clients.serviceQuotas, 'servicequotas', counter);
  countCalls(clients.cloudWatch, 'cloudwatch', counter);
  countCalls(clients.bedrock, 'bedrock', counter);
  return clients;
}

/** Closes the connections of clients that nobody uses any more. */
export function closeTargetClients({ serviceQuotas, cloudWatch, bedrock }: TargetClients): void {
  for (const client of [serviceQuotas, cloudWatch, bedrock]) client.destroy();
}
