/** What the watchdog costs a month, by counts and one dated price table. */
export { expectDay } from './expected-day';
export { addRefusals } from './expected-refusals';
export { ASSUMPTIONS, type DayCounts, monthlyAmounts } from './monthly-amounts';
export { type Amount, type BillLine, DAYS_PER_MONTH, toBill } from './price-table';
