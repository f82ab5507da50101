import { DEFAULT_THRESHOLDS } from '../lib/contract';
import { type Evaluation, evaluate } from '../lib/core/evaluate';
import { createModelIdResolver } from '../lib/core/metric-model-id';
import { toQuotaHistories } from '../lib/core/quota-history';
import { renderQuotaPage } from '../lib/core/quota-page';
import { rankOf } from '../lib/core/severity';
import { toMinute } from '../lib/core/time';
import type { EpochMinute } from '../lib/core/usage';
import { CliError, EXIT, type ExitCode } from './cli-error';
import { complainOf } from './complaints';
import { type Connection, closeClients, connect } from './connection';
import type { GlobalOptions } from './options';
import type { CliIo } from './process-io';
import { createProgress, type Progress } from './progress';
import { type QuotaReading, readQuotas } from './read-quotas';
import { readTraffic, type UsageReport } from './read-usage';
import { renderCheck } from './render-check';
import { chooseStyle } from './style';
import { writeDocuments } from './write-documents';

/** Options of `check`. */
export type CheckOptions = GlobalOptions & {
  /** The clock. @default the machine's */
  readonly at?: EpochMinute;
  /** Minutes. */
  readonly lookback: number;
  readonly failOn: 'warning' | 'critical' | 'never';
  /** File to write the page to. */
  readonly html?: string;
};

interface CheckedRegion {
  readonly connection: Connection;
  readonly quotas: QuotaReading;
  readonly usage: UsageReport;
  readonly evaluation: Evaluation;
}

async function checkRegion(
  connection: Connection,
  now: EpochMinute,
  lookbackMinutes: number,
  progress: Progress,
): Promise<CheckedRegion> {
  const [quotas, usage] = await Promise.all([
    readQuotas(connection, now, progress),
    readTraffic(connection, now, progress),
  ]);
  closeClients(connection.clients);
  const { catalog, accountId } = quotas;
  const evaluation = evaluate({
    accountId,
    region: connection.region,
    now,
    lookbackMinutes,
    quotas: catalog.quotas,
    series: usage.series,
    resolve: createModelIdResolver({ models: catalog.models, profiles: catalog.profiles }),
    thresholds: DEFAULT_THRESHOLDS,
    errors: [...quotas.errors, ...usage.errors, ...catalog.problems],
  });
  return { connection, quotas, usage, evaluation };
}

function writePage(path: string, { quotas, evaluation }: CheckedRegion, now: EpochMinute, io: CliIo): void {
  const page = renderQuotaPage({
    document: evaluation.document,
    described: evaluation.described,
    quotas: quotas.catalog.quotas,
    history: toQuotaHistories(quotas.catalog.quotas, evaluation.pools, now),
  });
  try {
    io.writeFile(path, page);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.wrongCall, `the page was not written (${why}); name a file that can be written`, { cause });
  }
}

function isFailing({ evaluation }: CheckedRegion, failOn: CheckOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  return evaluation.document.findings.some(({ severity }) => rankOf(severity) >= rankOf(failOn));
}

/** `check`: one evaluation of every Region asked for. @throws CliError */
export async function runCheck(options: CheckOptions, io: CliIo): Promise<ExitCode> {
  const isMany = options.region.length > 1;
  if (options.html !== undefined && isMany) {
    throw new CliError(EXIT.wrongCall, '--html shows one Region and several are given; run it once for each Region');
  }
  const connections = await connect(options, io);
  const now = options.at ?? toMinute(io.now());
  const progress = createProgress(io);
  const regions = await Promise.all(
    connections.map((connection) => checkRegion(connection, now, options.lookback, progress)),
  );
  const style = chooseStyle({ isColourWanted: options.color, isTerminal: io.isTerminal.out, env: io.env });
  const evaluations = regions.map(({ evaluation }) => evaluation);
  if (options.json) {
    writeDocuments({ documents: evaluations.map(({ document }) => document), isMany, isJson: true }, String, io);
  } else {
    writeDocuments({ documents: evaluations, isMany, isJson: false }, (one) => renderCheck(one, style), io);
  }
  for (const { connection, quotas, usage } of regions) {
    const fatal = [quotas.fatal, usage.fatal].filter((error) => error !== null);
    const errors = [...quotas.errors, ...usage.errors];
    complainOf({ connection, fatal, errors, problems: quotas.catalog.problems }, io, options.verbose === true);
  }
  const [first] = regions;
  if (options.html !== undefined && first) writePage(options.html, first, now, io);
  if (regions.some(({ quotas, usage }) => quotas.fatal !== null || usage.fatal !== null)) return EXIT.unreadable;
  return regions.some((region) => isFailing(region, options.failOn)) ? EXIT.found : EXIT.fine;
}
