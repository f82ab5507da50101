/** The limits in force as applications read them: made of an evaluation, written in a parameter's size, read back. */
export { findLimits } from './find-limits';
export { makeSnapshot } from './make-snapshot';
export { readSnapshot } from './read-snapshot';
export type { LimitsSnapshot, ModelLimits, PoolLimits } from './snapshot';
export { isWorthPublishing } from './worth-publishing';
export { writeSnapshot } from './write-snapshot';
