/** What is right and wrong with an account and its watchdog, and the steps of the usual procedure. */
export { checkAccount, checkRecords } from './account-checks';
export type { Check, CheckSaid } from './check';
export { toChecklist } from './checklist';
export type {
  AccountFacts,
  ExpectedBill,
  OutboxHealth,
  WatchdogHealth,
} from './facts';
export { type SaidWords, type Spelling, spellSaid } from './said-words';
export type { Step, StepSaid } from './step';
export { checkOutbox, checkWatchdog } from './watchdog-checks';
