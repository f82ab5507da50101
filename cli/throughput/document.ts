import { SCHEMA_VERSION } from '../../lib/contract';
import {
  type PublicPrice,
  type ReservedRow,
  type Term,
  type ThroughputAnswer,
  type UnitsRow,
  weighThroughput,
} from '../../lib/core/answers/throughput';
import { toIso } from '../../lib/core/vocabulary/time';
import { EN_COMMANDS } from '../../lib/language/command-words';
import type { RegionHistory } from '../region/read-history';
import type { ThroughputOptions } from './options';

/** The document of `throughput --json`. Costs are US dollars; tokens are raw ones. */
export interface ThroughputDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly accountId: string | null;
  readonly region: string;
  /** As it was given. */
  readonly model: string;
  readonly from: string;
  readonly to: string;
  readonly resolutionSeconds: number;
  readonly term: Term;
  readonly pricePerUnitHour: number;
  readonly tokensPerMinutePerUnit: number | null;
  readonly busyMinutes: number;
  /** `calls` with the retries of SDKs; `tokensPerCall` is the mean of accepted requests, `null` without any. */
  readonly throttles: {
    readonly calls: number;
    readonly minutes: number;
    readonly tokensPerCall: number | null;
  };
  readonly tokens: { readonly input: number; readonly output: number; readonly cached: number };
  readonly requests: number;
  readonly peakTokensPerMinute: number;
  readonly units: readonly UnitsRow[];
  readonly onDemandMonthlyCost: number | null;
  readonly breakEvenTokensPerMinute: number | null;
  readonly reserved: readonly ReservedRow[] | null;
  /** `null`: not read. */
  readonly modelUnitQuotas:
    | readonly {
        readonly quotaCode: string;
        readonly quotaName: string;
        readonly appliedValue: number;
        readonly adjustable: boolean;
      }[]
    | null;
  readonly publicPrice: PublicPrice | null;
  /** In English. */
  readonly unknowns: readonly string[];
}

/** One Region: the answer, and its document. */
export interface WeighedRegion {
  readonly answer: ThroughputAnswer;
  readonly document: ThroughputDocument;
}

function round<T extends number | null>(value: T, digits = 2): T {
  const factor = 10 ** digits;
  return (value === null ? null : Math.round(value * factor) / factor) as T;
}

function roundUnits(row: UnitsRow): UnitsRow {
  return {
    ...row,
    servedShare: round(row.servedShare, 4),
    useOfUnits: round(row.useOfUnits, 4),
    monthlyCost: round(row.monthlyCost),
    monthlyCostWithRest: round(row.monthlyCostWithRest),
    commitmentCost: round(row.commitmentCost),
  };
}

function weigh({ quotas, usage, period, traffic }: RegionHistory, baseModelId: string, options: ThroughputOptions) {
  return weighThroughput({
    baseModelId,
    traffic,
    period,
    pricePerUnitHour: options.pricePerUnitHour,
    tokensPerMinutePerUnit: options.tokensPerMinutePerUnit ?? null,
    term: options.term,
    tokenPrices: { input: options.inputPrice ?? null, output: options.outputPrice ?? null },
    reservedPrice: options.reservedPricePer1kTpmMonth ?? null,
    isIncomplete: usage.series.some(({ complete }) => !complete),
    modelUnits: quotas.fatal ? null : (quotas.catalog.modelUnits ?? null),
  });
}

/** Weighs bought throughput for the traffic of a Region. @param model as it was given, known to name a model. */
export function weighRegion(model: string, history: RegionHistory, options: ThroughputOptions): WeighedRegion {
  const { connection, quotas, period, resolve } = history;
  const resolution = resolve(model);
  const answer = weigh(history, resolution.kind === 'model' ? resolution.baseModelId : model, options);
  const { demand, modelUnitQuotas } = answer;
  const document: ThroughputDocument = {
    schemaVersion: SCHEMA_VERSION,
    accountId: quotas.accountId,
    region: connection.region,
    model,
    from: toIso(period.from),
    to: toIso(period.until),
    resolutionSeconds: period.pointMinutes * 60,
    term: options.term,
    pricePerUnitHour: options.pricePerUnitHour,
    tokensPerMinutePerUnit: options.tokensPerMinutePerUnit ?? null,
    busyMinutes: answer.busyMinutes,
    throttles: {
      calls: demand.throttles,
      minutes: answer.throttledMinutes,
      tokensPerCall: round(demand.tokensPerRequest),
    },
    tokens: { input: demand.input, output: demand.output, cached: demand.cached },
    requests: demand.requests,
    peakTokensPerMinute: round(answer.peakTokensPerMinute),
    units: answer.units.map(roundUnits),
    onDemandMonthlyCost: round(answer.onDemandMonthlyCost),
    breakEvenTokensPerMinute: round(answer.breakEvenTokensPerMinute),
    reserved:
      answer.reserved?.map((row) => ({
        ...row,
        servedShare: round(row.servedShare, 4),
        monthlyCost: round(row.monthlyCost),
      })) ?? null,
    modelUnitQuotas:
      modelUnitQuotas?.map(({ quotaCode, quotaName, appliedValue, adjustable }) => ({
        quotaCode,
        quotaName,
        appliedValue,
        adjustable,
      })) ?? null,
    publicPrice: answer.publicPrice,
    unknowns: answer.unknowns.map((unknown) => EN_COMMANDS.throughput.unknowns[unknown]),
  };
  return { answer, document };
}
