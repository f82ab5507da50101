import { seriesKeyOf } from '../../lib/core/series-key';
import { toIso } from '../../lib/core/time';
import { spellQuantity } from '../../lib/core/wording';
import { CliError, EXIT } from '../cli-error';
import { parseReplayLine, quoteValue, type ReplayLine } from './replay-line';

/** What a replay file tells. */
export interface ReplayFile {
  /** In the order of the file. */
  readonly lines: readonly ReplayLine[];
  /** Keys that mean nothing, sorted, each once. */
  readonly unknownKeys: readonly string[];
}

interface Entry {
  /** `line 7`, or `entry 7` of a file that is one array. */
  readonly place: string;
  readonly value: unknown;
  /** Why the entry is no JSON; `null` when it is. */
  readonly fault: string | null;
}

/** Bad lines that are told one by one; the rest is counted. */
const TOLD_LINES = 5;

const ADVICE = 'docs/replay.md tells the form';

function toReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readArray(text: string, file: string): Entry[] {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    const why = `${file} begins like a JSON array and is none (${toReason(cause)})`;
    throw new CliError(EXIT.wrongCall, `${why}; allowed are one JSON object a line, or one array; ${ADVICE}`, {
      cause,
    });
  }
  return (Array.isArray(values) ? values : [values]).map((value: unknown, index) => ({
    place: `entry ${index + 1}`,
    value,
    fault: null,
  }));
}

function readLines(text: string): Entry[] {
  return text.split('\n').flatMap((raw, index): Entry[] => {
    const place = `line ${index + 1}`;
    const line = raw.trim();
    if (line === '') return [];
    try {
      return [{ place, value: JSON.parse(line), fault: null }];
    } catch {
      return [{ place, value: null, fault: `no JSON: ${quoteValue(line)}, allowed is one JSON object a line` }];
    }
  });
}

/**
 * Reads JSON lines, or one JSON array, of minutes. Blank lines and a byte order mark are fine; the order is free.
 * @throws CliError that counts all bad lines and names the first few with what was got and what is allowed.
 */
export function parseReplayFile(text: string, file: string): ReplayFile {
  const whole = text.trim();
  const entries = whole.startsWith('[') ? readArray(whole, file) : readLines(text);
  const lines: ReplayLine[] = [];
  const unknownKeys = new Set<string>();
  const bad: string[] = [];
  const placeByKey = new Map<string, string>();
  for (const { place, value, fault } of entries) {
    if (fault !== null) {
      bad.push(`${place}: ${fault}`);
      continue;
    }
    const parsed = parseReplayLine(value);
    if (parsed.kind === 'faulty') {
      bad.push(`${place}: ${parsed.faults.join(', ')}`);
      continue;
    }
    const { minute, modelId } = parsed.line;
    const key = `${minute} ${seriesKeyOf(parsed.line)}`;
    const before = placeByKey.get(key);
    if (before !== undefined) {
      bad.push(`${place} tells ${toIso(minute)} of ${modelId} again after ${before}, allowed is one line for both`);
      continue;
    }
    placeByKey.set(key, place);
    lines.push(parsed.line);
    for (const unknown of parsed.unknownKeys) unknownKeys.add(unknown);
  }
  if (bad.length > 0) {
    const told = bad.slice(0, TOLD_LINES).join('; ');
    const untold = bad.length > TOLD_LINES ? `; and ${bad.length - TOLD_LINES} more` : '';
    const count = `${spellQuantity(bad.length, 'bad line')} of ${entries.length}`;
    throw new CliError(EXIT.wrongCall, `${file}: ${count}: ${told}${untold}; ${ADVICE}`);
  }
  return { lines, unknownKeys: [...unknownKeys].sort() };
}
