import { createRandom } from '../../local/scenario/random';

/** One model of the soak, with the quotas its calls spend. */
export interface SoakModel {
  readonly modelId: string;
  readonly baseModelId: string;
  readonly scope: 'onDemand' | 'crossRegion';
  readonly tokens: { readonly quotaCode: string; readonly quotaName: string; readonly limit: number };
  /** `null` for a model without such a quota. */
  readonly requests: { readonly quotaCode: string; readonly quotaName: string; readonly limit: number } | null;
}

/** What a model did, by minute since the start. */
export interface SoakTraffic {
  readonly model: SoakModel;
  readonly tokens: Float64Array;
  readonly invocations: Float64Array;
  readonly throttles: Float64Array;
  /** Minutes after its own start at which a minute shows, 2 to 16: its end, and 1 to 15 minutes. */
  readonly visibleAfter: Float64Array;
}

/** The traffic of a soak; all minutes count from its start, which is a UTC midnight. */
export interface SoakPlan {
  readonly days: number;
  readonly minutes: number;
  readonly traffic: readonly SoakTraffic[];
}

export const SOAK_START = Date.parse('2026-10-01T00:00:00Z');
export const POOL_CODE = 'L-E3F10727';
export const POOL_NAME = 'Cross-Model Max Tokens Per Day';

const PER_MINUTE = 'per minute for';

const MODELS: readonly SoakModel[] = [
  {
    modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    baseModelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    scope: 'crossRegion',
    tokens: {
      quotaCode: 'L-F4DDD3EB',
      quotaName: `Cross-region model inference tokens ${PER_MINUTE} Anthropic Claude Sonnet 4.5 V1`,
      limit: 1_000_000,
    },
    requests: {
      quotaCode: 'L-4A6BFAB1',
      quotaName: `Cross-region model inference requests ${PER_MINUTE} Anthropic Claude Sonnet 4.5 V1`,
      limit: 500,
    },
  },
  {
    modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    baseModelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    scope: 'crossRegion',
    tokens: {
      quotaCode: 'L-58BE175A',
      quotaName: `Cross-region model inference tokens ${PER_MINUTE} Anthropic Claude Haiku 4.5`,
      limit: 2_000_000,
    },
    requests: {
      quotaCode: 'L-CCA5DF70',
      quotaName: `Cross-region model inference requests ${PER_MINUTE} Anthropic Claude Haiku 4.5`,
      limit: 1_000,
    },
  },
  {
    modelId: 'openai.gpt-oss-120b-1:0',
    baseModelId: 'openai.gpt-oss-120b-1:0',
    scope: 'onDemand',
    tokens: {
      quotaCode: 'L-9DC5F595',
      quotaName: `On-demand model inference tokens ${PER_MINUTE} OpenAI GPT OSS 120B`,
      limit: 500_000,
    },
    requests: {
      quotaCode: 'L-25B50707',
      quotaName: `On-demand model inference requests ${PER_MINUTE} OpenAI GPT OSS 120B`,
      limit: 300,
    },
  },
  {
    modelId: 'us.anthropic.claude-opus-4-8',
    baseModelId: 'anthropic.claude-opus-4-8',
    scope: 'crossRegion',
    tokens: {
      quotaCode: 'L-DB99DCDB',
      quotaName: `Cross-region model inference tokens ${PER_MINUTE} Anthropic Claude Opus 4.8`,
      limit: 300_000,
    },
    requests: null,
  },
];

type Random = () => number;

const between = (random: Random, low: number, high: number) => low + random() * (high - low);
const whole = (random: Random, low: number, high: number) => Math.floor(between(random, low, high + 1));

/** Nothing bad happens before this minute, and none within the last two hours: an episode must end within the run. */
const FIRST_EPISODE = 90;
const QUIET_END = 120;

/** Bad minutes lie less than 10 minutes apart within an episode, and more than 80 between two: no rule is in doubt. */
const LONGEST_DIP = 8;
const SHORTEST_CALM = 82;

