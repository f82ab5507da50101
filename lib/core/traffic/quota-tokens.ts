import type { Provenance } from '../vocabulary/finding';
import type { MinuteUsage } from '../vocabulary/series';
import type { Burndown } from './burndown';

/** Quota tokens of one minute and where the number comes from. */
export interface QuotaTokens {
  readonly tokens: number;
  readonly provenance: Provenance;
}

/**
 * Quota tokens of one metric ModelId in one minute: CloudWatch's own estimate where the minute has one, else
 * input + cache write + output × burndown rate; cache reads are free.
 * Worked number: input 26, output 1,203, rate 5 → 26 + 6,015 = 6,041.
 */
export function quotaTokensOf(minute: MinuteUsage, burndown: Burndown): QuotaTokens {
  if (minute.estimatedTpm !== null) return { tokens: minute.estimatedTpm, provenance: 'native' };
  const rate = burndown.kind === 'known' ? burndown.rate : 1;
  return {
    tokens: minute.input + minute.cacheWrite + minute.output * rate,
    provenance: burndown.kind === 'known' ? 'reconstructed' : 'lowerBound',
  };
}

/** The provenance of a sum: a lower bound in any part makes the sum one; unlike parts are mixed; none is native. */
export function combineProvenance(parts: Iterable<Provenance>): Provenance {
  const kinds = new Set(parts);
  if (kinds.has('lowerBound')) return 'lowerBound';
  if (kinds.has('estimate')) return 'estimate';
  if (kinds.size === 0) return 'native';
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : 'mixed';
}
