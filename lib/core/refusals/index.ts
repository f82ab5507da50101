/** Calls that AWS refused, in its own words, as CloudTrail recorded them. */
export { callerOf, withoutCaller } from './caller';
export { foldRefusals, pruneLedger } from './fold-refusals';
export { groupRefusals } from './group-refusals';
export {
  callsWithin,
  EMPTY_LEDGER,
  LEDGER_MINUTES,
  type LedgerGroup,
  type RefusalLedger,
  sumCalls,
} from './ledger';
export { readLedger } from './read-ledger';
export { type RefusalReading, readRefusal } from './read-refusal';
export type { Refusal, RefusalGroup } from './refusal';
