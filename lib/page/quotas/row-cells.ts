import { CROSS_REGION_DAILY_FACTOR } from '../../core/measure/spending';
import type { Finding } from '../../core/vocabulary/finding';
import type { Severity } from '../../core/vocabulary/severity';
import { toMinute, toSpokenTime } from '../../core/vocabulary/time';
import { spellCount } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';
import { renderText } from '../markup/text';
import { spellAmount, spellShare, spellUse } from '../telling/page-words';
import type { RowSurroundings } from './row-surroundings';

/** A bar of 100 units, full from 100 % on; for a zero quota it is full. */
function renderBar(severity: Severity | 'plain', percent: number | null): SafeHtml {
  const width = Math.round(Math.min(100, Math.max(0, percent ?? 100)) * 10) / 10;
  return html`<svg class="bar ${severity}" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="100" height="1"/><rect class="used" width="${width}" height="1"/></svg>`;
}

/** Where a number comes from, unless CloudWatch counts it itself: that is said once, above the table. */
function spellProvenance(
  { provenance }: Pick<NonNullable<Finding['usage']>, 'provenance'>,
  { page }: LanguageWords,
): string | null {
  return provenance === 'native' ? null : `(${page.provenance[provenance]})`;
}

function renderQuiet(parts: readonly (string | null)[]): SafeHtml | null {
  const text = parts.filter((part) => part !== null).join(' ');
  return text === '' ? null : html` <span class="quiet">${renderText(text)}</span>`;
}

function renderState(severity: Severity, percent: number | null, words: LanguageWords): SafeHtml {
  return html`<span class="state ${severity}">${spellShare(percent, words)} <span class="mark">${words.page.severities[severity]}</span></span>${renderBar(severity, percent)}`;
}

/** How full the day is, by the larger of its two readings, which is told: the number the severity stands for. */
export function renderDay(finding: Finding, { words }: RowSurroundings): SafeHtml {
  const { severity, utilizationPercent, usage } = finding;
  const window = usage && (usage.window === 'utcDay' ? words.use.utcDay : words.use.rolling24h);
  return html`${renderState(severity, utilizationPercent, words)}${spellUse(finding, words)}${renderQuiet([window, usage && spellProvenance(usage, words)])}`;
}

/** What is used in the newest minute that can be trusted. */
export function renderNow(finding: Finding, { document, words }: RowSurroundings): SafeHtml {
  const { page } = words;
  const { usageNow } = finding;
  if (!usageNow) return html`<span class="quiet">${page.nowUnread}</span>`;
  const { value, unit, utilizationPercent, at } = usageNow;
  const time = page.at(toSpokenTime(toMinute(at), toMinute(document.evaluatedAt)));
  return html`<span class="state">${spellShare(utilizationPercent, words)}</span>${renderBar('plain', utilizationPercent)}${spellAmount(value, unit, words)}${renderQuiet([time, spellProvenance(usageNow, words)])}`;
}

/** The peak minute of the look-back with its time: what the severity stands for. */
export function renderPeak(finding: Finding, { document, words }: RowSurroundings): SafeHtml {
  const { page } = words;
  const { severity, usage, utilizationPercent } = finding;
  const time = usage?.at ? page.at(toSpokenTime(toMinute(usage.at), toMinute(document.evaluatedAt))) : null;
  const told = usage ? spellProvenance(usage, words) : `(${page.noData})`;
  return html`${renderState(severity, utilizationPercent, words)}${spellUse(finding, words)}${renderQuiet([time, told])}`;
}

/**
 * Why a limit is not the applied value: AWS doubles a daily row of a model for its cross-Region calls, so with calls of both
 * kinds it lies between; and at the peak another value may have been in force. `null`: it is.
 */
function explainLimit({ scope, appliedValue, effectiveLimit }: Finding, words: LanguageWords): string | null {
  if (effectiveLimit === undefined || appliedValue === null) return null;
  const { doubled, mixed, atPeak } = words.page.limits;
  if (scope !== 'model') return atPeak(spellCount(effectiveLimit, words));
  const [single, double] = [appliedValue, CROSS_REGION_DAILY_FACTOR * appliedValue].map((one) =>
    spellCount(one, words),
  );
  return effectiveLimit === CROSS_REGION_DAILY_FACTOR * appliedValue
    ? doubled(single ?? '', String(CROSS_REGION_DAILY_FACTOR))
    : mixed(single ?? '', double ?? '');
}

/** The value that use is compared with and why it is that one, and AWS's default. */
export function renderLimit(finding: Finding, { quotas, words }: RowSurroundings): SafeHtml {
  const quota = quotas.find(({ quotaCode }): boolean => quotaCode === finding.quotaCode);
  const applied = quota?.appliedValue ?? finding.appliedValue;
  const limit = finding.scope === 'model' ? (finding.effectiveLimit ?? applied) : applied;
  const spell = (value: number | null) => (value === null ? words.page.unknown : spellCount(value, words));
  const why = explainLimit(finding, words);
  const told = [...(why === null ? [] : [why]), words.quota.standard(spell(quota?.defaultValue ?? null))];
  return html`${spell(limit)}${told.map((line) => html`<br><span class="quiet">${line}</span>`)}`;
}
