import type { TrafficMinute } from '../traffic/model-traffic';
import type { Provenance, Usage } from '../vocabulary/finding';
import type { MappedQuota } from '../vocabulary/quota';

/** The value of a minute in the quota's own dimension. */
export function minuteValueOf(quota: MappedQuota, minute: TrafficMinute): number {
  switch (quota.dimension) {
    case 'requestsPerMinute':
      return minute.invocations;
    case 'inputTokensPerMinute':
      return minute.input;
    case 'outputTokensPerMinute':
      return minute.output;
    default:
      return minute.quotaTokens;
  }
}

/** The unit of {@link minuteValueOf}. */
export function minuteUnitOf({ dimension }: MappedQuota): Usage['unit'] {
  return dimension === 'requestsPerMinute' ? 'requests' : 'tokens';
}

/** Where {@link minuteValueOf} comes from. */
export function minuteProvenanceOf({ dimension }: MappedQuota, { provenance }: TrafficMinute): Provenance {
  // What CloudWatch counts itself, as requests and tokens of one direction, hangs on no burndown rate.
  const isCounted = dimension !== 'tokensPerMinute';
  return isCounted && provenance !== 'lowerBound' ? 'native' : provenance;
}
