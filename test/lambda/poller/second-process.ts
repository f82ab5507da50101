import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../../lib/contract';
import { type LambdaHost, startLambda } from '../../../local/deployed/lambda-host';
import type { DeployedWatchdog } from '../deployed';

/** A process that is to be closed. */
export interface SecondProcess extends Pick<LambdaHost, 'invoke'> {
  close(): Promise<void>;
}

/** A second process of the same function on the same account. @param environment over what the function has. */
export async function startSecondProcess(
  { account }: Pick<DeployedWatchdog, 'account'>,
  environment: Readonly<Record<string, string>> = {},
): Promise<SecondProcess> {
  const topicArn = await account.createTopic('alerts');
  const code = {
    codeDirectory: join(__dirname, '../../..', 'dist', 'lambda', 'poller'),
    handler: 'index.handler',
    environment: { [ENVIRONMENT.tableName]: 'watchdog', [ENVIRONMENT.topicArn]: topicArn, ...environment },
  };
  const log = createWriteStream('/dev/null');
  const host = startLambda(code, account.environment, log);
  return {
    invoke: (event) => host.invoke(event, { machineTime: account.clock.now().getTime() }),
    close: async () => {
      host.kill();
      log.end();
    },
  };
}
