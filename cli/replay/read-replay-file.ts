import { seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import { toIso } from '../../lib/core/vocabulary/time';
import { spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
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

/** How a file is named in complaints, and their language. */
interface FileName {
  readonly file: string;
  readonly words: CommandWords;
}

function toReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readArray(text: string, { file, words }: FileName): Entry[] {
  const { notArray, entry } = words.replay.line;
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    throw new CliError(EXIT.wrongCall, notArray(file, toReason(cause)), { cause });
  }
  return (Array.isArray(values) ? values : [values]).map((value: unknown, index) => ({
    place: entry(index + 1),
    value,
    fault: null,
  }));
}

function readLines(text: string, { words }: FileName): Entry[] {
  const { at, notJson } = words.replay.line;
  return text.split('\n').flatMap((raw, index): Entry[] => {
    const place = at(index + 1);
    const line = raw.trim();
    if (line === '') return [];
    try {
      return [{ place, value: JSON.parse(line), fault: null }];
    } catch {
      return [{ place, value: null, fault: notJson(quoteValue(line)) }];
    }
  });
}

/**
 * Reads JSON lines, or one JSON array, of minutes. Blank lines and a byte order mark are fine; the order is free.
 * @throws CliError that counts all bad lines and names the first few with what was got and what is allowed.
 */
export function parseReplayFile(text: string, name: FileName): ReplayFile {
  const { file, words } = name;
  const { twice, more, badLine, bad: complain } = words.replay.line;
  const whole = text.trim();
  const entries = whole.startsWith('[') ? readArray(whole, name) : readLines(text, name);
  const lines: ReplayLine[] = [];
  const unknownKeys = new Set<string>();
  const bad: string[] = [];
  const placeByKey = new Map<string, string>();
  for (const { place, value, fault } of entries) {
    if (fault !== null) {
      bad.push(`${place}: ${fault}`);
      continue;
    }
    const parsed = parseReplayLine(value, words);
    if (parsed.kind === 'faulty') {
      bad.push(`${place}: ${parsed.faults.join(', ')}`);
      continue;
    }
    const { minute, modelId } = parsed.line;
    const key = `${minute} ${seriesKeyOf(parsed.line)}`;
    const before = placeByKey.get(key);
    if (before !== undefined) {
      bad.push(twice(place, toIso(minute), modelId, before));
      continue;
    }
    placeByKey.set(key, place);
    lines.push(parsed.line);
    for (const unknown of parsed.unknownKeys) unknownKeys.add(unknown);
  }
  if (bad.length > 0) {
    const untold = bad.length > TOLD_LINES ? [more(bad.length - TOLD_LINES)] : [];
    const faults = [...bad.slice(0, TOLD_LINES), ...untold].join('; ');
    const count = spellQuantity(bad.length, badLine, words);
    throw new CliError(EXIT.wrongCall, complain(file, count, entries.length, faults));
  }
  return { lines, unknownKeys: [...unknownKeys].sort() };
}
