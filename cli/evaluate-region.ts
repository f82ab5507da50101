import { DEFAULT_THRESHOLDS } from '../lib/contract';
import { type AlertRules, NO_ALERT_RULES } from '../lib/core/alert-rules';
import type { BurndownRates } from '../lib/core/burndown';
import { type Evaluation, evaluate } from '../lib/core/evaluate';
import type { Language } from '../lib/core/language/language';
import { createModelIdResolver } from '../lib/core/metric-model-id';
import type { EpochMinute } from '../lib/core/usage';
import { type Connection, closeClients } from './connection';
import { type QuotaReading, type QuotaReadingOptions, readQuotas } from './read-quotas';
import { readTraffic, type UsageReport } from './read-usage';

/** One Region as it was read, with its evaluation. */
export interface EvaluatedRegion {
  readonly connection: Connection;
  readonly quotas: QuotaReading;
  readonly usage: UsageReport;
  readonly evaluation: Evaluation;
}

/** How what was read is judged. */
export interface JudgingOptions {
  readonly lookbackMinutes: number;
  /** The user's own rates: base model id → quota tokens per output token. */
  readonly burndownRates: BurndownRates;
  /** @default - no rules */
  readonly rules?: AlertRules;
  /** Of what people read. @default en */
  readonly language?: Language;
}

/** Judges what was read of one Region, from AWS or from files. */
export function evaluateReadings(
  { quotas, usage }: Pick<EvaluatedRegion, 'quotas' | 'usage'>,
  {
    region,
    now,
    lookbackMinutes,
    burndownRates,
    rules = NO_ALERT_RULES,
    language = 'en',
  }: JudgingOptions & { readonly region: string; readonly now: EpochMinute },
): Evaluation {
  const { catalog, accountId } = quotas;
  return evaluate({
    accountId,
    region,
    now,
    lookbackMinutes,
    quotas: catalog.quotas,
    series: usage.series,
    resolve: createModelIdResolver({ models: catalog.models, profiles: catalog.profiles }),
    profiles: catalog.profiles,
    thresholds: DEFAULT_THRESHOLDS,
    burndownRates,
    rules,
    language,
    errors: [...quotas.errors, ...usage.errors, ...catalog.problems],
  });
}

/** Reads quotas and traffic of one Region, closes its clients, and evaluates. What could not be read is in the result. */
export async function evaluateRegion(
  connection: Connection,
  {
    lookbackMinutes,
    burndownRates,
    rules = NO_ALERT_RULES,
    language = 'en',
    ...reading
  }: QuotaReadingOptions & JudgingOptions,
): Promise<EvaluatedRegion> {
  const { now, progress } = reading;
  const [quotas, usage] = await Promise.all([readQuotas(connection, reading), readTraffic(connection, now, progress)]);
  closeClients(connection.clients);
  const { region } = connection;
  const evaluation = evaluateReadings(
    { quotas, usage },
    { region, now, lookbackMinutes, burndownRates, rules, language },
  );
  return { connection, quotas, usage, evaluation };
}
