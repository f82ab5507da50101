/** What measurements, forecasts and changes of quotas are called, in words that are handed in. */
export {
  describeProgress,
  spellDayWindow,
  summarizeMeasurement,
} from './measurement-words';
export { aspectsOf, CHANGE_KINDS, type ChangeAspect, type ChangeKind, spellChangeKinds } from './quota-change-words';
