import { createWriteStream } from 'node:fs';
import { ENVIRONMENT } from '../../lib/contract';
import type { LocalAccountOptions } from '../../local/account/account-options';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { startLambda } from '../../local/deployed/lambda-host';

/** A bundled poller in a process of its own against a local account of its own. */
export interface BenchWatchdog {
  readonly account: LocalAccount;
  /** Wall time of each run so far, milliseconds. */
  readonly tickMs: readonly number[];
  /** Bytes the function has logged so far. */
  logBytes(): number;
  /** Moves the clock and runs the handler. @throws Error when the run fails: its numbers would be worthless. */
  tick(minute: number): Promise<void>;
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;
const LIMITS_PARAMETER = '/bedrock-quota-watchdog/bench/limits';

/** ISO time of a minute since 1970. */
export function isoOf(minute: number): string {
  return new Date(minute * MINUTE_MS).toISOString().replace('.000Z', 'Z');
}

/** How a function is not as others. */
export interface WatchdogChanges {
  /** Gives another URL for its calls, such as a proxy's. */
  readonly endpoint?: (url: string) => Promise<string>;
  /** Variables beside those that each function has. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts account and function. */
export async function startWatchdog(
  directory: string,
  options: LocalAccountOptions,
  { endpoint = async (url) => url, environment = {} }: WatchdogChanges = {},
): Promise<BenchWatchdog> {
  const account = await startLocalAccount(options);
  await account.createTable('watchdog');
  const topicArn = await account.createTopic('alerts');
  account.parameters.set(LIMITS_PARAMETER, { value: '{}' });
  const log = createWriteStream('/dev/null');
  const code = {
    codeDirectory: directory,
    handler: 'index.handler',
    environment: {
      [ENVIRONMENT.tableName]: 'watchdog',
      [ENVIRONMENT.topicArn]: topicArn,
      [ENVIRONMENT.limitsParameter]: LIMITS_PARAMETER,
      ...environment,
    },
  };
  const lambda = startLambda(code, { ...account.environment, AWS_ENDPOINT_URL: await endpoint(account.url) }, log);
  const tickMs: number[] = [];
  return {
    account,
    tickMs,
    logBytes: () => log.bytesWritten,
    async tick(minute) {
      account.clock.set(new Date(minute * MINUTE_MS));
      const started = performance.now();
      const invocation = await lambda.invoke({ time: isoOf(minute) }, { machineTime: minute * MINUTE_MS });
      tickMs.push(performance.now() - started);
      if (invocation.kind === 'failed') throw new Error(`the run of ${isoOf(minute)} failed: ${invocation.message}`);
    },
    async close() {
      lambda.kill();
      log.end();
      await account.close();
    },
  };
}
