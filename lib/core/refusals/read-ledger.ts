import { ERROR_KINDS } from '../errors';
import type { CallsByMinute, LedgerGroup, RefusalLedger } from './ledger';

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function arePairs<T>(value: unknown, isSecond: (second: unknown) => second is T): value is [number, T][] {
  return (
    Array.isArray(value) &&
    value.every((pair) => Array.isArray(pair) && pair.length === 2 && isCount(pair[0]) && isSecond(pair[1]))
  );
}

function areCalls(value: unknown): value is CallsByMinute {
  return arePairs(value, isCount);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isGroup(value: unknown): value is LedgerGroup {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, text, modelId, principal, userAgent, minutes } = value as Record<string, unknown>;
  const isNamed = [modelId, principal, userAgent].every((one) => one === null || isText(one));
  return isText(kind) && ERROR_KINDS.has(kind) && isText(text) && isNamed && areCalls(minutes);
}

/** A ledger as it was saved; `null` for anything else, such as that of a version this one does not know. */
export function readLedger(saved: unknown): RefusalLedger | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { version, groups, seen, unreadable } = saved as Record<string, unknown>;
  if (version !== 1 || !Array.isArray(groups) || !groups.every(isGroup)) return null;
  if (!arePairs(seen, isText) || !areCalls(unreadable)) return null;
  return { version: 1, groups, seen, unreadable };
}
