import { type SeenTarget, toOverview } from '../../lib/core/answers/overview';
import { toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { toFleetDocument } from '../fleet/documents';
import { findFleet } from '../fleet/find-fleet';
import { isRead, readEach } from '../fleet/read-each';
import { complainOfReadings, type EvaluatedRegion, evaluateRegion, prepareJudging } from '../region/evaluate-region';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import { writePaged } from '../terminal/pager';
import type { CliIo } from '../terminal/process-io';
import { NO_PROGRESS } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { isFailing } from './is-failing';
import type { CheckOptions } from './options';
import { renderCheck } from './render';
import { renderOverview } from './render-overview';

/** Whether all that is indispensable was read. */
function isWhole({ quotas, usage }: EvaluatedRegion): boolean {
  return quotas.fatal === null && usage.fatal === null;
}

/** `check --all`: one evaluation of every target of a deployed watchdog, worst first; of a single one in full. @throws CliError */
export async function runCheckOfAll(options: CheckOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const judging = await prepareJudging(options, io);
  const fleet = await findFleet(options, io);
  const now = options.at ?? toMinute(io.now());
  const reading = { ...judging, now, progress: NO_PROGRESS };
  const outcomes = await readEach(fleet, (connection) => evaluateRegion(connection, reading));
  const read = outcomes.filter(isRead);
  const unseen = outcomes.flatMap((one) => (isRead(one) ? [] : [one]));
  const seen: SeenTarget[] = read.map(({ place, read: { report } }) => ({ place, report }));
  const style = chooseStyle(options, io);
  const [only] = read;
  if (options.json) {
    const documents = seen.map(({ place, report: { document } }) => ({ place, document }));
    writePaged(`${JSON.stringify(toFleetDocument(documents, unseen), null, 2)}\n`, io);
  } else if (outcomes.length === 1 && only) {
    writePaged(renderCheck(only.read.report, style, words), io);
    complainOfReadings([only.read], { ...options, shown: 'everything' }, io);
  } else {
    writePaged(renderOverview(toOverview(seen, unseen), { now, style, words }), io);
  }
  if (unseen.length > 0 || !read.every((one) => isWhole(one.read))) return EXIT.unreadable;
  return read.some((one) => isFailing(one.read, options.failOn)) ? EXIT.found : EXIT.fine;
}
