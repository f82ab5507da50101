/** What is right and wrong with an account and its watchdog, and the steps of the usual procedure. */
export { checkAccount, checkRecords, READING_CALLS } from './account-checks';
export type { Check, CheckSaid } from './check';
export { toChecklist } from './checklist';
export type {
  AccountFacts,
  ExpectedBill,
  WatchdogHealth,
} from './facts';
export { type SaidWords, type Spelling, spellSaid } from './said-words';
export type { SpendingHabit } from './spending-habits';
export type { Step, StepCommand, StepSaid } from './step';
export { checkWatchdog } from './watchdog-checks';
