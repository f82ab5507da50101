import { SCHEMA_VERSION } from '../../lib/contract';
import { isCarried, planWorkload, type Workload } from '../../lib/core/answers/plan';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { toMinute } from '../../lib/core/vocabulary/time';
import { spellReason } from '../../lib/core/vocabulary/unknown-reason';
import { commandWordsOf } from '../../lib/language/command-words';
import { complainOf } from '../region/complaints';
import { type Connection, closeClients, connect } from '../region/connection';
import { type QuotaReading, readQuotas } from '../region/read-quotas';
import { readBurndownFile } from '../settings/read-burndown';
import { readOverridesFile } from '../settings/read-overrides';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { createProgress } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import type { PlannedRegion } from './document';
import { renderPlan } from './render';

/** Options of `plan`. */
export type PlanOptions = GlobalOptions & {
  readonly requestsPerMinute: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** @default - unset */
  readonly maxTokens?: number;
  /** File of overrides. */
  readonly overrides?: string;
  /** File of burndown rates. */
  readonly burndown?: string;
};

/** `max_tokens` that leaves answers room is this many times their mean. */
const ROOM_FACTOR = 2;

function toWorkload({ requestsPerMinute, inputTokens, outputTokens, maxTokens }: PlanOptions): Workload {
  return { requestsPerMinute, inputTokens, outputTokens, maxTokens: maxTokens ?? null };
}

/** Plans in one Region, and once more with a smaller `max_tokens`. @throws CliError for an id that names no model there. */
function planRegion(
  model: string,
  options: PlanOptions,
  { catalog, connection }: QuotaReading & { readonly connection: Connection },
  burndownRates: Readonly<Record<string, number>>,
): PlannedRegion {
  const words = commandWordsOf(options.language);
  const resolution = createModelIdResolver(catalog)(model);
  if (resolution.kind !== 'model') {
    throw new CliError(EXIT.wrongCall, words.plan.complaints.noModel(spellReason(resolution.reason, words)));
  }
  const { baseModelId, scope } = resolution;
  const { quotas } = catalog;
  const workload = toWorkload(options);
  const question = { model, baseModelId, scope, workload, quotas, burndownRates };
  const maxTokens = Math.max(1, workload.outputTokens * ROOM_FACTOR);
  return {
    region: connection.region,
    document: { schemaVersion: SCHEMA_VERSION, ...planWorkload(question) },
    lower: planWorkload({ ...question, workload: { ...workload, maxTokens } }),
  };
}

/** `plan`: which quota a workload meets first in every Region asked for. @throws CliError */
export async function runPlan(model: string, options: PlanOptions, io: CliIo): Promise<ExitCode> {
  const { language } = options;
  const words = commandWordsOf(language);
  const overrides = await readOverridesFile({ path: options.overrides, language }, io);
  const burndownRates = await readBurndownFile({ path: options.burndown, language }, io);
  const connections = await connect(options, io);
  const now = toMinute(io.now());
  const progress = createProgress(io, words);
  const readings = await Promise.all(
    connections.map(async (connection) => {
      const reading = await readQuotas(connection, { now, progress, overrides, hasRequests: false });
      closeClients(connection.clients);
      return { connection, ...reading };
    }),
  );
  const planned = readings
    .filter(({ catalog }) => catalog.quotas.length > 0)
    .map((reading) => planRegion(model, options, reading, burndownRates));
  const isMany = connections.length > 1;
  if (options.json) {
    writeDocuments({ documents: planned.map(({ document }) => document), isMany, isJson: true }, String, io);
  } else {
    const style = chooseStyle(options, io);
    writeDocuments({ documents: planned, isMany, isJson: false }, (one) => renderPlan(one, style, words), io);
  }
  for (const { connection, blindSpots, fatal, catalog } of readings) {
    const complaints = { connection, fatal: fatal ? [fatal] : [], blindSpots, problems: catalog.problems, words };
    complainOf(complaints, io, options.verbose === true);
  }
  if (readings.some(({ fatal }) => fatal !== null)) return EXIT.unreadable;
  return planned.every(({ document }) => isCarried(document) === true) ? EXIT.fine : EXIT.found;
}
