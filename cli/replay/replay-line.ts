import { USAGE_KINDS, type UsageKind } from '../../lib/core/metric-kinds';
import type { Endpoint } from '../../lib/core/quota';
import type { SeriesIdentity } from '../../lib/core/series-key';
import type { EpochMinute } from '../../lib/core/usage';
import { readMinute } from '../read-minute';

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

const ALLOWED_TIME = 'allowed is an ISO time with its zone, such as 2026-10-14T14:32:00Z';
/** Whole numbers above it are not exact. */
const LARGEST_COUNT = Number.MAX_SAFE_INTEGER;
const ALLOWED_COUNT = `allowed is a number from 0 to ${LARGEST_COUNT}`;
const SHOWN_CHARACTERS = 60;

/** A value as it is quoted in a complaint. */
export function quoteValue(value: unknown): string {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value));
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
export function parseReplayLine(value: unknown): ParsedLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'faulty', faults: [`it is ${quoteValue(value)}, allowed is a JSON object`] };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const faults: string[] = [];
  const minute = typeof fields.at === 'string' ? readMinute(fields.at) : null;
  if (minute === null) faults.push(`at is ${quoteValue(fields.at)}, ${ALLOWED_TIME}`);
  const modelId = typeof fields.modelId === 'string' ? fields.modelId.trim() : '';
  if (modelId === '') {
    faults.push(`modelId is ${quoteValue(fields.modelId)}, allowed is the ModelId of the CloudWatch metric`);
  }
  const endpoint = readEndpoint(fields.endpoint ?? null);
  if (endpoint === null) faults.push(`endpoint is ${quoteValue(fields.endpoint)}, allowed are "runtime" and "mantle"`);
  const points = new Map<UsageKind, number>();
  for (const kind of USAGE_KINDS) {
    const count = fields[kind] ?? null;
    if (count === null) continue;
    if (isCount(count)) points.set(kind, count);
    else faults.push(`${kind} is ${quoteValue(count)}, ${ALLOWED_COUNT}`);
  }
  if (minute === null || endpoint === null || faults.length > 0) return { kind: 'faulty', faults };
  const unknownKeys = Object.keys(fields).filter((key) => !REPLAY_KEYS.includes(key));
  return { kind: 'line', line: { minute, endpoint, modelId, points }, unknownKeys };
}
