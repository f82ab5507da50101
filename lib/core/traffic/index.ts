/** What a metric point is worth, and to which model and scope it belongs. It knows no quota's value. */
export { type Burndown, type BurndownRates, burndownOf } from './burndown';
export { parseBurndownRates } from './burndown-rates';
export type { ModelTraffic, ResolvedModelId, TrafficMinute } from './model-traffic';
export { quotaTokensOf } from './quota-tokens';
export { createModelIdResolver, type ModelIdContext } from './resolve-model-id';
