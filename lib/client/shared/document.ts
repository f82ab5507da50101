/** Quota tokens and requests. */
export interface Amount {
  readonly tokens: number;
  readonly requests: number;
}

/** What is held for calls to come, up to the end of a slot. */
export interface Lease extends Amount {
  readonly until: number;
}

/** Tokens of a day, counted in UTC days since 1970. */
export interface DayTokens {
  readonly day: number;
  readonly tokens: number;
}

/** What one process took, by the slot in which its calls were let in, and what it holds. */
export interface ProcessClaims {
  readonly slots: ReadonlyMap<number, Amount>;
  readonly lease: Lease;
  readonly day: DayTokens;
}

/** What all processes of a pool told of themselves. */
export interface QuotaDocument {
  readonly processes: ReadonlyMap<string, ProcessClaims>;
  /** Of the day, what processes took that are gone. */
  readonly gone: DayTokens;
}

/** Milliseconds of a slot: the grain in which the minute slides. */
export const SLOT_MS = 2_000;

/** Slots in which a call may have been let in that counts against the last 60 seconds still: 30 whole ones, and two parts. */
export const SLOTS_THAT_COUNT = 60_000 / SLOT_MS + 1;

/** Slots that a claim may lie ahead: the longest lease, and a clock that is fast; what is beyond is none. */
export const FARTHEST_AHEAD = 40;

const DAY_MS = 86_400_000;
const FORMAT = 1;

/** The slot and the UTC day of a time in milliseconds since 1970. */
export function slotOf(now: number): number {
  return Math.floor(now / SLOT_MS);
}

/** @see slotOf */
export function dayOf(now: number): number {
  return Math.floor(now / DAY_MS);
}

/** A pool of which nobody has told anything. */
export function emptyDocument(now: number): QuotaDocument {
  return { processes: new Map(), gone: { day: dayOf(now), tokens: 0 } };
}

const NO_LEASE: Lease = { until: 0, tokens: 0, requests: 0 };

/** What counts of a process; a lease that is over has been used, for all that others know. */
function expireClaims({ slots, lease, day }: ProcessClaims, slot: number): ProcessClaims {
  const counts = (one: number) => one > slot - SLOTS_THAT_COUNT && one <= slot + FARTHEST_AHEAD;
  const isHeld = counts(lease.until);
  return {
    slots: new Map([...slots].filter(([one]) => counts(one))),
    lease: isHeld ? lease : NO_LEASE,
    day: isHeld ? day : { day: day.day, tokens: day.tokens + lease.tokens },
  };
}

/** The document without what counts no more. Who has nothing left that counts is gone, but for its part of the day. */
export function expire(document: QuotaDocument, now: number): QuotaDocument {
  const [slot, day] = [slotOf(now), dayOf(now)];
  const processes = new Map<string, ProcessClaims>();
  let gone = document.gone.day === day ? document.gone.tokens : 0;
  for (const [id, told] of document.processes) {
    const claims = expireClaims(told, slot);
    if (claims.slots.size > 0 || claims.lease.until > 0) processes.set(id, claims);
    else if (claims.day.day === day) gone += claims.day.tokens;
  }
  return { processes, gone: { day, tokens: gone } };
}

/** What others than one process took. */
export interface OthersTook {
  /** Of the last 60 seconds. */
  readonly taken: Amount;
  /** What they hold. */
  readonly held: Amount;
  /** Tokens of the UTC day, those they hold among them. */
  readonly today: number;
}

function add(sum: Amount, { tokens, requests }: Amount): Amount {
  return { tokens: sum.tokens + tokens, requests: sum.requests + requests };
}

/** Sums up what others than one process took. */
export function sumOthers(document: QuotaDocument, own: string, now: number): OthersTook {
  let taken: Amount = { tokens: 0, requests: 0 };
  let held = taken;
  let today = document.gone.tokens;
  for (const [id, { slots, lease, day }] of document.processes) {
    if (id === own) continue;
    taken = [...slots.values()].reduce(add, taken);
    held = add(held, lease);
    today += (day.day === dayOf(now) ? day.tokens : 0) + lease.tokens;
  }
  return { taken, held, today };
}

/** Thousandths are enough; sums of what was taken and given back may end a hair below 0. */
function round(amount: number): number {
  return Math.max(0, Math.round(amount * 1000) / 1000);
}

/** The document as a text: numbers in rows, for a table bills by the kilobyte. */
export function printDocument({ processes, gone }: QuotaDocument): string {
  return JSON.stringify({
    format: FORMAT,
    gone: [gone.day, round(gone.tokens)],
    processes: Object.fromEntries(
      [...processes].map(([id, { slots, lease, day }]) => [
        id,
        {
          slots: [...slots].map(([slot, { tokens, requests }]) => [slot, round(tokens), round(requests)]),
          lease: [lease.until, round(lease.tokens), round(lease.requests)],
          day: [day.day, round(day.tokens)],
        },
      ]),
    ),
  });
}

type Row = readonly number[];

function isRow(value: unknown, length: number): value is Row {
  return Array.isArray(value) && value.length === length && value.every((one) => Number.isFinite(one) && one >= 0);
}

function readClaims(value: unknown): ProcessClaims | null {
  const { slots, lease, day } = (value ?? {}) as Record<string, unknown>;
  if (!isRow(lease, 3) || !isRow(day, 2) || !Array.isArray(slots)) return null;
  if (!slots.every((row): row is Row => isRow(row, 3))) return null;
  const [until = 0, tokens = 0, requests = 0] = lease;
  return {
    slots: new Map(slots.map(([slot = 0, own = 0, calls = 0]) => [slot, { tokens: own, requests: calls }])),
    lease: { until, tokens, requests },
    day: { day: day[0] ?? 0, tokens: day[1] ?? 0 },
  };
}

/** Reads a document; `null`: it is none, or not of this format, and nobody knows what was taken. */
export function parseDocument(text: string): QuotaDocument | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { format, gone, processes } = (value ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || !isRow(gone, 2) || typeof processes !== 'object' || processes === null) return null;
  const read = Object.entries(processes).map(([id, one]) => [id, readClaims(one)] as const);
  if (read.some(([, claims]) => claims === null)) return null;
  return {
    processes: new Map(read.flatMap(([id, claims]) => (claims ? [[id, claims] as const] : []))),
    gone: { day: gone[0] ?? 0, tokens: gone[1] ?? 0 },
  };
}
