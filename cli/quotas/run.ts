import { explainUnmapped } from '../../lib/core/quotas/map-quotas';
import { toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { complainOf } from '../region/complaints';
import { closeClients, connect } from '../region/connection';
import { readQuotas } from '../region/read-quotas';
import { readOverridesFile } from '../settings/read-overrides';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { createProgress } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { toQuotasDocument } from './document';
import type { QuotasOptions } from './options';
import { renderQuotas } from './render';
import { runQuotasOfAll } from './run-all';

/** `quotas`: reads and shows the inference quotas of every Region asked for. @throws CliError */
export async function runQuotas(options: QuotasOptions, io: CliIo): Promise<ExitCode> {
  if (options.all) return runQuotasOfAll(options, io);
  const words = commandWordsOf(options.language);
  const overrides = await readOverridesFile({ path: options.overrides, language: options.language }, io);
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
  const style = chooseStyle(options, io);
  const readable = readings.filter(({ catalog, fatal }) => fatal === null || catalog.quotas.length > 0);
  const views = readable.map(({ connection, catalog, accountId }) => ({
    document: toQuotasDocument(catalog, { accountId, region: connection.region }, options),
    reasons: explainUnmapped(catalog.quotas, catalog.models, words.unmappedQuotas),
  }));
  const isMany = connections.length > 1;
  if (options.json) {
    writeDocuments({ documents: views.map(({ document }) => document), isMany, isJson: true }, String, io);
  } else {
    writeDocuments({ documents: views, isMany, isJson: false }, (view) => renderQuotas(view, style, words), io);
  }
  for (const { connection, blindSpots, fatal, catalog } of readings) {
    const complaints = { connection, fatal: fatal ? [fatal] : [], blindSpots, problems: catalog.problems, words };
    complainOf(complaints, io, options.verbose === true);
  }
  return readings.some(({ fatal }) => fatal !== null) ? EXIT.unreadable : EXIT.fine;
}
