import type { ModelUnitQuota } from '../../quotas/model-units';
import { nameModel } from '../../quotas/same-model';
import type { ModelTraffic } from '../../traffic/model-traffic';
import { sumMinutes } from '../../traffic/sum-traffic';
import type { UsagePeriod } from '../usage';
import { chooseSteps, peakOf, useCapacity } from './capacity';
import { type Demand, toDemand } from './demand';
import { breakEvenTokensPerMinute, HOURS_PER_MONTH, onDemandMonthlyCost, type TokenPrices } from './prices';
import { type PublicPrice, publicPriceOf } from './public-prices';

/** How long units are bought for, and the months of it. Source: AWS documentation on Provisioned Throughput, 2026-10. */
export const TERM_MONTHS = { none: 0, '1month': 1, '6months': 6 } as const;

export type Term = keyof typeof TERM_MONTHS;

/** What is asked. */
export interface ThroughputQuestion {
  readonly baseModelId: string;
  readonly traffic: readonly ModelTraffic[];
  readonly period: UsagePeriod;
  /** US dollars. */
  readonly pricePerUnitHour: number;
  /** Raw tokens, input and output together; `null`: not known. */
  readonly tokensPerMinutePerUnit: number | null;
  readonly term: Term;
  readonly tokenPrices: TokenPrices;
  /** US dollars a month for a thousand tokens a minute of the reserved tier; `null`: not given. */
  readonly reservedPrice: number | null;
  /** Whether some minutes could not be read. */
  readonly isIncomplete: boolean;
  /** Of the account; `null`: not read. */
  readonly modelUnits: readonly ModelUnitQuota[] | null;
}

/** What some units would have done and cost. */
export interface UnitsRow {
  readonly units: number;
  /** As {@link useCapacity} has them; `null` also where the throughput of a unit is not known. */
  readonly servedThrottledMinutes: number | null;
  readonly servedShare: number | null;
  readonly useOfUnits: number | null;
  /** US dollars; 730 hours. */
  readonly monthlyCost: number;
  /** US dollars of the units and, on demand, of the tokens that do not fit in them; `null`: not known. */
  readonly monthlyCostWithRest: number | null;
  /** US dollars that are owed in any case; 0 without a term. */
  readonly commitmentCost: number;
  /** The least raw tokens a minute of a unit with which no minute would have been throttled; `null`: no traffic shows it. */
  readonly leastTokensPerMinutePerUnit: number | null;
}

/** What a part of the reserved tier would have covered. */
export interface ReservedRow {
  readonly tokensPerMinute: number;
  /** Minutes with tokens or throttles whose whole demand fits, an estimate where calls were throttled. */
  readonly coveredMinutes: number;
  readonly servedShare: number | null;
  /** US dollars; `null`: the price is not given. */
  readonly monthlyCost: number | null;
}

/** What a person has to be told is not known, or taken for granted. */
export type ThroughputUnknown =
  | 'unitThroughput'
  | 'inputAndOutput'
  | 'retries'
  | 'throttledSize'
  | 'coarse'
  | 'byQuotaTokens'
  | 'cached'
  | 'cachedPrice'
  | 'tokenPrices'
  | 'reservedPrice'
  | 'reservedTerms'
  | 'lostMinutes'
  | 'offered'
  | 'modelUnits';

/** Bought throughput beside the traffic that was seen. */
export interface ThroughputAnswer {
  readonly demand: Demand;
  readonly busyMinutes: number;
  readonly throttledMinutes: number;
  /** Raw tokens of the fullest minute, throttled calls with it as an estimate. */
  readonly peakTokensPerMinute: number;
  readonly units: readonly UnitsRow[];
  readonly onDemandMonthlyCost: number | null;
  /** Of one unit. */
  readonly breakEvenTokensPerMinute: number | null;
  /** `null`: there was no traffic. */
  readonly reserved: readonly ReservedRow[] | null;
  /** Quotas that the units of this model and term spend; `null`: not read. */
  readonly modelUnitQuotas: readonly ModelUnitQuota[] | null;
  readonly publicPrice: PublicPrice | null;
  readonly unknowns: readonly ThroughputUnknown[];
}

/** Units that are priced where their throughput is not known. */
const PRICED_UNITS = 4;

function toUnits(question: ThroughputQuestion, demand: Demand, onDemand: number | null): UnitsRow[] {
  const { period, pricePerUnitHour, tokensPerMinutePerUnit: perUnit, term } = question;
  const peak = peakOf(demand, period);
  const enough = perUnit === null ? PRICED_UNITS : Math.ceil(peak / perUnit);
  return chooseSteps(enough).map((units) => {
    const use = perUnit === null ? null : useCapacity(demand, period, units * perUnit);
    const monthlyCost = units * pricePerUnitHour * HOURS_PER_MONTH;
    const share = use?.servedShare ?? null;
    return {
      units,
      servedThrottledMinutes: use?.servedThrottledMinutes ?? null,
      servedShare: share,
      useOfUnits: use?.useOfCapacity ?? null,
      monthlyCost,
      monthlyCostWithRest: share === null || onDemand === null ? null : monthlyCost + (1 - share) * onDemand,
      commitmentCost: monthlyCost * TERM_MONTHS[term],
      leastTokensPerMinutePerUnit: peak === 0 ? null : Math.ceil(peak / units),
    };
  });
}

