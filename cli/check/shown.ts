import { toQuotaHistories } from '../../lib/core/measure/quota-history';
import type { Language } from '../../lib/language/language';
import type { QuotaFragmentInput } from '../../lib/page/quotas/fragment';
import type { EvaluatedRegion } from '../region/evaluate-region';

/** What the quotas of an evaluation are drawn from. */
export function toShown(
  { quotas, evaluation, report }: Pick<EvaluatedRegion, 'quotas' | 'evaluation' | 'report'>,
  language: Language,
): QuotaFragmentInput {
  return {
    ...report,
    quotas: quotas.catalog.quotas,
    history: toQuotaHistories(quotas.catalog.quotas, evaluation.traffic, evaluation.now),
    language,
  };
}
