/** What the minutes, hours and days of a model were, who spent them, and where growth leads. */
export { type NamedCaller, shareOut, toShares, type UsageShare } from './consumers';
export {
  type DayUsage,
  describeUsage,
  type HourUsage,
  hourlyPeaks,
  limitsOf,
  type RequestSize,
  type Usage,
  type UsageLimit,
  type UsagePeriod,
  type UsageTrend,
} from './describe-usage';
export { quantileOf, type Spread } from './spread';
