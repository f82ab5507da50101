import { maxOutputOf } from '../../core/traffic/max-output';
import type { CallReading } from './read-call';
import type { CallUsage } from './read-usage';

/** Characters a token has before any answer has told: fewer than English text has, so that the estimate is rather high. */
const FIRST_CHARACTERS_PER_TOKEN = 3.5;

/** Weight of the newest answer. */
const NEWEST = 0.1;

/** What AWS reserves of a model whose card names no largest answer. */
const UNKNOWN_MAX_OUTPUT = 64_000;

/** What a call takes of its quota, as far as can be told before it. */
export interface TokenEstimate {
  /** What AWS reserves: input and `max_tokens`. */
  readonly reservation: number;
  /** What it is expected to come to: input, and output by its burndown rate. */
  readonly settlement: number;
  /** Whether `max_tokens` is unset, so that all that the model can answer is reserved. */
  readonly isMaxTokensUnset: boolean;
}

/** Learns of one model how many tokens its texts have, and its answers. */
export class TokenLearner {
  private tokensPerCharacter = 1 / FIRST_CHARACTERS_PER_TOKEN;
  private output: number | null = null;

  /** @param input tokens, where the caller knows them. */
  estimate(
    { characters, maxTokens, hasOutput }: CallReading,
    { baseModelId, rate }: { readonly baseModelId: string; readonly rate: number },
    input: number | null = null,
  ): TokenEstimate {
    const tokens = input ?? Math.ceil(characters * this.tokensPerCharacter);
    const most = hasOutput ? (maxTokens ?? maxOutputOf(baseModelId) ?? UNKNOWN_MAX_OUTPUT) : 0;
    const output = Math.min(most, this.output ?? 0);
    return {
      reservation: tokens + most,
      settlement: tokens + output * rate,
      isMaxTokensUnset: hasOutput && maxTokens === null,
    };
  }

  /** Takes what an answer said. Cached tokens are of the text as well. */
  learn({ characters }: CallReading, { input, output, cacheRead, cacheWrite }: CallUsage): void {
    const tokens = input + cacheRead + cacheWrite;
    if (characters > 0 && tokens > 0) {
      this.tokensPerCharacter += (tokens / characters - this.tokensPerCharacter) * NEWEST;
    }
    this.output = this.output === null ? output : this.output + (output - this.output) * NEWEST;
  }
}

/** Quota tokens of an answer: cache reads are free. */
export function settledTokens({ input, output, cacheWrite }: CallUsage, rate: number): number {
  return input + cacheWrite + output * rate;
}
