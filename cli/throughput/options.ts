import { InvalidArgumentError } from 'commander';
import type { Term } from '../../lib/core/answers/throughput';
import type { HistoryOptions } from '../region/read-history';

/** Options of `throughput`. Prices are US dollars. */
export type ThroughputOptions = HistoryOptions & {
  readonly pricePerUnitHour: number;
  /** Raw tokens. @default - not known */
  readonly tokensPerMinutePerUnit?: number;
  readonly term: Term;
  /** A million tokens. @default - not known */
  readonly inputPrice?: number;
  /** A million tokens. @default - not known */
  readonly outputPrice?: number;
  /** @default - not known */
  readonly reservedPricePer1kTpmMonth?: number;
};

/** Reads `39.60`: no sign, exponent or comma. @throws InvalidArgumentError for another text, and for 0 where it is no price. */
export function toPriceParser(complaint: string, isFreeAllowed: boolean): (text: string) => number {
  return (text) => {
    const price = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
    if (price > 0 || (isFreeAllowed && price === 0)) return price;
    throw new InvalidArgumentError(complaint);
  };
}
