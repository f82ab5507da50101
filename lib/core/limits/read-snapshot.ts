import { toMinute } from '../vocabulary/time';
import {
  type BlockReason,
  LIMITS_SCHEMA_VERSION,
  type LimitsSnapshot,
  type ModelLimits,
  POOL_SCOPES,
  type PoolLimits,
} from './snapshot';
import { REASON_KEYS, SCOPE_KEYS } from './wire';

/** A text as a snapshot, or why it is none. */
export type SnapshotReading =
  | { readonly kind: 'snapshot'; readonly snapshot: LimitsSnapshot }
  /** Of a version that this one does not know. */
  | { readonly kind: 'newer'; readonly schemaVersion: number }
  /** @param at what is wrong: `models[3].c.t`; empty: it is no JSON object. */
  | { readonly kind: 'junk'; readonly at: string };

/** Says where something is that no snapshot has. */
class Junk extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function fieldsAt(value: unknown, at: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Junk(at);
}

/** An own field; what a prototype has is none. */
function ownOf(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function amountAt(value: unknown, at: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new Junk(at);
}

function textAt(value: unknown, at: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Junk(at);
}

/** What is absent is `null`. */
function optional<T>(fields: Fields, key: string, at: string, read: (value: unknown, at: string) => T): T | null {
  const value = ownOf(fields, key);
  return value === undefined ? null : read(value, `${at}${key}`);
}

/** What is there as `null` is `null`; what is absent is junk. */
function nullable<T>(fields: Fields, key: string, read: (value: unknown, at: string) => T): T | null {
  const value = ownOf(fields, key);
  return value === null ? null : read(value, key);
}

function percentAt(value: unknown, at: string): number {
  const percent = amountAt(value, at);
  if (percent <= 100) return percent;
  throw new Junk(at);
}

function rateAt(value: unknown, at: string): number {
  const rate = amountAt(value, at);
  if (rate > 0) return rate;
  throw new Junk(at);
}

function reasonAt(value: unknown, at: string): BlockReason {
  for (const [reason, key] of Object.entries(REASON_KEYS)) if (key === value) return reason as BlockReason;
  throw new Junk(at);
}

function minuteAt(value: unknown, at: string): number {
  const time = Date.parse(textAt(value, at));
  if (Number.isFinite(time)) return toMinute(time);
  throw new Junk(at);
}

function poolAt(value: unknown, at: string): PoolLimits {
  const pool = fieldsAt(value, at);
  return {
    tokensPerMinute: optional(pool, 't', `${at}.`, amountAt),
    requestsPerMinute: optional(pool, 'r', `${at}.`, amountAt),
    tokensPerDay: optional(pool, 'd', `${at}.`, amountAt),
    headroomPercent: optional(pool, 'h', `${at}.`, percentAt),
    blocked: optional(pool, 'x', `${at}.`, reasonAt),
  };
}

function modelAt(value: unknown, at: string): ModelLimits {
  const model = fieldsAt(value, at);
  const pools = POOL_SCOPES.flatMap((scope) => {
    const pool = optional(model, SCOPE_KEYS[scope], `${at}.`, poolAt);
    return pool ? [[scope, pool] as const] : [];
  });
  return {
    modelId: textAt(ownOf(model, 'm'), `${at}.m`),
    burndownRate: optional(model, 'b', `${at}.`, rateAt),
    pools: Object.fromEntries(pools),
  };
}

function toSnapshot(fields: Fields): LimitsSnapshot {
  const models = ownOf(fields, 'models');
  if (!Array.isArray(models)) throw new Junk('models');
  return {
    accountId: nullable(fields, 'accountId', textAt),
    region: textAt(ownOf(fields, 'region'), 'region'),
    madeAt: nullable(fields, 'madeAt', minuteAt),
    account: optional(fields, 'a', '', poolAt),
    models: models.map((model, index) => modelAt(model, `models[${index}]`)),
    leftOut: amountAt(ownOf(fields, 'leftOut'), 'leftOut'),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Junk is an answer here, whatever is wrong with it.
    return null;
  }
}

/** Reads what {@link writeSnapshot} wrote. Keys it does not know are passed over; of a wrong value nothing is taken. */
export function readSnapshot(text: string): SnapshotReading {
  try {
    const fields = fieldsAt(parse(text), '');
    const schemaVersion = amountAt(ownOf(fields, 'schemaVersion'), 'schemaVersion');
    if (schemaVersion > LIMITS_SCHEMA_VERSION) return { kind: 'newer', schemaVersion };
    if (schemaVersion !== LIMITS_SCHEMA_VERSION) throw new Junk('schemaVersion');
    return { kind: 'snapshot', snapshot: toSnapshot(fields) };
  } catch (error) {
    if (error instanceof Junk) return { kind: 'junk', at: error.message };
    throw error;
  }
}
