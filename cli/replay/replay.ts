import { toIso } from '../../lib/core/time';
import type { EpochMinute } from '../../lib/core/usage';
import { CliError, EXIT } from '../cli-error';
import { complain } from '../complaints';
import { type EvaluatedRegion, evaluateReadings } from '../evaluate-region';
import type { GlobalOptions } from '../options';
import type { CliIo } from '../process-io';
import { readBurndownFile } from '../read-burndown';
import { readRulesFile } from '../read-rules';
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

const STANDARD_INPUT = 'standard input';

/** Whether a replay is asked for. @throws CliError when its options do not go together. */
export function isReplay(options: ReplayOptions): options is ReplayOptions & { replay: string; quotas: string } {
  const given = COMPANIONS.filter((name) => options[name] !== undefined);
  if (options.replay === undefined) {
    const [first] = given;
    if (first === undefined) return false;
    throw new CliError(EXIT.wrongCall, `--${first} is for a replay; add --replay FILE, or leave --${first} out`);
  }
  if (options.quotas === undefined) {
    const message = '--replay needs the quotas of the incident; add --quotas FILE, a saved list-service-quotas';
    throw new CliError(EXIT.wrongCall, message);
  }
  if (options.region.length > 1) {
    throw new CliError(EXIT.wrongCall, '--replay is of one Region and several are given; run it once for each Region');
  }
  const fromInput = (['replay', ...given, 'overrides', 'burndown', 'rules'] as const).filter(
    (name) => options[name] === '-',
  );
  if (fromInput.length > 1) {
    const names = fromInput.map((name) => `--${name}`).join(' and ');
    throw new CliError(
      EXIT.wrongCall,
      `${names} cannot all be -: standard input is one file; name files for the others`,
    );
  }
  return true;
}

function chooseNow(lines: readonly ReplayLine[], at: EpochMinute | undefined, file: string): EpochMinute {
  if (at !== undefined) return at;
  const [first] = lines;
  if (first === undefined) {
    throw new CliError(EXIT.wrongCall, `${file} has no line, so there is no clock; add lines, or --at TIME`);
  }
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
  const file = options.replay === '-' ? STANDARD_INPUT : options.replay;
  const burndownRates = await readBurndownFile(options.burndown, io);
  const rules = await readRulesFile(options.rules, io);
  const { lines, unknownKeys } = parseReplayFile(await readFile(options.replay, '--replay', io), file);
  const now = chooseNow(lines, options.at, file);
  const { region, notes, quotas } = await readQuotaFiles(options, now, io);
  const outside = describeOutside(lines, { now, lookbackMinutes: options.lookback });
  const all = [
    ...(unknownKeys.length === 0
      ? []
      : [`${file}: ignored ${unknownKeys.join(', ')}; the keys that count are ${REPLAY_KEYS.join(', ')}`]),
    ...notes,
    ...(options.profile === undefined ? [] : ['--profile is not used in a replay; --profiles FILE names profiles']),
    ...(lines.length === 0 ? [`${file} has no line: no traffic at ${toIso(now)}`] : []),
    ...(outside === null ? [] : [`${file}: ${outside}`]),
  ];
  for (const note of all) complain(io, `note: ${note}`);
  const usage = { series: toSeries(lines, now), errors: [], fatal: null };
  const judging = { region, now, lookbackMinutes: options.lookback, burndownRates, rules, language: options.language };
  const evaluation = evaluateReadings({ quotas, usage }, judging);
  return { connection: { region, failures: [] }, quotas, usage, evaluation };
}
