import { type EpochMinute, toIso } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { type EvaluatedRegion, evaluateReadings } from '../region/evaluate-region';
import { readBurndownFile } from '../settings/read-burndown';
import { readRulesFile } from '../settings/read-rules';
import { CliError, EXIT } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { readFile } from './read-listing';
import { parseReplayFile } from './read-replay-file';
import { REPLAY_KEYS, type ReplayLine } from './replay-line';
import { type ReplayFiles, readQuotaFiles } from './replay-quotas';
import { describeOutside, toSeries } from './replay-series';

/** Options of `check` that a replay looks at. */
export type ReplayOptions = Pick<GlobalOptions, 'language' | 'region' | 'profile'> &
  ReplayFiles & {
    /** The clock. @default the minute after the last line */
    readonly at?: EpochMinute;
    /** Minutes. */
    readonly lookback: number;
    /** File of burndown rates. */
    readonly burndown?: string;
    /** File of alert rules. */
    readonly rules?: string;
  };

/** A Region evaluated from files; nothing was called. */
export type ReplayedRegion = Omit<EvaluatedRegion, 'connection'> & {
  readonly connection: Pick<EvaluatedRegion['connection'], 'region' | 'failures'>;
};

const COMPANIONS = ['quotas', 'defaults', 'profiles', 'models'] as const;

/** Whether a replay is asked for. @throws CliError when its options do not go together. */
export function isReplay(options: ReplayOptions): options is ReplayOptions & { replay: string; quotas: string } {
  const { replay } = commandWordsOf(options.language);
  const given = COMPANIONS.filter((name) => options[name] !== undefined);
  if (options.replay === undefined) {
    const [first] = given;
    if (first === undefined) return false;
    throw new CliError(EXIT.wrongCall, replay.forReplay(`--${first}`));
  }
  if (options.quotas === undefined) throw new CliError(EXIT.wrongCall, replay.needsQuotas);
  if (options.region.length > 1) throw new CliError(EXIT.wrongCall, replay.oneRegion);
  const fromInput = (['replay', ...given, 'overrides', 'burndown', 'rules'] as const).filter(
    (name) => options[name] === '-',
  );
  if (fromInput.length > 1) {
    const flags = fromInput.map((name) => `--${name}`).join(replay.and);
    throw new CliError(EXIT.wrongCall, replay.oneInput(flags));
  }
  return true;
}

/** The minute after the last line; `null` without lines. */
function findNow(lines: readonly ReplayLine[]): EpochMinute | null {
  const [first] = lines;
  if (first === undefined) return null;
  return lines.reduce((last, { minute }) => Math.max(last, minute), first.minute) + 1;
}

/**
 * Evaluates an incident from files as `check` evaluates an account: no call of AWS, no credentials, no machine's clock.
 * @throws CliError when a file cannot be used.
 */
export async function replayIncident(
  options: ReplayOptions & { replay: string; quotas: string },
  io: CliIo,
): Promise<ReplayedRegion> {
  const { language } = options;
  const words = commandWordsOf(language);
  const { standardInput, noClock, notes: said } = words.replay;
  const file = options.replay === '-' ? standardInput : options.replay;
  const burndownRates = await readBurndownFile({ path: options.burndown, language }, io);
  const rules = await readRulesFile({ path: options.rules, language }, io);
  const { lines, unknownKeys } = parseReplayFile(
    await readFile({ path: options.replay, words, option: '--replay' }, io),
    { file, words },
  );
  const now = options.at ?? findNow(lines);
  if (now === null) throw new CliError(EXIT.wrongCall, noClock(file));
  const { region, notes, quotas } = await readQuotaFiles(options, now, io);
  const outside = describeOutside({ file, lines }, { now, lookbackMinutes: options.lookback }, words);
  const all = [
    ...(unknownKeys.length === 0 ? [] : [said.ignored(file, unknownKeys.join(', '), REPLAY_KEYS.join(', '))]),
    ...notes,
    ...(options.profile === undefined ? [] : [said.profile]),
    ...(lines.length === 0 ? [said.noTraffic(file, toIso(now))] : []),
    ...(outside === null ? [] : [outside]),
  ];
  for (const note of all) complain(io, words.complaints.note(note));
  const usage = { series: toSeries(lines, now), customDeployments: {}, blindSpots: [], fatal: null };
  const judging = { region, now, lookbackMinutes: options.lookback, burndownRates, rules, language };
  return {
    connection: { region, failures: [] },
    quotas,
    usage,
    ...evaluateReadings({ quotas, usage }, judging),
  };
}
