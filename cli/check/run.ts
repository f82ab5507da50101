import { commandWordsOf } from '../../lib/language/command-words';
import { renderQuotaPage } from '../../lib/page/page';
import { complainOfReadings, evaluateRegions } from '../region/evaluate-region';
import { isReplay, type ReplayedRegion, replayIncident } from '../replay/replay';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { writeTextFile } from '../terminal/write-file';
import { renderBrief } from './brief';
import { isFailing } from './is-failing';
import type { CheckOptions } from './options';
import { renderCheck } from './render';
import { runCheckOfAll } from './run-all';
import { toShown } from './shown';
import { watchCheck } from './watch';

function writePage({ html: path, language }: CheckOptions & { html: string }, region: ReplayedRegion, io: CliIo): void {
  writeTextFile(path, renderQuotaPage(toShown(region, language)), commandWordsOf(language), io);
}

/** `check`: one evaluation, or one kept fresh, of every Region asked for. @throws CliError */
export async function runCheck(options: CheckOptions, io: CliIo): Promise<ExitCode> {
  const isMany = options.region.length > 1;
  const words = commandWordsOf(options.language);
  if (options.all) return runCheckOfAll(options, io);
  if (options.watch !== undefined) return watchCheck({ ...options, watch: options.watch }, io);
  if (options.html !== undefined && isMany) throw new CliError(EXIT.wrongCall, words.complaints.check.oneRegion);
  const regions = isReplay(options) ? [await replayIncident(options, io)] : await evaluateRegions(options, io);
  const style = chooseStyle(options, io);
  const reports = regions.map(({ report }) => report);
  if (options.json) {
    writeDocuments({ documents: reports.map(({ document }) => document), isMany, isJson: true }, String, io);
  } else {
    const render = options.brief ? renderBrief : renderCheck;
    writeDocuments({ documents: reports, isMany, isJson: false }, (one) => render(one, style, words), io);
  }
  const isUnread = complainOfReadings(regions, { ...options, shown: options.json ? 'nothing' : 'everything' }, io);
  const [first] = regions;
  if (options.html !== undefined && first) writePage({ ...options, html: options.html }, first, io);
  if (isUnread) return EXIT.unreadable;
  return regions.some((region) => isFailing(region, options.failOn)) ? EXIT.found : EXIT.fine;
}
