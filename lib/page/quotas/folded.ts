import type { DescribedFinding } from '../../core/vocabulary/finding';
import type { MappedQuota } from '../../core/vocabulary/quota';
import { spellCount, spellDimension, spellQuotaSubject } from '../../core/vocabulary/wording';
import { EN } from '../../language/en';
import { html, type SafeHtml } from '../markup/html';
import { findingsOf } from '../telling/page-words';
import { renderQuotaCode } from '../telling/quota-code';
import { spellRest, type Telling } from '../telling/telling';
import { renderCard } from './cards';
import type { QuotaRow } from './quota-rows';

function renderRow(quota: MappedQuota, telling: Telling): SafeHtml {
  const { words } = telling;
  const { page } = words;
  const { columns } = page;
  const defaultValue = quota.defaultValue === null ? page.unknown : spellCount(quota.defaultValue, words);
  return html`<tr role="row"><th role="rowheader" scope="row">${spellQuotaSubject(quota, words)}, ${spellDimension(quota.dimension, words)} ${renderQuotaCode(quota.quotaCode, telling)}</th><td role="cell" class="number" data-label="${columns.applied}">${spellCount(quota.appliedValue, words)}</td><td role="cell" class="number" data-label="${columns.standard}">${defaultValue}</td><td role="cell" data-label="${columns.adjustable}">${quota.adjustable ? page.yes : page.no}</td></tr>
`;
}

/** In one order, whatever the page speaks. */
function bySubject(a: MappedQuota, b: MappedQuota): number {
  return (
    spellQuotaSubject(a, EN).localeCompare(spellQuotaSubject(b, EN), 'en') ||
    a.quotaCode.localeCompare(b.quotaCode, 'en')
  );
}

/** One thing that stands: its findings, and all quotas that have it. */
interface Folded {
  readonly title: string;
  readonly findings: readonly DescribedFinding[];
  readonly quotas: readonly MappedQuota[];
}

function renderFolded({ title, findings, quotas }: Folded, telling: Telling): SafeHtml | null {
  const { words, most } = telling;
  const { columns } = words.page;
  if (quotas.length === 0 && findings.length === 0) return null;
  const rest = spellRest(quotas.length, telling);
  const last = rest === null ? null : html`<tr role="row"><td role="cell" colspan="4">${rest}</td></tr>`;
  return html`<details class="fold"><summary>${title} (${spellCount(quotas.length, words)})</summary>${findings.map((one) => renderCard(one, telling))}<table role="table"><caption>${title}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${columns.quota}</th><th role="columnheader" scope="col" class="number">${columns.applied}</th><th role="columnheader" scope="col" class="number">${columns.standard}</th><th role="columnheader" scope="col">${columns.adjustable}</th></tr></thead><tbody role="rowgroup">
${[...quotas]
  .sort(bySubject)
  .slice(0, most)
  .map((quota) => renderRow(quota, telling))}${last}</tbody></table></details>
`;
}

/** Quotas that are 0, those below AWS's default, and those of which nothing is to be said, folded, each with its finding. */
export function renderFoldedQuotas(
  {
    described,
    quotas,
    rows,
  }: {
    readonly described: readonly DescribedFinding[];
    readonly quotas: readonly MappedQuota[];
    readonly rows: readonly QuotaRow[];
  },
  telling: Telling,
): SafeHtml {
  const { page } = telling.words;
  const used = new Set(rows.map(({ main }) => main.finding.quotaCode));
  const isLowered = ({ defaultValue, appliedValue }: MappedQuota) =>
    defaultValue !== null && appliedValue > 0 && appliedValue < defaultValue;
  const zeros = quotas.filter((quota) => quota.appliedValue === 0);
  const lowered = quotas.filter(isLowered);
  const others = quotas.filter((one) => one.appliedValue > 0 && !isLowered(one) && !used.has(one.quotaCode));
  const folded: Folded[] = [
    { title: page.zeros, findings: findingsOf(described, ['zeroQuota']), quotas: zeros },
    { title: page.lowered, findings: findingsOf(described, ['belowDefault']), quotas: lowered },
    { title: page.others, findings: [], quotas: others },
  ];
  return html`${folded.map((one) => renderFolded(one, telling)).filter((one) => one !== null)}`;
}
