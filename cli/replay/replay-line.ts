import { USAGE_KINDS, type UsageKind } from '../../lib/core/traffic/metrics';
import type { Endpoint } from '../../lib/core/vocabulary/quota';
import type { SeriesIdentity } from '../../lib/core/vocabulary/series-key';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { CommandWords } from '../../lib/language/command-words';
import { readMinute } from '../terminal/read-minute';

/** One minute of one metric ModelId of one endpoint as a replay file tells it. */
export interface ReplayLine extends SeriesIdentity {
  readonly minute: EpochMinute;
  /** The columns that have a point; a column that is absent or `null` has none. */
  readonly points: ReadonlyMap<UsageKind, number>;
}

/** A line, or everything that is wrong with it: what was got and what is allowed. */
export type ParsedLine =
  | { readonly kind: 'line'; readonly line: ReplayLine; readonly unknownKeys: readonly string[] }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** Every key that means something. */
export const REPLAY_KEYS: readonly string[] = ['at', 'modelId', 'endpoint', ...USAGE_KINDS];

/** Whole numbers above it are not exact. */
const LARGEST_COUNT = Number.MAX_SAFE_INTEGER;
const SHOWN_CHARACTERS = 60;

/** JSON of a value; of one that is nested too deep to be written again, its brackets alone. */
function spellJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    if (error instanceof RangeError) return Array.isArray(value) ? '[…]' : '{…}';
    throw error;
  }
}

/** A value of a file as it is quoted in a complaint. */
export function quoteValue(value: unknown): string {
  const text = spellJson(value);
  // JSON has no Infinity, yet 1e999 is read as one and would be quoted as null.
  const exact = typeof value === 'number' ? String(value) : text;
  return exact.length > SHOWN_CHARACTERS ? `${exact.slice(0, SHOWN_CHARACTERS)}…` : exact;
}

/** `bedrock-runtime` unless said otherwise. */
function readEndpoint(value: unknown): Endpoint | null {
  if (value === null || value === 'runtime') return 'runtime';
  return value === 'mantle' ? value : null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LARGEST_COUNT;
}

/** Reads one parsed JSON value as a line. Never throws. */
export function parseReplayLine(value: unknown, { replay }: CommandWords): ParsedLine {
  const { line, needs } = replay;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'faulty', faults: [line.itself(quoteValue(value), needs.jsonObject)] };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const faults: string[] = [];
  const blame = (key: string, need: string) => {
    const got = fields[key];
    faults.push(got === undefined ? line.lacks(key, need) : line.is(key, quoteValue(got), need));
  };
  const minute = typeof fields.at === 'string' ? readMinute(fields.at) : null;
  if (minute === null) blame('at', needs.time);
  const modelId = typeof fields.modelId === 'string' ? fields.modelId.trim() : '';
  if (modelId === '') blame('modelId', needs.modelId);
  const endpoint = readEndpoint(fields.endpoint ?? null);
  if (endpoint === null) blame('endpoint', needs.endpoint);
  const points = new Map<UsageKind, number>();
  for (const kind of USAGE_KINDS) {
    const count = fields[kind] ?? null;
    if (count === null) continue;
    if (isCount(count)) points.set(kind, count);
    else blame(kind, needs.count(LARGEST_COUNT));
  }
  if (minute === null || endpoint === null || faults.length > 0) return { kind: 'faulty', faults };
  const unknownKeys = Object.keys(fields).filter((key) => !REPLAY_KEYS.includes(key));
  return { kind: 'line', line: { minute, endpoint, modelId, points }, unknownKeys };
}
