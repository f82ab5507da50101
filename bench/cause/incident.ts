import { createRandom } from '../../local/scenario/random';
import { type Limits, TARGETS, type Target } from './target';

/** What goes wrong. `value` is tokens per minute under a quota that is raised later. */
export const INCIDENT_KINDS = [
  'zeroQuota',
  'tokensPerMinute',
  'requestsPerMinute',
  'tokensPerDay',
  'maxTokens',
  'unsetMaxTokens',
  'cachedInput',
  'burst',
  'capacity',
  'value',
] as const;
/** One of {@link INCIDENT_KINDS}. */
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What the calls of an application are like; sizes vary by half of it either way. */
export interface Calls {
  readonly perMinute: number;
  /** Tokens. */
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  /** `null`: unset. */
  readonly maxTokens: number | null;
  readonly seconds: number;
  /** Seconds of a minute in which they come. */
  readonly within: number;
  /** They come in every so manyth minute. */
  readonly every: number;
}

/** One incident, and the traffic before it. */
export interface Incident {
  readonly seed: number;
  readonly kind: IncidentKind;
  readonly target: Target;
  readonly limits: Limits;
  readonly usual: Calls;
  /** The calls while it lasts. */
  readonly calls: Calls;
  /** Minutes it lasts. */
  readonly minutes: number;
  readonly retries: number;
  /** Share of calls that AWS has no capacity for. */
  readonly shortShare: number;
  /** Seconds over which calls are limited too; `null`: only over the minute. */
  readonly burstSeconds: number | null;
  /** Tokens per minute afterwards; `null`: as before. */
  readonly raisedTo: number | null;
}

/** A draw of an incident: numbers of a range, even over its magnitude. */
interface Dice {
  readonly between: (low: number, high: number) => number;
  readonly of: <T>(choices: readonly [T, ...T[]]) => T;
}

function createDice(seed: number): Dice {
  const random = createRandom(seed);
  return {
    between: (low, high) => low * (high / low) ** random(),
    of: (choices) => choices[Math.floor(random() * choices.length)] ?? choices[0],
  };
}

/** What one call settles at, in quota tokens. */
function settledOf({ input, output }: Calls, { rate }: Target): number {
  return input + output * rate;
}

/** Ordinary calls: `max_tokens` of one to three times the answer. */
function ordinaryCalls({ between }: Dice): Calls {
  const output = Math.round(between(50, 600));
  return {
    perMinute: Math.round(between(5, 120)),
    input: Math.round(between(200, 4_000)),
    output,
    cacheRead: 0,
    maxTokens: Math.round(output * between(1.6, 3)),
    seconds: between(2, 8),
    within: 60,
    every: 1,
  };
}

/** Limits that ordinary calls are far from. */
function wideLimits(calls: Calls, target: Target, { between, of }: Dice): Limits {
  const settled = settledOf(calls, target) * calls.perMinute;
  return {
    tokensPerMinute: Math.round(Math.max(settled * between(4, 12), 200_000)),
    requestsPerMinute: of([null, Math.round(calls.perMinute * between(4, 12))]),
    tokensPerDay: Math.round(settled * 1440 * 10),
  };
}

