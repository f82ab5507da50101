import { type QuotaHistory, SHOWN_HISTORY_MINUTES } from '../core/measure/quota-history';
import type { CheckDocument } from '../core/vocabulary/check-document';
import type { DescribedFinding, Finding } from '../core/vocabulary/finding';
import type { MappedQuota } from '../core/vocabulary/quota';
import type { Severity } from '../core/vocabulary/severity';
import { toMinute, toSpokenTime } from '../core/vocabulary/time';
import { spellCount, spellDimension, spellPercent } from '../core/vocabulary/wording';
import type { LanguageWords } from '../language/language-words';
import { renderDetails, renderRemedies, spellRest } from './cards';
import { html, type SafeHtml } from './html';
import { limitOf, spellExhaustion, spellUse } from './page-words';
import { renderSparkline } from './sparkline';

/** What the rows need beside their finding. */
export interface ActiveQuotaSurroundings {
  readonly document: CheckDocument;
  readonly quotas: readonly MappedQuota[];
  readonly history: readonly QuotaHistory[];
  readonly words: LanguageWords;
  /** Rows; what is beyond is counted. */
  readonly most: number;
  /** Whether traffic could not be read. */
  readonly isUsageUnread: boolean;
}

/** A bar of 100 units, full from 100 % on; for a zero quota it is full. */
function renderBar(severity: Severity | 'plain', percent: number | null): SafeHtml {
  const width = Math.round(Math.min(100, Math.max(0, percent ?? 100)) * 10) / 10;
  return html`<svg class="bar ${severity}" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="100" height="1"/><rect class="used" width="${width}" height="1"/></svg>`;
}

function spellShare(percent: number | null, words: LanguageWords): string {
  return percent === null ? words.quota.isZero : spellPercent(percent, words);
}

/** What is used now; of a quota by the day that is the number the severity stands for. */
function renderNow(finding: Finding, document: CheckDocument, words: LanguageWords): SafeHtml {
  const { page } = words;
  const { usageNow, dimension, severity } = finding;
  if (!usageNow) return html`<span class="quiet">${page.nowUnread}</span>`;
  const { value, unit, provenance, utilizationPercent, at } = usageNow;
  const isDaily = dimension === 'tokensPerDay';
  const share = spellShare(utilizationPercent, words);
  const amount = isDaily ? spellUse(finding, words) : `${spellCount(value, words)} ${words.units[unit]}`;
  const state = isDaily
    ? html`<span class="state ${severity}">${share} ${page.severities[severity]}</span>`
    : html`<span class="state">${share}</span>`;
  const time = toSpokenTime(toMinute(at), toMinute(document.evaluatedAt));
  const bar = renderBar(isDaily ? severity : 'plain', utilizationPercent);
  return html`${state}${bar}${amount} <span class="quiet">${isDaily ? null : `${page.at(time)} `}(${page.provenance[provenance]})</span>`;
}

/** The peak minute of the look-back with its time: what the severity stands for. */
function renderPeak(finding: Finding, document: CheckDocument, words: LanguageWords): SafeHtml {
  const { page } = words;
  const { severity, usage, utilizationPercent, dimension } = finding;
  if (dimension === 'tokensPerDay') return html`<span class="quiet">${page.byDay}</span>`;
  const told = usage ? page.provenance[usage.provenance] : page.noData;
  const time = usage?.at ? page.at(toSpokenTime(toMinute(usage.at), toMinute(document.evaluatedAt))) : null;
  return html`<span class="state ${severity}">${spellShare(utilizationPercent, words)} ${page.severities[severity]}</span>${renderBar(severity, utilizationPercent)}${spellUse(finding, words)} <span class="quiet">${time} (${told})</span>`;
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
  return html`<tr role="row" data-finding="${finding.id}"><th role="rowheader" scope="row">${context.subject}${unit}<br><code>${finding.quotaCode}</code></th><td role="cell"><span class="label">${columns.now} </span>${renderNow(finding, document, words)}</td><td role="cell"><span class="label">${columns.peak} </span>${renderPeak(finding, document, words)}</td><td role="cell">${spark}</td><td role="cell" class="number" data-label="${columns.headroom}">${finding.headroom === null ? unknown : spellCount(finding.headroom, words)}</td><td role="cell" data-label="${columns.full}">${spellExhaustion(finding, document, words)}</td>${renderValues(
    quotas.find(({ quotaCode }) => quotaCode === finding.quotaCode),
    finding,
    words,
  )}</tr>
<tr role="row" class="more"><td role="cell" colspan="${COLUMNS.length}">${renderMore(described, words)}</td></tr>
`;
}

const COLUMNS = ['quota', 'now', 'peak', 'history', 'headroom', 'full', 'applied', 'standard'] as const;
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
  const rest = spellRest(described.length, surroundings);
  const last =
    rest === null ? null : html`<tr role="row"><td role="cell" colspan="${COLUMNS.length}">${rest}</td></tr>`;
  return html`<section><h2>${page.inUse}</h2><table role="table"><caption>${page.countInUse(described.length)}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${described.slice(0, surroundings.most).map((one) => renderRow(one, surroundings))}${last}</tbody></table></section>`;
}
