import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../lib/contract';
import type { ChatNotification } from '../../lib/core/messages/chat';
import type { AlertRulesInput } from '../../lib/core/rules/rules';
import type { LocalAccountOptions } from '../../local/account/account-options';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { type Invocation, type InvocationMoment, type LambdaHost, startLambda } from '../../local/deployed/lambda-host';

/** The bundled poller against a local account: what the stack deploys, without the stack. */
export interface DeployedWatchdog {
  readonly account: LocalAccount;
  /** Moves the clock and runs the handler as the schedule would. */
  tick(time: string): Promise<Invocation>;
  /** Ticks every minute of `[from, until)`. */
  ticks(from: string, until: string): Promise<void>;
  /** Runs the handler with any event, by the clock of the account. */
  invoke(event: unknown, moment?: InvocationMoment): Promise<Invocation>;
  /** Subjects of the mails so far. */
  subjects(): string[];
  /** Notifications for the chat so far; none unless the function has {@link CHANNELS}. */
  chat(): ChatNotification[];
  /** Ends the function process; the next run starts a new one. */
  crash(): void;
  close(): Promise<void>;
}

const ROOT = join(__dirname, '..', '..');
const MINUTE_MS = 60_000;

export const SONNET_ID = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

/** Quotas of most tests: Sonnet cross-Region and the account's pool. */
export const ROWS = [
  {
    quotaCode: 'L-F4DDD3EB',
    quotaName: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 1_000_000,
    defaultValue: 1_000_000,
    adjustable: true,
  },
  {
    quotaCode: 'L-4A6BFAB1',
    quotaName: 'Cross-region model inference requests per minute for Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 500,
    defaultValue: 500,
    adjustable: true,
  },
];

/** Environment of a function with all channels: chat and EventBridge beside the mail. */
export const CHANNELS: Readonly<Record<string, string>> = {
  [ENVIRONMENT.chatTopicArn]: 'arn:aws:sns:us-east-1:111122223333:chat',
  [ENVIRONMENT.eventBusArn]: 'arn:aws:events:us-east-1:111122223333:event-bus/default',
};

const RULES_PARAMETER = '/bedrock-quota-watchdog/test/rules';

/** Environment of a function that looks for rules of the user. */
export const RULES: Readonly<Record<string, string>> = { [ENVIRONMENT.rulesParameter]: RULES_PARAMETER };

/** Puts rules where a function with {@link RULES} finds them; a text goes as it is. */
export function setRules({ account }: Pick<DeployedWatchdog, 'account'>, rules: AlertRulesInput | string): void {
  account.parameters.set(RULES_PARAMETER, { value: typeof rules === 'string' ? rules : JSON.stringify(rules) });
}

/** Starts account and function. Points show at once, so that a test says itself what is late. */
export async function deploy(
  options: Partial<LocalAccountOptions> = {},
  environment: Record<string, string> = {},
): Promise<DeployedWatchdog> {
  const account = await startLocalAccount({
    now: new Date('2026-10-14T12:00:00Z'),
    quotas: ROWS,
    visibility: () => 0,
    ...options,
  });
  await account.createTable('watchdog');
  const topicArn = await account.createTopic('alerts');
  await account.createTopic('chat');
  const log = createWriteStream('/dev/null');
  const code = {
    codeDirectory: join(ROOT, 'dist', 'lambda', 'poller'),
    handler: 'index.handler',
    environment: { [ENVIRONMENT.tableName]: 'watchdog', [ENVIRONMENT.topicArn]: topicArn, ...environment },
  };
  let lambda: LambdaHost | null = null;
  const invoke = (event: unknown, moment: InvocationMoment = {}) => {
    lambda ??= startLambda(code, account.environment, log);
    return lambda.invoke(event, { machineTime: account.clock.now().getTime(), ...moment });
  };
  const tick = (time: string) => {
    account.clock.set(new Date(time));
    return invoke({ time });
  };
  return {
    account,
    tick,
    invoke,
    async ticks(from, until) {
      for (let time = Date.parse(from); time < Date.parse(until); time += MINUTE_MS)
        await tick(new Date(time).toISOString());
    },
    subjects: () => account.messages.filter((message) => message.topicArn === topicArn).map(({ subject }) => subject),
    chat: () =>
      account.messages
        .filter((message) => message.topicArn === CHANNELS[ENVIRONMENT.chatTopicArn])
        .map(({ message }) => JSON.parse(message.default ?? '') as ChatNotification),
    crash() {
      lambda?.kill();
      lambda = null;
    },
    async close() {
      lambda?.kill();
      log.end();
      await account.close();
    },
  };
}

/** Puts the native estimate and the invocations of a minute into CloudWatch. */
export function spend(
  account: LocalAccount,
  time: string,
  tokens: number,
  changes: { modelId?: string; throttles?: number; visibleAt?: string } = {},
): void {
  const { modelId = SONNET_ID, throttles = 0, visibleAt } = changes;
  const values: Record<string, number> = {
    Invocations: 10,
    EstimatedTPMQuotaUsage: tokens,
    ...(throttles > 0 ? { InvocationThrottles: throttles } : {}),
  };
  for (const [name, sum] of Object.entries(values)) {
    account.record(
      { namespace: 'AWS/Bedrock', name, dimensions: { ModelId: modelId } },
      { minute: Date.parse(time) / MINUTE_MS, sum, ...(visibleAt ? { visibleAt: Date.parse(visibleAt) } : {}) },
    );
  }
}
