/** Why calls were throttled, minute by minute. */
export { spellCause } from './cause-words';
export { confirmDiagnosis } from './confirm';
export { type Diagnosis, diagnoseThrottles } from './diagnose';
export { AT_LIMIT_PERCENT } from './evidence';
export { LARGEST_RESERVATION } from './reservation';
export {
  countCalls,
  findSaid,
  type PlacedRefusals,
  placeRefusals,
  refusalsWithin,
  spellCallers,
  spellTexts,
} from './said';
export { NEAR_ZERO_PERCENT } from './verdict';
