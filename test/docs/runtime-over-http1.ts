/** The SDK's client as the local account can hear it: by itself it speaks HTTP/2, the other clients HTTP/1.1. */
import { BedrockRuntimeClient as Client, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';

export { ConverseCommand };

export class BedrockRuntimeClient extends Client {
  constructor(config: ConstructorParameters<typeof Client>[0]) {
    super({ ...config, requestHandler: new ServiceQuotasClient({}).config.requestHandler });
  }
}
