import type { QuotaHistory } from '../../core/measure/quota-history';
import type { CheckDocument } from '../../core/vocabulary/check-document';
import type { DescribedFinding } from '../../core/vocabulary/finding';
import type { MappedQuota } from '../../core/vocabulary/quota';
import { type Language, wordsOf } from '../../language/language';
import { html, type SafeHtml } from '../markup/html';
import { renderText } from '../markup/text';
import { renderCards, renderCoverage } from './cards';
import { renderFoldedQuotas } from './folded';
import { findingsOf, isUsageUnread } from './page-words';
import { renderActiveQuotas } from './rows';
import { renderTiles } from './tiles';

/** What the quotas of one account and Region are shown from. */
export interface QuotaFragmentInput {
  readonly document: CheckDocument;
  readonly described: readonly DescribedFinding[];
  readonly quotas: readonly MappedQuota[];
  /** Of the quotas with traffic; a quota without one is shown with words for it. */
  readonly history: readonly QuotaHistory[];
  /** How far back peaks and throttled calls were looked for, and how far the histories are drawn. */
  readonly lookbackMinutes: number;
  /** Rows of each table and cards of each section; what is beyond is counted. @default - all */
  readonly most?: number;
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
  lookbackMinutes,
  most = Number.POSITIVE_INFINITY,
  language = 'en',
}: QuotaFragmentInput): SafeHtml {
  const words = wordsOf(language);
  const telling = { words, most };
  const { page } = words;
  const account = document.accountId === null ? page.accountUnknown : page.account(document.accountId);
  return html`<p class="quiet">${document.region}, ${account}, ${renderText(document.evaluatedAt)}</p>
${renderTiles(described, { document, lookbackMinutes, quotas, words })}
${renderCards(page.throttled, findingsOf(described, ['throttled']), telling)}
${renderCards(page.refused, findingsOf(described, ['refused']), telling)}
${renderActiveQuotas(findingsOf(described, ['utilization']), { document, lookbackMinutes, quotas, history, words, most, isUsageUnread: isUsageUnread(described) })}
${renderCards(page.allModels, findingsOf(described, ['dailyPool']), telling)}
${renderCards(page.changes, findingsOf(described, ['quotaChanged', 'request']), telling)}
${renderFoldedQuotas(described, quotas, telling)}
${renderCards(page.notKnown, findingsOf(described, ['unmappedUsage', 'coverage']), telling)}
${renderCoverage(document, words)}`;
}
