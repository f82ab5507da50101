import { readActiveSeries } from '../../aws/cloudwatch';
import { readCustomDeployments } from '../../aws/custom-deployments';
import { countReading, readUsage } from '../../aws/metric-points';
import type { UsagePeriod } from '../../lib/core/answers/usage';
import { combineSets } from '../../lib/core/traffic/combine-sets';
import type { ActiveSeries } from '../../lib/core/traffic/dimension-sets';
import { mergeReading } from '../../lib/core/traffic/history';
import type { ModelTraffic, ResolvedModelId, UnmappedUsage } from '../../lib/core/traffic/model-traffic';
import { createMantleResolver } from '../../lib/core/traffic/resolve-mantle';
import { createModelIdResolver, isCustomDeployment } from '../../lib/core/traffic/resolve-model-id';
import { sumTraffic } from '../../lib/core/traffic/sum-traffic';
import { hidesQuotas } from '../../lib/core/vocabulary/blind-spot';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import type { SeriesIdentity } from '../../lib/core/vocabulary/series-key';
import { type EpochMinute, MINUTES_PER_DAY, toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { readBurndownFile } from '../settings/read-burndown';
import { readOverridesFile } from '../settings/read-overrides';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { createProgress } from '../terminal/progress';
import { announceCost } from './announce-cost';
import { type Connection, closeClients, connect } from './connection';
import { type QuotaReading, readQuotas } from './read-quotas';
import type { UsageReport } from './read-usage';

/** Options of the commands that look at days. */
export type HistoryOptions = GlobalOptions & {
  readonly days: number;
  /** The clock. @default the machine's */
  readonly at?: EpochMinute;
  /** File of overrides. */
  readonly overrides?: string;
  /** File of burndown rates. */
  readonly burndown?: string;
  /** Whether quotas of model units are wanted too; no option of a person. @default false */
  readonly hasModelUnits?: boolean;
};

/** One Region as it was read, with the traffic of its last days. */
export interface RegionHistory {
  /** Its clients are closed. */
  readonly connection: Connection;
  readonly quotas: QuotaReading;
  readonly usage: UsageReport;
  readonly period: UsagePeriod;
  readonly traffic: readonly ModelTraffic[];
  readonly unmapped: readonly UnmappedUsage[];
  readonly resolve: (modelId: string) => ResolvedModelId;
  readonly burndownRates: Readonly<Record<string, number>>;
}

/** Which series of a Region are read: all without it. @throws CliError when there is nothing to look for. */
export type SeriesChoice = (
  resolve: (modelId: string) => ResolvedModelId,
  quotas: readonly MappedQuota[],
) => (series: SeriesIdentity, resolution: ResolvedModelId) => boolean;

/**
 * Days for which CloudWatch keeps points, by the minutes a point stands for. Source: CloudWatch metrics retention, 2026-10.
 */
const RETENTION: readonly { readonly pointMinutes: number; readonly days: number }[] = [
  { pointMinutes: 1, days: 15 },
  { pointMinutes: 5, days: 63 },
  { pointMinutes: 60, days: 455 },
];

/** The longest time that can be looked at. */
export const MOST_DAYS = 455;

/** The last days by the finest points that CloudWatch has kept for all of them. @param clock what counts for its retention. */
function toPeriod(days: number, until: EpochMinute, clock: EpochMinute): UsagePeriod {
  const from = until - days * MINUTES_PER_DAY;
  const age = (clock - from) / MINUTES_PER_DAY;
  const pointMinutes = RETENTION.find((one) => age <= one.days)?.pointMinutes ?? 60;
  const align = (minute: EpochMinute) => Math.floor(minute / pointMinutes) * pointMinutes;
  return { from: align(from), until: align(until), pointMinutes };
}

interface Reading {
  readonly period: UsagePeriod;
  readonly burndownRates: Readonly<Record<string, number>>;
  readonly choose: SeriesChoice | null;
  readonly options: HistoryOptions;
  readonly io: CliIo;
}

async function readSeries(
  { region, clients, counter }: Connection,
  wants: (series: SeriesIdentity) => boolean,
  listed: readonly ActiveSeries[],
  { period: { from, until, pointMinutes }, options, io }: Reading,
) {
  const words = commandWordsOf(options.language);
  const done = createProgress(io, words).start('usage', region);
  const requests = listed.filter(wants).map((series) => ({ ...series, from, until }));
  announceCost(countReading(requests, pointMinutes * 60), region, words, io);
  const read = await readUsage(clients.cloudWatch, requests, counter, pointMinutes * 60);
  done(requests.length);
  return { series: read.value.map((reading) => mergeReading(null, reading, from)), blindSpots: read.blindSpots };
}

async function readRegion(connection: Connection, quotas: QuotaReading, reading: Reading): Promise<RegionHistory> {
  const { period, burndownRates, choose } = reading;
  const { clients } = connection;
  const listed = await readActiveSeries(clients.cloudWatch, false);
  const ids = listed.value.map(({ modelId }) => modelId).filter(isCustomDeployment);
  const deployments = await readCustomDeployments(clients.bedrock, ids);
  const resolve = createModelIdResolver({ ...quotas.catalog, customDeployments: deployments.value });
  const resolveMantle = createMantleResolver(quotas.catalog.quotas, !quotas.blindSpots.some(hidesQuotas));
  const resolveSeries = ({ endpoint, modelId }: SeriesIdentity) =>
    endpoint === 'mantle' ? resolveMantle(modelId) : resolve(modelId);
  const isChosen = choose?.(resolve, quotas.catalog.quotas) ?? (() => true);
  const wants = (series: SeriesIdentity) => isChosen(series, resolveSeries(series));
  const { series, blindSpots } = await readSeries(connection, wants, listed.value, reading);
  const lookBack = { until: period.until, fromOf: () => period.from, burndownRates };
  const isNothingRead = series.length > 0 && series.every(({ complete, minutes }) => !complete && minutes.length === 0);
  const isNothingListed = listed.value.length === 0 && listed.blindSpots.length > 0;
  const all = [...listed.blindSpots, ...deployments.blindSpots, ...blindSpots];
  return {
    connection,
    quotas,
    usage: {
      series,
      customDeployments: deployments.value,
      blindSpots: all,
      fatal: isNothingRead || isNothingListed ? (all[0] ?? null) : null,
    },
    period,
    ...sumTraffic(combineSets(series).models, resolveSeries, lookBack),
    resolve,
    burndownRates,
  };
}

/**
 * Reads quotas and the traffic of the last days of every Region asked for, and closes its clients. What could not be read
 * is in the result. @throws CliError for a file that cannot be used, without Region or credentials, and of the choice.
 */
export async function readHistories(
  options: HistoryOptions,
  choose: SeriesChoice | null,
  io: CliIo,
): Promise<RegionHistory[]> {
  const { language } = options;
  const overrides = await readOverridesFile({ path: options.overrides, language }, io);
  const burndownRates = await readBurndownFile({ path: options.burndown, language }, io);
  const connections = await connect(options, io);
  const clock = toMinute(io.now());
  const now = options.at ?? clock;
  const period = toPeriod(options.days, now, Math.max(now, clock));
  const progress = createProgress(io, commandWordsOf(language));
  return Promise.all(
    connections.map(async (connection) => {
      try {
        const quotas = await readQuotas(connection, {
          now,
          progress,
          overrides,
          hasModelUnits: options.hasModelUnits === true,
        });
        return await readRegion(connection, quotas, { period, burndownRates, choose, options, io });
      } finally {
        closeClients(connection.clients);
      }
    }),
  );
}