/** How each kind of incident differs from ordinary days. */
function shape(
  kind: IncidentKind,
  dice: Dice,
  target: Target,
): Omit<Incident, 'seed' | 'kind' | 'target' | 'minutes' | 'retries'> {
  const { between, of } = dice;
  const usual = ordinaryCalls(dice);
  const limits = wideLimits(usual, target, dice);
  const settled = settledOf(usual, target);
  const plain = { limits, usual, calls: usual, shortShare: 0, burstSeconds: null, raisedTo: null };
  switch (kind) {
    case 'zeroQuota':
      return {
        ...plain,
        usual: { ...usual, perMinute: 0 },
        limits: of([
          { ...limits, tokensPerMinute: 0 },
          { ...limits, requestsPerMinute: 0 },
        ]),
        calls: { ...usual, perMinute: Math.round(between(1, 20)) },
      };
    case 'tokensPerMinute':
      return {
        ...plain,
        limits: {
          ...limits,
          tokensPerMinute: Math.round(settled * usual.perMinute * between(1.5, 4)),
          requestsPerMinute: null,
        },
        calls: { ...usual, perMinute: Math.round(usual.perMinute * between(5, 9)) },
      };
    case 'requestsPerMinute': {
      const requestsPerMinute = Math.round(Math.max(4, usual.perMinute * between(1.5, 3)));
      return {
        ...plain,
        limits: { ...limits, requestsPerMinute, tokensPerMinute: Math.round(settled * usual.perMinute * 20 + 100_000) },
        calls: { ...usual, perMinute: Math.round(requestsPerMinute * between(1.3, 2.5)) },
      };
    }
    case 'tokensPerDay':
      return {
        ...plain,
        // Ends within the incident: what came before it, and a few minutes more.
        limits: { ...limits, tokensPerDay: Math.round(settled * usual.perMinute * (CALM_MINUTES + between(2, 6))) },
      };
    case 'maxTokens': {
      const maxTokens = Math.round(Math.min(target.maxOutput, usual.output * between(8, 60)));
      const perMinute = Math.round(usual.perMinute * between(2, 4));
      return { ...plain, ...reserving({ ...usual, perMinute, maxTokens, seconds: between(8, 30) }, dice, target) };
    }
    case 'unsetMaxTokens': {
      const perMinute = Math.round(between(2, 30));
      return {
        ...plain,
        usual: { ...usual, perMinute: 1, maxTokens: null, seconds: between(8, 30) },
        ...reserving({ ...usual, perMinute, maxTokens: null, seconds: between(8, 30) }, dice, target),
      };
    }
    case 'cachedInput': {
      const cacheRead = Math.round(between(20_000, 150_000));
      const cached = { ...usual, cacheRead, seconds: between(8, 30) };
      return {
        ...plain,
        usual: { ...cached, perMinute: 1 },
        ...reserving({ ...cached, perMinute: Math.round(between(10, 60)) }, dice, target),
      };
    }
    case 'burst': {
      const perMinute = Math.round(usual.perMinute * between(4, 8));
      return {
        ...plain,
        limits: {
          ...limits,
          tokensPerMinute: Math.round(settled * perMinute * between(1, 1.6)),
          requestsPerMinute: null,
        },
        calls: { ...usual, perMinute, within: between(3, 8), every: of([3, 5]), seconds: between(1, 3) },
        burstSeconds: of([15, 20, 30]),
      };
    }
    case 'capacity':
      return { ...plain, shortShare: between(0.1, 0.6) };
    case 'value': {
      const perMinute = Math.round(usual.perMinute * between(5, 9));
      const tokensPerMinute = Math.round(settled * usual.perMinute * between(1.5, 4));
      return {
        ...plain,
        limits: { ...limits, tokensPerMinute, requestsPerMinute: null },
        calls: { ...usual, perMinute },
        raisedTo: Math.round(tokensPerMinute * between(3, 8)),
      };
    }
  }
}

/** Calls that run at once reserve more than the quota, which what they settle at is far from. */
function reserving(calls: Calls, { between }: Dice, target: Target): Pick<Incident, 'calls' | 'limits'> {
  const atOnce = Math.max(1, (calls.perMinute * calls.seconds) / 60);
  const reserved = calls.input + calls.cacheRead + (calls.maxTokens ?? target.maxOutput);
  const settled = settledOf(calls, target) * calls.perMinute;
  const tokensPerMinute = Math.round(Math.max(reserved * atOnce * between(0.4, 0.9), reserved * 1.1, settled * 1.5));
  return { calls, limits: { tokensPerMinute, requestsPerMinute: null, tokensPerDay: settled * 1440 * 10 } };
}

/** Minutes of usual traffic before an incident. */
export const CALM_MINUTES = 120;

/** The incident of a seed. */
export function toIncident(seed: number): Incident {
  const dice = createDice(seed);
  const kind = INCIDENT_KINDS[seed % INCIDENT_KINDS.length] ?? 'capacity';
  const target = dice.of([TARGETS[0] as Target, ...TARGETS.slice(1)]);
  return {
    seed,
    kind,
    target,
    ...shape(kind, dice, target),
    minutes: Math.round(dice.between(3, 15)),
    retries: dice.of([0, 1, 3]),
  };
}
