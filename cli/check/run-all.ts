import { type Overview, type SeenTarget, toOverview } from '../../lib/core/answers/overview';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { renderFleetPage } from '../../lib/page/fleet/fleet-page';
import { toFleetDocument } from '../fleet/documents';
import { findFleet } from '../fleet/find-fleet';
import { readEach } from '../fleet/read-each';
import { complainOfReadings, type EvaluatedRegion, evaluateRegion, prepareJudging } from '../region/evaluate-region';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import { writePaged } from '../terminal/pager';
import type { CliIo } from '../terminal/process-io';
import { createCount, NO_PROGRESS } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeJson } from '../terminal/write-documents';
import { writeTextFile } from '../terminal/write-file';
import { isFailing } from './is-failing';
import type { CheckOptions } from './options';
import { renderCheck } from './render';
import { renderOverview } from './render-overview';
import { toShown } from './shown';

/** Whether all that is indispensable was read. */
function isWhole({ quotas, usage }: EvaluatedRegion): boolean {
  return quotas.fatal === null && usage.fatal === null;
}

/** A target that was evaluated. */
interface EvaluatedTarget extends SeenTarget {
  readonly read: EvaluatedRegion;
}

/** What is said of the targets, in the form that is asked for. */
function writeOverview(
  overview: Overview<EvaluatedTarget>,
  { now, options }: { readonly now: EpochMinute; readonly options: CheckOptions },
  io: CliIo,
): void {
  const { targets, unseen } = overview;
  const words = commandWordsOf(options.language);
  const style = chooseStyle(options, io);
  const [only, ...others] = targets;
  if (options.json) {
    const documents = targets.map(({ place, report: { document } }) => ({ place, document }));
    writeJson(toFleetDocument(documents, unseen), io);
  } else if (only && others.length + unseen.length === 0) {
    writePaged(renderCheck(only.report, style, words), io);
    complainOfReadings([only.read], { ...options, shown: 'everything' }, io);
  } else {
    writePaged(renderOverview(overview, { now, style, words }), io);
  }
}

/** `check --all`: one evaluation of every target of a deployed watchdog, worst first; of a single one in full. @throws CliError */
export async function runCheckOfAll(options: CheckOptions, io: CliIo): Promise<ExitCode> {
  const { language } = options;
  const judging = await prepareJudging(options, io);
  const fleet = await findFleet(options, io);
  const now = options.at ?? toMinute(io.now());
  const reading = { ...judging, now, progress: NO_PROGRESS };
  const { read, unseen } = await readEach(
    fleet,
    (connection) => evaluateRegion(connection, reading),
    createCount(io, commandWordsOf(language)),
  );
  const seen = read.map((one): EvaluatedTarget => ({ ...one, report: one.read.report }));
  const overview = toOverview(seen, unseen);
  writeOverview(overview, { now, options }, io);
  if (options.html !== undefined) {
    const targets = overview.targets.map((target) => ({ ...target, shown: toShown(target.read, language) }));
    const page = renderFleetPage({ watchdog: fleet.stack, now, targets, unseen, language });
    writeTextFile(options.html, page, commandWordsOf(language), io);
  }
  if (unseen.length > 0 || !seen.every((one) => isWhole(one.read))) return EXIT.unreadable;
  return seen.some((one) => isFailing(one.read, options.failOn)) ? EXIT.found : EXIT.fine;
}
