import type { Clock } from '../contract/clock';
import type { OnQuotaEvent } from '../contract/events';
import { checkLimitsFrom, type LimitsFrom } from '../limits/limits-from';
import type { QuotaLimits } from '../pool/call-at-gate';
import type { Priority } from '../pool/fair-queue';
import type { QuotaStore } from '../shared/store';

/** How calls keep to their quotas; everything has a default. */
export interface QuotaOptions {
  /**
   * Limits by model id or inference profile id, in quota tokens. Geographic profiles of one model share theirs: one of them
   * is enough. @default - they are learned from throttles
   */
  readonly limits?: Readonly<Record<string, QuotaLimits>>;
  /** Where a watchdog publishes the limits in force; `limits` win over them. @default - none are read */
  readonly limitsFrom?: LimitsFrom;
  /** Ids of application profiles → the id that they copy, whose quotas they spend. @default - each has quotas of its own */
  readonly aliases?: Readonly<Record<string, string>>;
  /**
   * This process's share of the limits, from above 0 to 1; beside `sharedStore`, only while the store is away.
   * @default 1
   */
  readonly share?: number;
  /** How many processes share the limits evenly: another way to say `share`, and not beside it. @default 1 */
  readonly processes?: number;
  /**
   * Where processes that share the limits tell one another what they take, such as a {@link dynamoStore}: one alone gets all
   * while the others are idle, and together they keep below. All must be given the same limits; what throttles teach is not
   * shared.
   *
   * Quota is leased ahead, so that no call waits for the store while less than half of the minute is taken, but the first one
   * after a minute without calls. While the store is away, or answers later than 250 ms, calls keep to `share` or
   * `processes`: without either of them each process takes all limits for its own, and only throttles hold them together.
   * @default - processes know nothing of one another
   */
  readonly sharedStore?: QuotaStore;
  /** Attempts of a call, the first included. @default 10 */
  readonly maxAttempts?: number;
  /** Milliseconds a call may wait for its quota, over all its attempts. @default 600,000 */
  readonly maxWaitMs?: number;
  /** Calls of a pool that may wait at once; more fail. @default 1,000 */
  readonly maxQueue?: number;
  /** @default - events go nowhere */
  readonly onEvent?: OnQuotaEvent;
  /** Time and chance. @default - the machine's */
  readonly clock?: Clock;
}

/** What is particular to one call. */
export interface CallOptions {
  /** @default 'normal' */
  readonly priority?: Priority;
  /** Input tokens, cached ones included, where they are known. @default - estimated by the texts and by earlier answers */
  readonly inputTokens?: number;
  /** @default - that of the client */
  readonly maxWaitMs?: number;
  /** No more than that of the client. @default - that of the client */
  readonly maxAttempts?: number;
}

const CALL_OPTIONS = new WeakMap<object, CallOptions>();

/** Says what is particular to a call: `bedrock.send(forCall(command, { priority: 'high' }))`. @returns the command. */
export function forCall<C extends object>(command: C, options: CallOptions): C {
  CALL_OPTIONS.set(command, options);
  return command;
}

/** What was said of a command; empty where nothing was. */
export function callOptionsOf(command: object | undefined): CallOptions {
  return (command && CALL_OPTIONS.get(command)) ?? {};
}

const isShare = (share: number) => share > 0 && share <= 1;
const isCount = (count: number) => Number.isInteger(count) && count >= 1;

/** @throws RangeError for an option that cannot be: which, what it got, and what it takes. */
export function checkOptions({
  share,
  processes,
  maxAttempts = 10,
  maxWaitMs = 0,
  maxQueue = 1,
  limits = {},
  limitsFrom,
}: QuotaOptions): void {
  const refuse = (name: string, got: unknown, takes: string): never => {
    throw new RangeError(`withQuotas: ${name} is ${String(got)}; it takes ${takes}`);
  };
  if (share !== undefined && processes !== undefined) refuse('share', share, 'nothing where processes is given');
  if (!isShare(share ?? 1)) refuse('share', share, 'a number above 0 and up to 1');
  if (!isCount(processes ?? 1)) refuse('processes', processes, 'a whole number from 1 on');
  if (!isCount(maxAttempts)) refuse('maxAttempts', maxAttempts, 'a whole number from 1 on');
  if (!(maxWaitMs >= 0)) refuse('maxWaitMs', maxWaitMs, 'milliseconds from 0 on');
  if (!isCount(maxQueue)) refuse('maxQueue', maxQueue, 'a whole number from 1 on');
  if (limitsFrom) checkLimitsFrom(limitsFrom);
  for (const [modelId, own] of Object.entries(limits)) {
    for (const [name, value] of Object.entries(own)) {
      if (value !== undefined && !(value >= 0)) refuse(`limits["${modelId}"].${name}`, value, 'a number from 0 on');
    }
  }
}
