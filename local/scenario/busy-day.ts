import type { LocalAccount } from '../account/local-account';
import { nameCallers } from './busy-day-callers';
import { createRandom } from './random';

export { busyDayQuotas } from './busy-day-quotas';

/**
 * The day of the demo: 2026-10-14 in us-east-1, an account on which most quotas are 0 and some were raised.
 *
 * - Claude Sonnet 4.5 by a `us.` profile and by the application profile "checkout", which share a quota: a calm morning,
 *   a rise from 14:05, past its tokens per minute from about 14:27 to 14:50 with throttles and retries.
 * - All models together walk towards the account's daily pool: past 80 % at about 17:00, past 95 % at about 20:00, and
 *   not past its end before midnight.
 * - Claude Haiku 4.5 and gpt-oss-120b work all day within their quotas; Claude Opus 4.8 has no requests-per-minute quota;
 *   Titan is quiet; a zero quota is tried twice; an unknown ModelId shows up at 11:00.
 */
export const BUSY_DAY = {
  start: new Date('2026-10-14T00:00:00Z'),
  end: new Date('2026-10-15T00:00:00Z'),
} as const;

const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const OPUS = 'anthropic.claude-opus-4-8';
const TITAN = 'amazon.titan-embed-text-v2:0';
const GPT_OSS = 'openai.gpt-oss-120b-1:0';
const CLAUDE_3_HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';

/** The bare id of the application profile, as CloudWatch shows it. */
export const CHECKOUT_PROFILE = 's529qz7ddy06';
export const UNKNOWN_MODEL_ID = 'qx81unknown00';

/** How many calls a minute an application makes, by minute of the day, and what a call is like. */
interface Application {
  readonly modelId: string;
  readonly callsAt: (minuteOfDay: number) => number;
  /** Tokens on average; calls vary by half of it either way. */
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  readonly maxTokens: number;
  readonly retries: number;
}

const at = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const isBetween = (minute: number, from: string, until: string) => minute >= at(from) && minute < at(until);

/** From 0 to 1 between two times. */
function ramp(minute: number, from: string, until: string): number {
  return Math.min(1, Math.max(0, (minute - at(from)) / (at(until) - at(from))));
}

/** Share of the spike at a minute: a rise from 14:05 to 14:31, a plateau, a fall until 15:00. */
function spike(minute: number): number {
  return ramp(minute, '14:05', '14:31') * (1 - ramp(minute, '14:48', '15:00'));
}

/** Share of a full working hour: less after 17:00, nearly none after 21:00. */
function business(minute: number): number {
  return (
    ramp(minute, '07:30', '09:00') * (1 - 0.15 * ramp(minute, '17:00', '17:30')) * (1 - ramp(minute, '20:00', '21:00'))
  );
}

const APPLICATIONS: readonly Application[] = [
  {
    modelId: `us.${SONNET}`,
    callsAt: (minute) => 3 + 28 * business(minute) + 255 * spike(minute),
    input: 900,
    output: 380,
    maxTokens: 1_000,
    retries: 2,
  },
  {
    modelId: CHECKOUT_PROFILE,
    callsAt: (minute) => 1 + 9 * business(minute) + 115 * spike(minute),
    input: 600,
    output: 420,
    cacheRead: 3_000,
    cacheWrite: 60,
    maxTokens: 1_000,
    retries: 1,
  },
  {
    modelId: `us.${HAIKU}`,
    callsAt: (minute) => 16 * business(minute),
    input: 500,
    output: 120,
    maxTokens: 500,
    retries: 2,
  },
  {
    modelId: `us.${OPUS}`,
    callsAt: (minute) => (isBetween(minute, '09:00', '18:00') ? 3 : 0),
    input: 1_500,
    output: 260,
    maxTokens: 2_000,
    retries: 2,
  },
  {
    modelId: GPT_OSS,
    callsAt: (minute) => 5 * business(minute),
    input: 800,
    output: 300,
    maxTokens: 600,
    retries: 2,
  },
  { modelId: TITAN, callsAt: (minute) => (minute % 17 === 0 ? 1 : 0), input: 700, output: 0, maxTokens: 0, retries: 0 },
  {
    modelId: CLAUDE_3_HAIKU,
    callsAt: (minute) => (isBetween(minute, '10:12', '10:15') || minute === at('16:40') ? 2 : 0),
    input: 300,
    output: 100,
    maxTokens: 300,
    retries: 1,
  },
];

interface PendingCall {
  readonly at: number;
  readonly application: Application;
  readonly retriesLeft: number;
}

const MINUTE_MS = 60_000;
const RETRY_AFTER_MS = 4_000;

/** Sets the day up in an account and gives the function that issues the traffic of one minute; minutes go in order. */
export function startBusyDay(account: LocalAccount, seed = 20261014): (minute: Date) => void {
  const random = createRandom(seed);
  const vary = (mean: number) => Math.round(mean * (0.5 + random()));
  account.addApplicationProfile({ id: CHECKOUT_PROFILE, name: 'checkout', source: `us.${SONNET}` });
  nameCallers(account.trail, CHECKOUT_PROFILE);
  let retries: PendingCall[] = [];

  const newCalls = (start: number): PendingCall[] =>
    APPLICATIONS.flatMap((application) => {
      const mean = application.callsAt(Math.floor(start / MINUTE_MS) % 1440);
      const calls = Math.floor(mean) + (random() < mean % 1 ? 1 : 0);
      return Array.from({ length: calls }, () => ({
        at: start + random() * MINUTE_MS,
        application,
        retriesLeft: application.retries,
      }));
    });

  return (minute) => {
    const start = minute.getTime();
    const queue = [...retries, ...newCalls(start)].sort((a, b) => a.at - b.at);
    retries = [];
    for (let index = 0; index < queue.length; index++) {
      const call = queue[index];
      if (!call) continue;
      const { application, retriesLeft } = call;
      const refusal = account.traffic.call({
        modelId: application.modelId,
        at: call.at,
        input: vary(application.input),
        output: vary(application.output),
        ...(application.cacheRead ? { cacheRead: vary(application.cacheRead) } : {}),
        ...(application.cacheWrite ? { cacheWrite: vary(application.cacheWrite) } : {}),
        maxTokens: application.maxTokens,
        seconds: 2 + random() * 8,
      });
      if (refusal === null || retriesLeft === 0) continue;
      const again = { at: call.at + RETRY_AFTER_MS * (1 + random()), application, retriesLeft: retriesLeft - 1 };
      if (again.at >= start + MINUTE_MS) retries.push(again);
      else insertByTime(queue, again, index + 1);
    }
    if (isBetween(Math.floor(start / MINUTE_MS) % 1440, '11:00', '11:30')) recordUnknown(account, start);
  };
}

function insertByTime(queue: PendingCall[], call: PendingCall, from: number): void {
  let index = from;
  while (index < queue.length && (queue[index]?.at ?? 0) <= call.at) index++;
  queue.splice(index, 0, call);
}

/** Traffic of a ModelId that no list explains: only CloudWatch has it. */
function recordUnknown(account: LocalAccount, start: number): void {
  const minute = Math.floor(start / MINUTE_MS);
  const visibleAt = start + 2.5 * MINUTE_MS;
  const values: Readonly<Record<string, number>> = { Invocations: 6, InputTokenCount: 5_400, OutputTokenCount: 1_800 };
  for (const [name, sum] of Object.entries(values)) {
    account.record(
      { namespace: 'AWS/Bedrock', name, dimensions: { ModelId: UNKNOWN_MODEL_ID } },
      { minute, sum, visibleAt },
    );
  }
}
