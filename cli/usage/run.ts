import { commandWordsOf } from '../../lib/language/command-words';
import { chooseModel } from '../region/choose-model';
import { complainOfReadings } from '../region/evaluate-region';
import { readHistories } from '../region/read-history';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { shareBy } from './by';
import { toUsageDocument, type UsageDocument } from './document';
import type { UsageOptions } from './options';
import { renderUsage } from './render';
import { writeUsagePage } from './write-page';

/** The word for every model. */
const ALL = 'all';

/** `usage`: what the minutes of a model, or of all, were in every Region asked for. @throws CliError */
export async function runUsage(model: string, options: UsageOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const isMany = options.region.length > 1;
  if (options.html !== undefined && isMany) throw new CliError(EXIT.wrongCall, words.usage.complaints.oneRegion);
  const what = model === ALL ? words.usage.allModels : model;
  const histories = await readHistories(options, model === ALL ? null : chooseModel(model, words), io);
  const documents: UsageDocument[] = [];
  let isUnknown = false;
  for (const history of histories) {
    if (history.usage.fatal) continue;
    const by = options.by ? await shareBy(history, options.by, options, io) : null;
    isUnknown ||= options.by !== undefined && by === null;
    documents.push(toUsageDocument(history, by));
    if (options.html !== undefined) await writeUsagePage(history, what, options, io);
  }
  const style = chooseStyle(options, io);
  const render = (one: UsageDocument) => renderUsage(one, { what, by: options.by ?? null, style, words });
  writeDocuments({ documents, isMany, isJson: options.json === true }, render, io);
  return complainOfReadings(histories, options, io) || isUnknown ? EXIT.unreadable : EXIT.fine;
}
