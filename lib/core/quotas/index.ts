/** What a row of Service Quotas is and which models spend it; what changed, what was asked for. It knows no traffic. */
export { type IncreaseRequest, toIncreaseRequests } from './increase-request';
export { KNOWN_MODELS, mergeModels } from './known-models';
export { mapQuotas } from './map-quotas';
export { type ModelOverrides, parseModelOverrides } from './model-overrides';
export { toQuotas } from './quota-list';
export { formatQuotaName, parseQuotaName } from './quota-name';
