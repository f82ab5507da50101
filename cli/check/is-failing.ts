import { rankOf } from '../../lib/core/vocabulary/severity';
import type { EvaluatedRegion } from '../region/evaluate-region';
import type { CheckOptions } from './options';

/** Whether a finding that is told is at or above `--fail-on`. */
export function isFailing(
  { evaluation }: Pick<EvaluatedRegion, 'evaluation'>,
  failOn: CheckOptions['failOn'],
): boolean {
  if (failOn === 'never') return false;
  return evaluation.found.some(({ id, severity }) => !evaluation.muted.has(id) && rankOf(severity) >= rankOf(failOn));
}
