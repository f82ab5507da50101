/** Why calls were throttled, minute by minute. */
export { spellCause } from './cause-words';
export { type Diagnosis, diagnoseThrottles } from './diagnose';
export { AT_LIMIT_PERCENT } from './evidence';
export { LARGEST_RESERVATION } from './reservation';
export { NEAR_ZERO_PERCENT } from './verdict';
