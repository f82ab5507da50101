import type { CheckDocument, DescribedFinding } from './finding';
import { html } from './html';
import type { MappedQuota } from './quota';
import type { QuotaHistory } from './quota-history';
import { renderActiveQuotas } from './quota-page-active';
import { renderCards, renderCoverage } from './quota-page-cards';
import { renderFoldedQuotas } from './quota-page-folded';
import { QUOTA_PAGE_STYLE } from './quota-page-style';
import { renderTiles } from './quota-page-tiles';
import { findingsOf } from './quota-page-words';

/** What the page shows. */
export interface QuotaPageInput {
  readonly document: CheckDocument;
  readonly described: readonly DescribedFinding[];
  readonly quotas: readonly MappedQuota[];
  /** Of the quotas with traffic; a quota without one is shown with "no data yet". */
  readonly history: readonly QuotaHistory[];
  /** @default "Bedrock quotas, <Region>" */
  readonly title?: string;
}

/**
 * The quotas of one account and Region as one HTML document: no script, nothing loaded from elsewhere, readable on a
 * phone, light and dark. Every finding stands in it once, on the element whose `data-finding` is its id.
 */
export function renderQuotaPage({ document, described, quotas, history, title }: QuotaPageInput): string {
  const heading = title ?? `Bedrock quotas, ${document.region}`;
  const account = document.accountId === null ? 'account unknown' : `account ${document.accountId}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${heading}</title>
<style>${QUOTA_PAGE_STYLE}body{margin:0}</style>
</head>
<body>
<main class="bqw">
<h1>${heading}</h1>
<p class="quiet">${document.region}, ${account}, ${document.evaluatedAt}</p>
${renderTiles(document, described, quotas)}
${renderCards('Throttled calls', findingsOf(described, ['throttled']))}
${renderActiveQuotas(findingsOf(described, ['utilization']), { document, quotas, history })}
${renderCards('All models together, by day', findingsOf(described, ['dailyPool']))}
${renderCards('Changes and requests', findingsOf(described, ['quotaChanged', 'request']))}
${renderFoldedQuotas(described, quotas)}
${renderCards('What is not known', findingsOf(described, ['unmappedUsage', 'coverage']))}
${renderCoverage(document)}
</main>
</body>
</html>
`;
  return page.toString();
}
