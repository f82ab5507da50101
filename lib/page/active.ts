import { type QuotaHistory, SHOWN_HISTORY_MINUTES } from '../core/measure/quota-history';
import type { CheckDocument } from '../core/vocabulary/check-document';
import type { DescribedFinding, Finding } from '../core/vocabulary/finding';
import type { MappedQuota } from '../core/vocabulary/quota';
import { toMinute } from '../core/vocabulary/time';
import { spellCount, spellDimension, spellPercent } from '../core/vocabulary/wording';
import type { LanguageWords } from '../language/language-words';
import { renderDetails, renderRemedies } from './cards';
import { html, type SafeHtml } from './html';
import { limitOf, spellExhaustion, spellUse } from './page-words';
import { renderSparkline } from './sparkline';

/** What the rows need beside their finding. */
export interface ActiveQuotaSurroundings {
  readonly document: CheckDocument;
  readonly quotas: readonly MappedQuota[];
  readonly history: readonly QuotaHistory[];
  readonly words: LanguageWords;
  /** Whether traffic could not be read. */
  readonly isUsageUnread: boolean;
}

/** A bar of 100 units, full from 100 % on; for a zero quota it is full. */
function renderBar(finding: Finding): SafeHtml {
  const width = Math.round(Math.min(100, Math.max(0, finding.utilizationPercent ?? 100)) * 10) / 10;
  return html`<svg class="bar ${finding.severity}" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="100" height="1"/><rect class="used" width="${width}" height="1"/></svg>`;
}

function renderUse({ finding }: DescribedFinding, words: LanguageWords): SafeHtml {
  const { page } = words;
  const percent =
    finding.utilizationPercent === null ? words.quota.isZero : spellPercent(finding.utilizationPercent, words);
  const provenance = finding.usage ? page.provenance[finding.usage.provenance] : page.noData;
  return html`<span class="state ${finding.severity}">${percent} ${page.severities[finding.severity]}</span>${renderBar(finding)}${spellUse(finding, words)} <span class="quiet">(${provenance})</span>`;
}

function renderValues(quota: MappedQuota | undefined, finding: Finding, words: LanguageWords): SafeHtml {
  const { columns, unknown } = words.page;
  const spell = (value: number | null) => (value === null ? unknown : spellCount(value, words));
  const applied = quota?.appliedValue ?? finding.appliedValue;
  const defaultValue = quota?.defaultValue ?? null;
  return html`<td role="cell" class="number" data-label="${columns.applied}">${spell(applied)}</td><td role="cell" class="number" data-label="${columns.standard}">${spell(defaultValue)}</td>`;
}

/** Forecast, traffic and fix, folded unless the quota is in trouble; in a row of its own, for a column is too narrow. */
function renderMore({ finding, context }: DescribedFinding, words: LanguageWords): SafeHtml {
  return html`<details${finding.severity === 'ok' ? null : html` open`}><summary>${words.page.details}</summary>${renderDetails(context.details, words)}${renderRemedies(context.remedies ?? finding.remedies)}</details>`;
}

function renderRow(
  described: DescribedFinding,
  { document, quotas, history, words }: ActiveQuotaSurroundings,
): SafeHtml {
  const { columns, unknown, historyOf, noneInHistory } = words.page;
  const { finding, context } = described;
  const until = toMinute(document.evaluatedAt);
  const unit = finding.dimension === null ? '' : `, ${spellDimension(finding.dimension, words)}`;
  const spark = renderSparkline({
    points: history.find(({ quotaCode }) => quotaCode === finding.quotaCode)?.points ?? [],
    limit: limitOf(finding),
    from: until - SHOWN_HISTORY_MINUTES,
    until,
    label: historyOf(`${context.subject}${unit}`),
    none: noneInHistory,
  });
  return html`<tr role="row" data-finding="${finding.id}"><th role="rowheader" scope="row">${context.subject}${unit}<br><code>${finding.quotaCode}</code></th><td role="cell">${renderUse(described, words)}</td><td role="cell">${spark}</td><td role="cell" class="number" data-label="${columns.headroom}">${finding.headroom === null ? unknown : spellCount(finding.headroom, words)}</td><td role="cell" data-label="${columns.full}">${spellExhaustion(finding, document, words)}</td>${renderValues(
    quotas.find(({ quotaCode }) => quotaCode === finding.quotaCode),
    finding,
    words,
  )}</tr>
<tr role="row" class="more"><td role="cell" colspan="${COLUMNS.length}">${renderMore(described, words)}</td></tr>
`;
}

const COLUMNS = ['quota', 'use', 'history', 'headroom', 'full', 'applied', 'standard'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['headroom', 'applied', 'standard']);

/** The table of quotas with usage, worst first; the words for none when there is none. */
export function renderActiveQuotas(
  described: readonly DescribedFinding[],
  surroundings: ActiveQuotaSurroundings,
): SafeHtml {
  const { page } = surroundings.words;
  if (described.length === 0) {
    return html`<section><h2>${page.inUse}</h2><p class="quiet">${surroundings.isUsageUnread ? page.inUseUnread : page.noneInUse}</p></section>`;
  }
  const heads = COLUMNS.map(
    (name) =>
      html`<th role="columnheader" scope="col"${NUMBERS.has(name) ? html` class="number"` : null}>${page.columns[name]}</th>`,
  );
  return html`<section><h2>${page.inUse}</h2><table role="table"><caption>${page.countInUse(described.length)}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${described.map((one) => renderRow(one, surroundings))}</tbody></table></section>`;
}
