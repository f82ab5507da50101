import { explainUnmapped } from '../../lib/core/quotas/map-quotas';
import { toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { toFleetDocument } from '../fleet/documents';
import { findFleet } from '../fleet/find-fleet';
import { readEach } from '../fleet/read-each';
import { renderUnseen } from '../fleet/render-unseen';
import { complainOf } from '../region/complaints';
import type { ReadingConnection } from '../region/connection';
import { readQuotas } from '../region/read-quotas';
import { readOverridesFile } from '../settings/read-overrides';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import { writePaged } from '../terminal/pager';
import type { CliIo } from '../terminal/process-io';
import { createCount, NO_PROGRESS } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeJson } from '../terminal/write-documents';
import { toQuotasDocument } from './document';
import type { QuotasOptions } from './options';
import { renderQuotas } from './render';
import { renderQuotasOfAll } from './render-all';

/** Whether only some rows are asked for: these are then listed of each target. */
function isFiltered({ zero, lowered, unmapped, text }: QuotasOptions): boolean {
  return [zero, lowered, unmapped].includes(true) || (text ?? '').trim() !== '';
}

/** `quotas --all`: how many quotas of each target are 0, lowered or unmapped; of one, or by filters, the rows. @throws CliError */
export async function runQuotasOfAll(options: QuotasOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const overrides = await readOverridesFile({ path: options.overrides, language: options.language }, io);
  const fleet = await findFleet(options, io);
  const reading = { now: toMinute(io.now()), progress: NO_PROGRESS, overrides, hasRequests: false };
  const readOne = async (connection: ReadingConnection) => ({ connection, ...(await readQuotas(connection, reading)) });
  const { read, unseen } = await readEach(fleet, readOne, createCount(io, words));
  const views = read
    .filter(({ read: { catalog, fatal } }) => fatal === null || catalog.quotas.length > 0)
    .map(({ place, read: { catalog } }) => ({
      place,
      document: toQuotasDocument(catalog, place, options),
      reasons: explainUnmapped(catalog.quotas, catalog.models, words.unmappedQuotas),
    }));
  const style = chooseStyle(options, io);
  if (options.json) {
    writeJson(toFleetDocument(views, unseen), io);
  } else {
    const isInRows = fleet.targets.length === 1 || isFiltered(options);
    const shown = isInRows ? views.filter(({ document }) => document.quotas.length > 0) : [];
    const texts = [
      ...(isInRows ? [] : [renderQuotasOfAll(views, { style, words })]),
      ...shown.map((view) => renderQuotas(view, style, words)),
      ...(isInRows && shown.length === 0 && views.length > 0 ? [`${words.cli.targets.noRows}\n`] : []),
    ];
    const missing = renderUnseen(unseen, { style, words });
    writePaged(`${texts.join('\n')}${missing.map((line) => `${line}\n`).join('')}`, io);
  }
  for (const {
    read: { connection, blindSpots, fatal, catalog },
  } of read) {
    const complaints = { connection, fatal: fatal ? [fatal] : [], blindSpots, problems: catalog.problems, words };
    complainOf(complaints, io, options.verbose === true);
  }
  const isUnread = unseen.length > 0 || read.some(({ read: { fatal } }) => fatal !== null);
  return isUnread ? EXIT.unreadable : EXIT.fine;
}
