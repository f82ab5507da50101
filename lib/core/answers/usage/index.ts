/** What the minutes, hours and days of a model were, who spent them, and where growth leads. */
export { shareOut, toShares, type UsageShare } from './consumers';
export {
  describeUsage,
  type HourUsage,
  hourlyPeaks,
  limitsOf,
  type RequestSize,
  type Usage,
  type UsagePeriod,
  type UsageTrend,
} from './describe-usage';
export { quantileOf, type Spread } from './spread';