/** What the reserved tier is sold by. Source: AWS announcement of the Reserved tier, 2025-11-26. */
const RESERVED_STEP = 1000;

/** So many sizes of the reserved tier are compared, at most. */
const MOST_RESERVED = 8;

function toReserved({ period, reservedPrice }: ThroughputQuestion, demand: Demand): ReservedRow[] | null {
  const peak = peakOf(demand, period);
  if (peak === 0) return null;
  return chooseSteps(Math.ceil(peak / RESERVED_STEP), MOST_RESERVED).map((steps) => {
    const tokensPerMinute = steps * RESERVED_STEP;
    const room = tokensPerMinute * period.pointMinutes;
    const covered = demand.points.filter(({ demand: wanted }) => wanted !== null && wanted > 0 && wanted <= room);
    return {
      tokensPerMinute,
      coveredMinutes: covered.length * period.pointMinutes,
      servedShare: useCapacity(demand, period, tokensPerMinute).servedShare,
      monthlyCost: reservedPrice === null ? null : steps * reservedPrice,
    };
  });
}

/** The quotas that a purchase of units spends. */
function toQuotas({ modelUnits, baseModelId, term }: ThroughputQuestion): readonly ModelUnitQuota[] | null {
  const other = term === 'none' ? 'withCommitment' : 'noCommitment';
  return (
    modelUnits?.filter(({ kind, modelIds }) =>
      kind === 'noCommitmentOfAll' ? term === 'none' : kind !== other && nameModel(modelIds, baseModelId),
    ) ?? null
  );
}

function findUnknowns(
  question: ThroughputQuestion,
  demand: Demand,
  quotas: readonly ModelUnitQuota[] | null,
): ThroughputUnknown[] {
  const { tokensPerMinutePerUnit, tokenPrices, reservedPrice, period, isIncomplete } = question;
  const isNamed = quotas?.some(({ kind }) => kind !== 'noCommitmentOfAll');
  const isPriceMissing =
    (tokenPrices.input === null && (demand.input > 0 || demand.requests === 0)) ||
    (tokenPrices.output === null && (demand.output > 0 || demand.requests === 0));
  const told: readonly (readonly [ThroughputUnknown, boolean])[] = [
    ['unitThroughput', tokensPerMinutePerUnit === null],
    ['inputAndOutput', true],
    ['throttledSize', demand.throttles > 0 && demand.tokensPerRequest === null],
    ['retries', demand.throttles > 0],
    ['coarse', period.pointMinutes > 1],
    ['byQuotaTokens', demand.pointsByQuotaTokens > 0],
    ['cached', demand.cached > 0],
    ['cachedPrice', demand.cached > 0 && !isPriceMissing],
    ['tokenPrices', isPriceMissing],
    ['reservedPrice', reservedPrice === null],
    ['reservedTerms', true],
    ['lostMinutes', isIncomplete],
    ['offered', isNamed === false],
    ['modelUnits', quotas === null],
  ];
  return told.flatMap(([unknown, isSo]) => (isSo ? [unknown] : []));
}

/** Units of Provisioned Throughput, from one to enough for the fullest minute, and the reserved tier, held against a period. */
export function weighThroughput(question: ThroughputQuestion): ThroughputAnswer {
  const { traffic, period, tokenPrices, pricePerUnitHour, baseModelId } = question;
  const demand = toDemand(sumMinutes(traffic.map(({ minutes }) => minutes)), period);
  const onDemand = onDemandMonthlyCost(demand, period, tokenPrices);
  const modelUnitQuotas = toQuotas(question);
  const minutesOf = (isCounted: (point: Demand['points'][number]) => boolean) =>
    demand.points.filter(isCounted).length * period.pointMinutes;
  return {
    demand,
    busyMinutes: minutesOf(({ accepted }) => accepted > 0),
    throttledMinutes: minutesOf(({ throttles }) => throttles > 0),
    peakTokensPerMinute: peakOf(demand, period),
    units: toUnits(question, demand, onDemand),
    onDemandMonthlyCost: onDemand,
    breakEvenTokensPerMinute: breakEvenTokensPerMinute(demand, tokenPrices, pricePerUnitHour),
    reserved: toReserved(question, demand),
    modelUnitQuotas,
    publicPrice: publicPriceOf(baseModelId),
    unknowns: findUnknowns(question, demand, modelUnitQuotas),
  };
}
