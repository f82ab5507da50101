/** The limits in force as applications read them: made of an evaluation, written in a parameter's size, read back. */
export { type FoundLimits, findLimits } from './find-limits';
export { type LimitsKnowledge, makeSnapshot } from './make-snapshot';
export { readSnapshot, type SnapshotReading } from './read-snapshot';
export type { BlockReason, LimitsSnapshot, ModelLimits, PoolLimits, PoolScope } from './snapshot';
export { isWorthPublishing } from './worth-publishing';
export { writeSnapshot } from './write-snapshot';
