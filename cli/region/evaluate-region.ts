import { DEFAULT_THRESHOLDS } from '../../lib/contract';
import { evaluate } from '../../lib/core/findings/evaluate';
import type { Evaluation } from '../../lib/core/findings/evaluation';
import { type Report, toReport } from '../../lib/core/findings/report';
import { type AlertRules, NO_ALERT_RULES } from '../../lib/core/rules/rules';
import type { BurndownRates } from '../../lib/core/traffic/burndown';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { EN } from '../../lib/language/en';
import { type Language, wordsOf } from '../../lib/language/language';
import { readBurndownFile } from '../settings/read-burndown';
import { readOverridesFile } from '../settings/read-overrides';
import { readRulesFile } from '../settings/read-rules';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { createProgress } from '../terminal/progress';
import { announceCost } from './announce-cost';
import { complainOf, type RegionComplaints } from './complaints';
import { type Connection, closeClients, connect, type ReadingConnection } from './connection';
import { type QuotaReading, type QuotaReadingOptions, readQuotas } from './read-quotas';
import { readTraffic, type TrafficReading, type UsageReport } from './read-usage';

/** One Region as it was read, with its evaluation. */
export interface EvaluatedRegion {
  readonly connection: ReadingConnection;
  readonly quotas: QuotaReading;
  readonly usage: UsageReport;
  readonly evaluation: Evaluation;
  /** The evaluation in words. */
  readonly report: Report;
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
): Pick<EvaluatedRegion, 'evaluation' | 'report'> {
  const { catalog, accountId } = quotas;
  const evaluation = evaluate({
    accountId,
    region,
    now,
    lookbackMinutes,
    quotas: catalog.quotas,
    series: usage.series,
    resolve: createModelIdResolver({ ...catalog, customDeployments: usage.customDeployments }),
    profiles: catalog.profiles,
    requests: catalog.requests?.requests ?? [],
    thresholds: DEFAULT_THRESHOLDS,
    burndownRates,
    rules,
    blindSpots: [...quotas.blindSpots, ...usage.blindSpots, ...catalog.problems],
  });
  return { evaluation, report: toReport(evaluation, { programs: EN, people: wordsOf(language) }) };
}

/** Reads quotas and traffic of one account and Region, closes its clients, and evaluates. What could not be read is in the result. */
export async function evaluateRegion(
  connection: ReadingConnection,
  options: QuotaReadingOptions & JudgingOptions & Pick<TrafficReading, 'announce'>,
): Promise<EvaluatedRegion> {
  const { now } = options;
  const [quotas, usage] = await Promise.all([readQuotas(connection, options), readTraffic(connection, now, options)]);
  closeClients(connection.clients);
  const judged = evaluateReadings({ quotas, usage }, { ...options, region: connection.region });
  return { connection, quotas, usage, ...judged };
}

/** Options of the commands that evaluate Regions of AWS. */
export type EvaluationOptions = GlobalOptions & {
  /** The clock. @default the machine's */
  readonly at?: EpochMinute;
  /** Minutes. */
  readonly lookback: number;
  /** File of overrides. */
  readonly overrides?: string;
  /** File of burndown rates. */
  readonly burndown?: string;
  /** File of alert rules. */
  readonly rules?: string;
};

/** What evaluations of some Regions share: their connections, and the files that the options name. */
export interface PreparedEvaluation {
  readonly connections: readonly Connection[];
  readonly reading: Omit<QuotaReadingOptions, 'now'> & JudgingOptions;
}

/** Reads the files that the options name. @throws CliError for one that cannot be used. */
export async function prepareJudging(
  { language, lookback: lookbackMinutes, ...files }: EvaluationOptions,
  io: CliIo,
): Promise<JudgingOptions & Pick<QuotaReadingOptions, 'overrides'>> {
  const overrides = await readOverridesFile({ path: files.overrides, language }, io);
  const burndownRates = await readBurndownFile({ path: files.burndown, language }, io);
  const rules = await readRulesFile({ path: files.rules, language }, io);
  return { lookbackMinutes, overrides, burndownRates, rules, language };
}

/** Reads the files and opens the connections. @throws CliError for a file that cannot be used, and without Region or credentials. */
export async function prepareEvaluation(options: EvaluationOptions, io: CliIo): Promise<PreparedEvaluation> {
  const judging = await prepareJudging(options, io);
  const connections = await connect(options, io);
  return { connections, reading: { ...judging, progress: createProgress(io, commandWordsOf(options.language)) } };
}

/** Evaluates every Region asked for. @throws CliError for a file that cannot be used, and without Region or credentials. */
export async function evaluateRegions(options: EvaluationOptions, io: CliIo): Promise<EvaluatedRegion[]> {
  const { connections, reading } = await prepareEvaluation(options, io);
  const now = options.at ?? toMinute(io.now());
  const words = commandWordsOf(options.language);
  const announce: TrafficReading['announce'] = (cost, region) => announceCost(cost, region, words, io);
  return Promise.all(connections.map((connection) => evaluateRegion(connection, { ...reading, now, announce })));
}

/** Says what could not be read of Regions. @returns whether something indispensable is missing in any. */
export function complainOfReadings(
  regions: readonly (Pick<EvaluatedRegion, 'quotas' | 'usage'> & Pick<RegionComplaints, 'connection'>)[],
  { language, verbose, shown }: Pick<GlobalOptions, 'language' | 'verbose'> & Pick<RegionComplaints, 'shown'>,
  io: CliIo,
): boolean {
  const words = commandWordsOf(language);
  for (const { connection, quotas, usage } of regions) {
    const fatal = [quotas.fatal, usage.fatal].filter((error) => error !== null);
    const blindSpots = [...quotas.blindSpots, ...usage.blindSpots];
    complainOf(
      { connection, fatal, blindSpots, problems: quotas.catalog.problems, words, shown },
      io,
      verbose === true,
    );
  }
  return regions.some(({ quotas, usage }) => quotas.fatal !== null || usage.fatal !== null);
}
