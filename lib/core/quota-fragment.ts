import type { CheckDocument, DescribedFinding } from './finding';
import { html, type SafeHtml } from './html';
import type { MappedQuota } from './quota';
import type { QuotaHistory } from './quota-history';
import { renderActiveQuotas } from './quota-page-active';
import { renderCards, renderCoverage } from './quota-page-cards';
import { renderFoldedQuotas } from './quota-page-folded';
import { renderTiles } from './quota-page-tiles';
import { findingsOf } from './quota-page-words';

/** What the quotas of one account and Region are shown from. */
export interface QuotaFragmentInput {
  readonly document: CheckDocument;
  readonly described: readonly DescribedFinding[];
  readonly quotas: readonly MappedQuota[];
  /** Of the quotas with traffic; a quota without one is shown with "no data yet". */
  readonly history: readonly QuotaHistory[];
}

/**
 * The quotas of one account and Region as a piece of HTML, for a page of ours and for a dashboard of somebody else's: no
 * script, nothing loaded from elsewhere. Every finding stands in it once, on the element whose `data-finding` is its id.
 */
export function renderQuotaFragment({ document, described, quotas, history }: QuotaFragmentInput): SafeHtml {
  const account = document.accountId === null ? 'account unknown' : `account ${document.accountId}`;
  return html`<p class="quiet">${document.region}, ${account}, ${document.evaluatedAt}</p>
${renderTiles(document, described, quotas)}
${renderCards('Throttled calls', findingsOf(described, ['throttled']))}
${renderActiveQuotas(findingsOf(described, ['utilization']), { document, quotas, history })}
${renderCards('All models together, by day', findingsOf(described, ['dailyPool']))}
${renderCards('Changes and requests', findingsOf(described, ['quotaChanged', 'request']))}
${renderFoldedQuotas(described, quotas)}
${renderCards('What is not known', findingsOf(described, ['unmappedUsage', 'coverage']))}
${renderCoverage(document)}`;
}
