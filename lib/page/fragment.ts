import type { QuotaHistory } from '../core/measure/quota-history';
import type { CheckDocument } from '../core/vocabulary/check-document';
import type { DescribedFinding } from '../core/vocabulary/finding';
import type { MappedQuota } from '../core/vocabulary/quota';
import { type Language, wordsOf } from '../language/language';
import { renderActiveQuotas } from './active';
import { renderCards, renderCoverage } from './cards';
import { renderFoldedQuotas } from './folded';
import { html, type SafeHtml } from './html';
import { findingsOf, isUsageUnread } from './page-words';
import { renderTiles } from './tiles';

/** What the quotas of one account and Region are shown from. */
export interface QuotaFragmentInput {
  readonly document: CheckDocument;
  readonly described: readonly DescribedFinding[];
  readonly quotas: readonly MappedQuota[];
  /** Of the quotas with traffic; a quota without one is shown with words for it. */
  readonly history: readonly QuotaHistory[];
  /** That of the words of `described`. @default en */
  readonly language?: Language;
}

/**
 * The quotas of one account and Region as a piece of HTML, for a page of ours and for a dashboard of somebody else's: no
 * script, nothing loaded from elsewhere. Every finding stands in it once, on the element whose `data-finding` is its id.
 */
export function renderQuotaFragment({
  document,
  described,
  quotas,
  history,
  language = 'en',
}: QuotaFragmentInput): SafeHtml {
  const words = wordsOf(language);
  const { page } = words;
  const account = document.accountId === null ? page.accountUnknown : page.account(document.accountId);
  return html`<p class="quiet">${document.region}, ${account}, ${document.evaluatedAt}</p>
${renderTiles(document, described, { quotas, words })}
${renderCards(page.throttled, findingsOf(described, ['throttled']), words)}
${renderCards(page.refused, findingsOf(described, ['refused']), words)}
${renderActiveQuotas(findingsOf(described, ['utilization']), { document, quotas, history, words, isUsageUnread: isUsageUnread(described) })}
${renderCards(page.allModels, findingsOf(described, ['dailyPool']), words)}
${renderCards(page.changes, findingsOf(described, ['quotaChanged', 'request']), words)}
${renderFoldedQuotas(described, quotas, words)}
${renderCards(page.notKnown, findingsOf(described, ['unmappedUsage', 'coverage']), words)}
${renderCoverage(document, words)}`;
}
