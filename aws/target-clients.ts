import { BedrockClient } from '@aws-sdk/client-bedrock';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { SessionCredentials } from './assumed-role';
import { type CallCounter, countCalls } from './call-counter';
import { clientConfigOf } from './client-config';

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
}

/** Builds the clients that read one target, each counting its calls. */
export function createTargetClients({ region, credentials }: TargetConnection, counter: CallCounter): TargetClients {
  const config = { ...clientConfigOf(region), ...(credentials === null ? {} : { credentials }) };
  const clients: TargetClients = {
    serviceQuotas: new ServiceQuotasClient(config),
    cloudWatch: new CloudWatchClient(config),
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
