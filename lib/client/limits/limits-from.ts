import { refuseOption } from '../contract/refuse-option';

/** What sends a command to Parameter Store: an `SSMClient`. */
export interface ParameterClient {
  /** Sends a command of `@aws-sdk/client-ssm`. */
  send(command: never, options: never): Promise<unknown>;
}

/** Where the watchdog publishes the limits in force. */
export interface LimitsFrom {
  /** `/bedrock-quota-watchdog/<stack name>/limits`; the role needs `ssm:GetParameter` on it. */
  readonly parameterName: string;
  /** An `SSMClient`. @default - one with the Region and the credentials of the Bedrock client, made when it is needed */
  readonly client?: ParameterClient;
  /** Milliseconds between two reads, which calls begin and none but the first waits for. @default 60,000 */
  readonly refreshMs?: number;
  /** Milliseconds a call waits for the first read at most. @default 1,000 */
  readonly firstReadMs?: number;
}

export const DEFAULT_REFRESH_MS = 60_000;
export const DEFAULT_FIRST_READ_MS = 1_000;

/** @throws RangeError for an option that cannot be. */
export function checkLimitsFrom({ parameterName, refreshMs = 1, firstReadMs = 0 }: LimitsFrom): void {
  if (typeof parameterName !== 'string' || parameterName === '') {
    refuseOption('limitsFrom.parameterName', JSON.stringify(parameterName), 'the name of an SSM parameter');
  }
  if (!(refreshMs > 0)) refuseOption('limitsFrom.refreshMs', refreshMs, 'milliseconds above 0');
  if (!(firstReadMs >= 0)) refuseOption('limitsFrom.firstReadMs', firstReadMs, 'milliseconds from 0 on');
}
