import type { DescribedFinding } from './finding';
import { html, type SafeHtml } from './html';
import type { MappedQuota } from './quota';
import { renderCard } from './quota-page-cards';
import { findingsOf } from './quota-page-words';
import { spellCount, spellDimension, spellQuotaSubject } from './wording';

function renderRow(quota: MappedQuota): SafeHtml {
  const defaultValue = quota.defaultValue === null ? 'unknown' : spellCount(quota.defaultValue);
  return html`<tr role="row"><th role="rowheader" scope="row">${spellQuotaSubject(quota)}, ${spellDimension(quota.dimension)} <code>${quota.quotaCode}</code></th><td role="cell" class="number" data-label="Applied">${spellCount(quota.appliedValue)}</td><td role="cell" class="number" data-label="AWS default">${defaultValue}</td><td role="cell" data-label="Adjustable">${quota.adjustable ? 'yes' : 'no'}</td></tr>
`;
}

function bySubject(a: MappedQuota, b: MappedQuota): number {
  return spellQuotaSubject(a).localeCompare(spellQuotaSubject(b), 'en') || a.quotaCode.localeCompare(b.quotaCode, 'en');
}

function renderFolded(
  title: string,
  findings: readonly DescribedFinding[],
  quotas: readonly MappedQuota[],
): SafeHtml | null {
  if (quotas.length === 0 && findings.length === 0) return null;
  return html`<details><summary>${title} (${spellCount(quotas.length)})</summary>${findings.map(renderCard)}<table role="table"><caption>${title}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Quota</th><th role="columnheader" scope="col" class="number">Applied</th><th role="columnheader" scope="col" class="number">AWS default</th><th role="columnheader" scope="col">Adjustable</th></tr></thead><tbody role="rowgroup">
${[...quotas].sort(bySubject).map(renderRow)}</tbody></table></details>
`;
}

/** Quotas that are 0 and quotas below AWS's default, folded, each with its finding. */
export function renderFoldedQuotas(described: readonly DescribedFinding[], quotas: readonly MappedQuota[]): SafeHtml {
  const zeros = quotas.filter((quota) => quota.appliedValue === 0);
  const lowered = quotas.filter(
    (quota) => quota.defaultValue !== null && quota.appliedValue > 0 && quota.appliedValue < quota.defaultValue,
  );
  return html`${renderFolded('Quotas that are 0', findingsOf(described, ['zeroQuota']), zeros)}${renderFolded('Quotas below the AWS default', findingsOf(described, ['belowDefault']), lowered)}`;
}
