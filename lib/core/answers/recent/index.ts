/** Which calls were refused lately, whose they were, and what to do, by what CloudTrail recorded. */
export { type ExplainedRefusals, explainRefusals } from './explain-refusals';
export { isOfModel } from './of-model';
export { findWindows, type TimeWindow } from './windows';