function draw(random: Random, model: SoakModel, minutes: number): SoakTraffic {
  const traffic: SoakTraffic = {
    model,
    tokens: new Float64Array(minutes),
    invocations: new Float64Array(minutes),
    throttles: new Float64Array(minutes),
    visibleAfter: new Float64Array(minutes),
  };
  drawCalm(random, traffic, minutes);
  let minute = FIRST_EPISODE + whole(random, 0, 120);
  while (minute < minutes - QUIET_END) {
    minute = drawEpisode(random, traffic, minute, minutes - QUIET_END);
    minute += random() < 0.25 ? whole(random, SHORTEST_CALM, 120) : whole(random, 150, 1100);
  }
  return traffic;
}

/** Calm hours of changing level, up to 65 % of the quota, and idle stretches of hours. */
function drawCalm(random: Random, traffic: SoakTraffic, minutes: number): void {
  const { model, tokens, invocations, visibleAfter } = traffic;
  let minute = 0;
  while (minute < minutes) {
    const length = whole(random, 20, 240);
    const kind = random();
    const idle = kind < 0.15;
    const end = Math.min(minutes, minute + (idle ? whole(random, 120, 540) : length));
    const level = kind < 0.18 ? between(random, 0.5, 0.65) : between(random, 0.005, 0.3);
    const density = random() < 0.3 ? 0.2 : 1;
    for (; minute < end; minute++) {
      const late = random();
      // Most show one to two minutes after their end; some up to 14.
      visibleAfter[minute] = 1 + (late < 0.92 ? between(random, 1, 2) : between(random, 2, 14));
      const noise = between(random, 0.85, 1.05);
      if (idle || random() > density) continue;
      tokens[minute] = Math.round(model.tokens.limit * level * noise);
      invocations[minute] = Math.max(1, Math.round((model.requests?.limit ?? 200) * level * 0.5 * noise));
    }
  }
}

/** One episode from a minute on; gives the minute after it. */
function drawEpisode(random: Random, traffic: SoakTraffic, start: number, limit: number): number {
  const { model, tokens, invocations, throttles } = traffic;
  const kind = random();
  const onRequests = kind < 0.15 && model.requests !== null;
  const throttlesOnly = kind > 0.92;
  const plateaus = random() < 0.7 ? 1 : whole(random, 2, 3);
  const withThrottles = throttlesOnly || random() < 0.35;
  const share = random() < 0.5 ? between(random, 0.08, 0.4) : between(random, 0.005, 0.03);
  // Of some episodes each minute shows so late that the watchdog must look back for it.
  const isLate = random() < 0.2;
  let minute = start;
  for (let index = 0; index < plateaus && minute < limit; index++) {
    if (index > 0) minute += whole(random, 1, LONGEST_DIP);
    const length = random() < 0.25 ? whole(random, 1, 3) : whole(random, 1, 40);
    const shape = random();
    const criticalFrom = shape < 0.45 ? length : shape < 0.7 ? 0 : whole(random, 0, length);
    const from = minute;
    for (; minute < from + length && minute < limit; minute++) {
      if (isLate) traffic.visibleAfter[minute] = 1 + between(random, 8, 14);
      const critical = minute - from >= criticalFrom;
      const level = critical ? between(random, 0.955, 1.2) : between(random, 0.805, 0.945);
      if (onRequests && model.requests) {
        invocations[minute] = Math.ceil(model.requests.limit * level);
        tokens[minute] = Math.round(model.tokens.limit * 0.3);
      } else {
        tokens[minute] = Math.round(model.tokens.limit * (throttlesOnly ? 0.3 : level));
        invocations[minute] = Math.round((model.requests?.limit ?? 200) * 0.45);
      }
      if (withThrottles)
        throttles[minute] = Math.max(1, Math.round(((invocations[minute] ?? 0) * share) / (1 - share)));
    }
  }
  return minute;
}

/** Draws the traffic of two to four models. */
export function drawPlan(days: number, seed: number): SoakPlan {
  const random = createRandom(seed);
  const minutes = days * 1440;
  const models = [...MODELS];
  for (let count = whole(random, 2, 4); models.length > count; ) models.splice(whole(random, 0, models.length - 1), 1);
  return { days, minutes, traffic: models.map((model) => draw(random, model, minutes)) };
}
