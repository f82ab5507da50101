import type { UsagePeriod } from '../usage';
import type { Demand } from './demand';

/** Hours of a month, as AWS reckons them. Source: AWS Pricing Calculator, 2026-10. */
export const HOURS_PER_MONTH = 730;

const MILLION = 1_000_000;

/** What tokens cost on demand, US dollars a million; `null`: not given. */
export interface TokenPrices {
  readonly input: number | null;
  readonly output: number | null;
}

/** US dollars of the tokens of a period; `null`: the price of a kind that was counted is not given. Cached tokens are left out. */
function costOf({ input, output }: Demand, prices: TokenPrices): number | null {
  if ((input > 0 && prices.input === null) || (output > 0 && prices.output === null)) return null;
  return (input * (prices.input ?? 0) + output * (prices.output ?? 0)) / MILLION;
}

/** Whether tokens were counted that have a price on demand. */
function isPriced({ input, output }: Demand): boolean {
  return input + output > 0;
}

/** US dollars of a month of such traffic on demand; `null`: prices are not given, or the tokens are not known. */
export function onDemandMonthlyCost(demand: Demand, { from, until }: UsagePeriod, prices: TokenPrices): number | null {
  const cost = costOf(demand, prices);
  const isUnknown = !isPriced(demand) && demand.requests > 0;
  if (cost === null || isUnknown || until <= from) return null;
  return (cost * HOURS_PER_MONTH * 60) / (until - from);
}

/**
 * Raw tokens a minute, in every minute, from which a unit costs as little as the same tokens on demand, in the proportion of
 * input and output that was seen. $60 an hour is $1 a minute; at $3 and $15 a million and as much input as output a million
 * costs $9: 111,111 tokens a minute. `null`: prices are not given, are 0, or no tokens show the proportion.
 */
export function breakEvenTokensPerMinute(demand: Demand, prices: TokenPrices, pricePerUnitHour: number): number | null {
  const cost = costOf(demand, prices);
  if (cost === null || cost === 0 || !isPriced(demand)) return null;
  return (pricePerUnitHour / 60) * ((demand.input + demand.output) / cost);
}
