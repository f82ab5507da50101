/** Calls that AWS refused, in its own words, as CloudTrail recorded them. */
export { groupRefusals, withoutRepeats } from './group-refusals';
export { type RefusalReading, readRefusal } from './read-refusal';
export type { Refusal, RefusalGroup } from './refusal';
