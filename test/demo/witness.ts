import type { LocalAccount } from '../../local/account/local-account';
import type { Call } from '../../local/traffic/traffic';

const MINUTE_MS = 60_000;

/** What one ModelId did in one minute, written down at the caller's side. */
interface Tally {
  accepted: number;
  throttled: number;
  quotaTokens: number;
}

/**
 * Writes down every call of an account as its callers see it, with arithmetic of its own: no code of the product and
 * nothing of CloudWatch is asked.
 */
export class Witness {
  private readonly tallies = new Map<string, Tally>();

  /** @param rates quota tokens per output token, by ModelId, as AWS documents them. */
  constructor(
    account: LocalAccount,
    private readonly rates: Readonly<Record<string, number>>,
  ) {
    const call = account.traffic.call.bind(account.traffic);
    account.traffic.call = (one: Call) => {
      const refusal = call(one);
      if (refusal === null) {
        const ended = this.tally(one.modelId, one.at + (one.seconds ?? 5) * 1000);
        ended.accepted += 1;
        ended.quotaTokens += one.input + (one.cacheWrite ?? 0) + one.output * (this.rates[one.modelId] ?? Number.NaN);
      } else {
        this.tally(one.modelId, one.at).throttled += 1;
      }
      return refusal;
    };
  }

  private tally(modelId: string, at: number): Tally {
    const key = `${modelId} ${Math.floor(at / MINUTE_MS)}`;
    const known = this.tallies.get(key);
    if (known) return known;
    const fresh = { accepted: 0, throttled: 0, quotaTokens: 0 };
    this.tallies.set(key, fresh);
    return fresh;
  }

  /** The sum of some ModelIds in the minute of an ISO time. */
  at(modelIds: readonly string[], time: string): Tally {
    return this.during(modelIds, time, new Date(Date.parse(time) + MINUTE_MS).toISOString());
  }

  /** The sum of some ModelIds over `[from, until)`. */
  during(modelIds: readonly string[], from: string, until: string): Tally {
    const sum = { accepted: 0, throttled: 0, quotaTokens: 0 };
    for (let minute = Date.parse(from) / MINUTE_MS; minute < Date.parse(until) / MINUTE_MS; minute++) {
      for (const modelId of modelIds) {
        const one = this.tallies.get(`${modelId} ${minute}`);
        if (!one) continue;
        sum.accepted += one.accepted;
        sum.throttled += one.throttled;
        sum.quotaTokens += one.quotaTokens;
      }
    }
    return sum;
  }

  /** The minute of `[from, until)` in which a measure of some ModelIds is largest, the first of equals. */
  peak(
    modelIds: readonly string[],
    measure: keyof Tally,
    from: string,
    until: string,
  ): { time: string; value: number } {
    let best = { time: from, value: -1 };
    for (let at = Date.parse(from); at < Date.parse(until); at += MINUTE_MS) {
      const time = new Date(at).toISOString().replace('.000Z', 'Z');
      const value = this.at(modelIds, time)[measure];
      if (value > best.value) best = { time, value };
    }
    return best;
  }
}
