import type { QuotaLimits } from '../../lib/client';
import { createRandom } from '../../local/scenario/random';
import type { CallLimits } from '../../local/traffic/admission';
import type { Job } from './world';

const MINUTE = 60_000;

/** Noon UTC, at the beginning of a minute. */
export const START = Date.UTC(2026, 9, 14, 12);
export const MINUTES = 8;

/** A model whose output counts once, so that tokens are what they seem. */
export const MODEL = 'us.amazon.nova-lite-v1:0';
export const MAX_TOKENS = 400;
const MEAN = { input: 300, output: 150 };
export const TOKENS_PER_MINUTE = 60_000;

const LIMITS: CallLimits = { tokensPerMinute: TOKENS_PER_MINUTE, requestsPerMinute: 1_000, daily: [] };

/** A play of traffic against quotas. */
export interface Scenario {
  readonly name: string;
  /** Demand at a minute, as a multiple of the tokens of the quota. */
  readonly load: (minute: number) => number;
  readonly limits: CallLimits;
  /** What clients are told of them. */
  readonly told: QuotaLimits;
  readonly processes?: number;
  /** Milliseconds of an answer of the store that the processes share. @default - each has its part of the quota */
  readonly storeDelay?: number;
  /** Whether the first Region is out of capacity at a minute; a second one is there then. */
  readonly isDown?: (minute: number) => boolean;
  /** Quota tokens that are allowed at most in all of it. @default - tokens a minute, each minute */
  readonly allowed?: number;
  /** The minute at which what was wrong is over; how long it is felt is measured from there. @default - it never is */
  readonly calmFrom?: number;
  /** Whether more is asked for than allowed, so that the aims of overload hold. */
  readonly isOverload: boolean;
}

const TOLD: QuotaLimits = { tokensPerMinute: TOKENS_PER_MINUTE, requestsPerMinute: 1_000 };
const DAY = 4 * TOKENS_PER_MINUTE;

/** Milliseconds of an answer of DynamoDB, which says that they are single-digit. */
const STORE_MS = 5;

/** The plays. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'steady at 30 %', load: () => 0.3, limits: LIMITS, told: TOLD, isOverload: false },
  { name: 'bursts', load: (minute) => (minute % 2 === 0 ? 1.6 : 0.1), limits: LIMITS, told: TOLD, isOverload: false },
  {
    name: 'a surge',
    load: (minute) => (minute === 2 ? 2 : 0.5),
    limits: LIMITS,
    told: TOLD,
    calmFrom: 3,
    isOverload: false,
  },
  { name: 'three times over', load: () => 3, limits: LIMITS, told: TOLD, isOverload: true },
  {
    name: 'a Region down',
    load: () => 0.5,
    limits: LIMITS,
    told: TOLD,
    isDown: (minute) => minute >= 2 && minute < 5,
    calmFrom: 5,
    isOverload: false,
  },
  {
    name: 'day ends',
    load: () => 0.9,
    limits: { ...LIMITS, daily: [{ name: 'day', limit: DAY }] },
    told: { ...TOLD, tokensPerDay: DAY },
    allowed: DAY,
    isOverload: false,
  },
  { name: 'four processes', load: () => 3, limits: LIMITS, told: TOLD, processes: 4, isOverload: true },
  {
    name: 'four processes, shared store',
    load: () => 3,
    limits: LIMITS,
    told: TOLD,
    processes: 4,
    storeDelay: STORE_MS,
    isOverload: true,
  },
  {
    name: 'wrong limits',
    load: () => 3,
    limits: LIMITS,
    told: { tokensPerMinute: 2 * TOKENS_PER_MINUTE, requestsPerMinute: 2_000 },
    isOverload: true,
  },
];

/** When a play begins, and how long it is. */
export interface Span {
  /** Milliseconds since 1970, at the beginning of a minute. */
  readonly start: number;
  readonly minutes: number;
}

/** The calls that are wanted, at random times by the load, the same in each run. */
export function planJobs({ load }: Scenario, { start, minutes }: Span, seed = 7): Job[] {
  const random = createRandom(seed);
  const vary = (mean: number) => Math.round(mean * (0.5 + random()));
  const jobs: Job[] = [];
  for (let minute = 0; minute < minutes; minute++) {
    const count = Math.round((load(minute) * TOKENS_PER_MINUTE) / (MEAN.input + MEAN.output));
    const times = Array.from({ length: count }, () => start + (minute + random()) * MINUTE).sort((a, b) => a - b);
    for (const at of times) {
      jobs.push({
        id: jobs.length,
        at,
        input: vary(MEAN.input),
        output: vary(MEAN.output),
        duration: 1_000 + random() * 4_000,
      });
    }
  }
  return jobs;
}
