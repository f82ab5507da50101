import type { CheckDocument, DescribedFinding, Finding } from './finding';
import { html, type SafeHtml } from './html';
import type { MappedQuota } from './quota';
import { type QuotaHistory, SHOWN_HISTORY_MINUTES } from './quota-history';
import { renderDetails, renderRemedies } from './quota-page-cards';
import { limitOf, PROVENANCE_WORDS, SEVERITY_WORDS, spellExhaustion, spellUse } from './quota-page-words';
import { renderSparkline } from './sparkline';
import { toMinute } from './time';
import { spellCount, spellDimension, spellPercent } from './wording';

/** What the rows need beside their finding. */
export interface ActiveQuotaSurroundings {
  readonly document: CheckDocument;
  readonly quotas: readonly MappedQuota[];
  readonly history: readonly QuotaHistory[];
}

/** A bar of 100 units, full from 100 % on; for a zero quota it is full. */
function renderBar(finding: Finding): SafeHtml {
  const width = Math.round(Math.min(100, Math.max(0, finding.utilizationPercent ?? 100)) * 10) / 10;
  return html`<svg class="bar ${finding.severity}" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="100" height="1"/><rect class="used" width="${width}" height="1"/></svg>`;
}

function renderUse({ finding }: DescribedFinding): SafeHtml {
  const percent = finding.utilizationPercent === null ? 'quota is 0' : spellPercent(finding.utilizationPercent);
  const provenance = finding.usage ? PROVENANCE_WORDS[finding.usage.provenance] : 'no data';
  return html`<span class="state ${finding.severity}">${percent} ${SEVERITY_WORDS[finding.severity]}</span>${renderBar(finding)}${spellUse(finding)} <span class="quiet">(${provenance})</span>`;
}

function renderValues(quota: MappedQuota | undefined, finding: Finding): SafeHtml {
  const applied = quota?.appliedValue ?? finding.appliedValue;
  const defaultValue = quota?.defaultValue ?? null;
  return html`<td role="cell" class="number" data-label="Applied">${applied === null ? 'unknown' : spellCount(applied)}</td><td role="cell" class="number" data-label="AWS default">${defaultValue === null ? 'unknown' : spellCount(defaultValue)}</td>`;
}

/** Forecast, traffic and fix, folded unless the quota is in trouble; in a row of its own, for a column is too narrow. */
function renderMore({ finding, context }: DescribedFinding): SafeHtml {
  return html`<details${finding.severity === 'ok' ? null : html` open`}><summary>Details</summary>${renderDetails(context.details)}${renderRemedies(finding.remedies)}</details>`;
}

function renderRow(described: DescribedFinding, { document, quotas, history }: ActiveQuotaSurroundings): SafeHtml {
  const { finding, context } = described;
  const until = toMinute(document.evaluatedAt);
  const unit = finding.dimension === null ? '' : `, ${spellDimension(finding.dimension)}`;
  const spark = renderSparkline({
    points: history.find(({ quotaCode }) => quotaCode === finding.quotaCode)?.points ?? [],
    limit: limitOf(finding),
    from: until - SHOWN_HISTORY_MINUTES,
    until,
    label: `${context.subject}${unit}, the last 3 hours with the limit as a line`,
  });
  return html`<tr role="row" data-finding="${finding.id}"><th role="rowheader" scope="row">${context.subject}${unit}<br><code>${finding.quotaCode}</code></th><td role="cell">${renderUse(described)}</td><td role="cell">${spark}</td><td role="cell" class="number" data-label="Headroom">${finding.headroom === null ? 'unknown' : spellCount(finding.headroom)}</td><td role="cell" data-label="Full">${spellExhaustion(finding, document)}</td>${renderValues(
    quotas.find(({ quotaCode }) => quotaCode === finding.quotaCode),
    finding,
  )}</tr>
<tr role="row" class="more"><td role="cell" colspan="${COLUMNS.length}">${renderMore(described)}</td></tr>
`;
}

const COLUMNS = ['Quota', 'Use', 'Last 3 hours', 'Headroom', 'Full', 'Applied', 'AWS default'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['Headroom', 'Applied', 'AWS default']);

/** The table of quotas with usage, worst first; the words for none when there is none. */
export function renderActiveQuotas(
  described: readonly DescribedFinding[],
  surroundings: ActiveQuotaSurroundings,
): SafeHtml {
  if (described.length === 0) {
    return html`<section><h2>Quotas in use</h2><p class="quiet">No data yet: no quota with traffic was seen in the look-back.</p></section>`;
  }
  const heads = COLUMNS.map(
    (name) => html`<th role="columnheader" scope="col"${NUMBERS.has(name) ? html` class="number"` : null}>${name}</th>`,
  );
  return html`<section><h2>Quotas in use</h2><table role="table"><caption>${described.length} with usage, worst first</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${described.map((one) => renderRow(one, surroundings))}</tbody></table></section>`;
}
