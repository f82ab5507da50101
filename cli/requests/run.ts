import { SCHEMA_VERSION } from '../../lib/contract';
import { followRequests } from '../../lib/core/answers/increase';
import { toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { complainOf } from '../region/complaints';
import { closeClients, connect } from '../region/connection';
import { readQuotas } from '../region/read-quotas';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { createProgress } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { type RequestedRegion, renderRequests } from './render';

/** Calls without which the answer is none. */
const INDISPENSABLE: ReadonlySet<string> = new Set([
  'servicequotas:ListServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
]);

/** `requests`: what was asked for in every Region, and what became of it. @throws CliError */
export async function runRequests(options: GlobalOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const connections = await connect(options, io);
  const now = toMinute(io.now());
  const progress = createProgress(io, words);
  const readings = await Promise.all(
    connections.map(async (connection) => {
      const reading = await readQuotas(connection, { now, progress, overrides: {} });
      closeClients(connection.clients);
      const fatal = reading.blindSpots.filter(({ source }) => INDISPENSABLE.has(source));
      return { connection, ...reading, fatal };
    }),
  );
  const shown = readings
    .filter(({ fatal }) => fatal.length === 0)
    .map(
      ({ connection, catalog, accountId }): RequestedRegion => ({
        region: connection.region,
        accountId,
        now,
        document: {
          schemaVersion: SCHEMA_VERSION,
          requests: followRequests(catalog.requests?.requests ?? [], catalog.quotas),
        },
      }),
    );
  const isMany = connections.length > 1;
  if (options.json) {
    writeDocuments({ documents: shown.map(({ document }) => document), isMany, isJson: true }, String, io);
  } else {
    const style = chooseStyle(options, io);
    writeDocuments({ documents: shown, isMany, isJson: false }, (one) => renderRequests(one, style, words), io);
  }
  for (const { connection, blindSpots, fatal, catalog } of readings) {
    complainOf({ connection, fatal, blindSpots, problems: catalog.problems, words }, io, options.verbose === true);
  }
  return readings.some(({ fatal }) => fatal.length > 0) ? EXIT.unreadable : EXIT.fine;
}
