import type { ModelTraffic } from '../../traffic/model-traffic';

/** From this share of a model's quota tokens on, its output is what a smaller answer would save. */
const LARGE_OUTPUT_SHARE = 0.5;

/** From this mean input on, a prompt is long enough to be cached. Source: minimum cacheable prompt of most models, 2026-10. */
const CACHEABLE_INPUT = 1_024;

/** What a model's own numbers say about fewer tokens per call. */
export interface SpendingHabit {
  readonly modelId: string;
  readonly requests: number;
  /** Mean of a request, cached tokens not included. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Share of output, burned down, in the quota tokens: 0 to 1; `null` where its rate is not known. */
  readonly outputShare: number | null;
  /** Share of cache reads in all input: 0 to 1. */
  readonly cacheReadShare: number;
  readonly advice: readonly SpendingAdvice[];
}

/** `output`: most of the quota is output. `cache`: long prompts, none read from a cache. */
export type SpendingAdvice = 'output' | 'cache';

function sumUp({ minutes }: ModelTraffic) {
  const sums = { requests: 0, input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  for (const minute of minutes) {
    sums.requests += minute.invocations;
    sums.input += minute.input;
    sums.output += minute.output;
    sums.cacheRead += minute.cacheRead;
    sums.cacheWrite += minute.cacheWrite;
  }
  return sums;
}

/** The habits of some traffic, of models whose calls and tokens were counted; those with advice first. */
export function findHabits(traffic: readonly ModelTraffic[]): SpendingHabit[] {
  return traffic
    .flatMap((one): SpendingHabit[] => {
      const { requests, input, output, cacheRead, cacheWrite } = sumUp(one);
      if (requests === 0 || input + output === 0) return [];
      const burned = one.rate === null ? null : output * one.rate;
      const outputShare = burned === null ? null : burned / (input + cacheWrite + burned);
      const cacheReadShare = cacheRead / Math.max(1, input + cacheRead + cacheWrite);
      const isLong = (input + cacheRead + cacheWrite) / requests >= CACHEABLE_INPUT;
      return [
        {
          modelId: one.baseModelId,
          requests,
          inputTokens: input / requests,
          outputTokens: output / requests,
          outputShare,
          cacheReadShare,
          advice: [
            ...((one.rate ?? 1) > 1 && (outputShare ?? 0) >= LARGE_OUTPUT_SHARE ? (['output'] as const) : []),
            ...(isLong && cacheRead === 0 ? (['cache'] as const) : []),
          ],
        },
      ];
    })
    .sort((a, b) => b.advice.length - a.advice.length || b.requests - a.requests);
}
