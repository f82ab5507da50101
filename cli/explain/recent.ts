import { isOwnQuota } from '../../lib/core/answers/explain';
import { type ExplainedRefusals, explainRefusals } from '../../lib/core/answers/recent';
import { groupRefusals } from '../../lib/core/refusals';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { toMinute } from '../../lib/core/vocabulary/time';
import { type CommandWords, commandWordsOf, EN_COMMANDS } from '../../lib/language/command-words';
import { complainOfReadings, type EvaluatedRegion, evaluateRegions } from '../region/evaluate-region';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import { createProgress, type Progress } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { askForAccess } from './access';
import type { ExplainOptions } from './options';
import { type RecentRegion, readRecent } from './read-recent';
import { toRecentDocument } from './recent-document';
import { renderRecent } from './render-recent';

/**
 * Minutes after which a call is recorded, as a rule. AWS names an average of about 5 and guarantees none; older pages of AWS
 * name 15 as the most.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html, 2026-11
 */
const LATEST_RECORD_MINUTES = 15;

interface RecentSurroundings {
  readonly options: ExplainOptions;
  /** Of the answer. */
  readonly words: CommandWords;
  readonly progress: Progress;
  readonly io: CliIo;
}

async function recentOf(read: EvaluatedRegion, surroundings: RecentSurroundings): Promise<RecentRegion> {
  const { options, words, progress, io } = surroundings;
  const { quotas, usage, evaluation, report } = read;
  const { catalog } = quotas;
  const resolve = createModelIdResolver({ ...catalog, customDeployments: usage.customDeployments });
  const question = { minutes: options.recent ?? 0, model: options.model?.trim() ?? null, resolve, progress };
  const reading = await readRecent(read, question, io);
  const input = { quotas: catalog.quotas, profiles: catalog.profiles, resolve, evaluation, words };
  const explained: ExplainedRefusals[] = [];
  for (const one of explainRefusals(groupRefusals(reading.refusals), input)) {
    const availability = await askForAccess(one.explanation, evaluation.region);
    explained.push(...(availability ? explainRefusals(one.groups, { ...input, availability }) : [one]));
  }
  const lateFrom = Math.max(reading.asked.from, toMinute(io.now()) - LATEST_RECORD_MINUTES);
  return {
    document: report.document,
    reading,
    explained,
    lateFrom: lateFrom < reading.asked.until ? lateFrom : null,
  };
}

/** Says where CloudTrail could not be read, and what is missing for it. @returns whether it could not anywhere */
function complainOfTrail(regions: readonly RecentRegion[], words: CommandWords, io: CliIo): boolean {
  for (const { document, reading } of regions) {
    if (reading.blindSpot) complain(io, `${document.region}: ${spellStatement(reading.blindSpot, words)}`);
  }
  return regions.some(({ reading }) => reading.blindSpot !== null);
}

/**
 * `explain --recent`: which calls CloudTrail recorded as refused lately in every Region asked for, whose they were, and what
 * each means. @throws CliError
 */
export async function runRecent(options: ExplainOptions, io: CliIo): Promise<ExitCode> {
  const people = commandWordsOf(options.language);
  const lookback = Math.max(options.lookback, options.recent ?? 0);
  const regions = await evaluateRegions({ ...options, lookback }, io);
  // Programs read English in every language.
  const words = options.json ? EN_COMMANDS : people;
  const surroundings = { options, words, progress: createProgress(io, people), io };
  const recent = await Promise.all(regions.map((region) => recentOf(region, surroundings)));
  const isMany = options.region.length > 1;
  if (options.json) {
    writeDocuments({ documents: recent.map(toRecentDocument), isMany, isJson: true }, String, io);
  } else {
    const style = chooseStyle({ isColourWanted: options.color, isTerminal: io.isTerminal.out, env: io.env });
    writeDocuments({ documents: recent, isMany, isJson: false }, (one) => renderRecent(one, { style, words }), io);
  }
  const isUnread = complainOfReadings(regions, options, io);
  if (complainOfTrail(recent, people, io) || isUnread) return EXIT.unreadable;
  const isOwn = recent.some(({ explained }) => explained.some(({ explanation }) => isOwnQuota(explanation)));
  return isOwn ? EXIT.found : EXIT.fine;
}
