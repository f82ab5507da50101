import type { CheckDocument, DescribedFinding, Finding, Severity } from './finding';
import { html, type SafeHtml } from './html';
import type { MappedQuota } from './quota';
import { findingsOf } from './quota-page-words';
import { worstOf } from './severity';
import { toMinute, toSpokenTime } from './time';
import { spellCount, spellPercent } from './wording';

interface Tile {
  readonly label: string;
  /** `null`: nothing is known, which is never shown as 0. */
  readonly value: string | null;
  readonly note: string;
  readonly severity: Severity | null;
}

function byUtilization(a: Finding, b: Finding): number {
  return (b.utilizationPercent ?? Number.POSITIVE_INFINITY) - (a.utilizationPercent ?? Number.POSITIVE_INFINITY) || 0;
}

/** The fullest of some measurements; a quota of 0 with usage is fuller than any. */
function toUtilizationTile(label: string, described: readonly DescribedFinding[], quiet: string | null): Tile {
  const [worst] = [...described].sort((a, b) => byUtilization(a.finding, b.finding));
  if (!worst)
    return { label, value: quiet, note: quiet === null ? 'usage could not be read' : 'no traffic', severity: null };
  const { utilizationPercent, severity } = worst.finding;
  const value = utilizationPercent === null ? 'quota is 0' : spellPercent(utilizationPercent);
  return { label, value, note: worst.context.subject, severity };
}

function toThrottleTile(described: readonly DescribedFinding[], quiet: string | null): Tile {
  const throttled = findingsOf(described, ['throttled']).map(({ finding }) => finding);
  const calls = throttled.reduce((sum, { usage }) => sum + (usage?.value ?? 0), 0);
  const value = throttled.length === 0 ? quiet : spellCount(calls);
  const note = throttled.length === 0 && quiet === null ? 'usage could not be read' : 'in the look-back';
  return {
    label: 'Throttled calls',
    value,
    note,
    severity: throttled.length === 0 ? null : worstOf(throttled.map((f) => f.severity)),
  };
}

function toZeroTile(described: readonly DescribedFinding[], quotas: readonly MappedQuota[]): Tile {
  const zeros = quotas.filter((quota) => quota.appliedValue === 0).length;
  const severity = findingsOf(described, ['zeroQuota'])[0]?.finding.severity ?? null;
  const value = quotas.length === 0 ? null : spellCount(zeros);
  return {
    label: 'Zero quotas',
    value,
    note: quotas.length === 0 ? 'quotas could not be read' : `of ${spellCount(quotas.length)}`,
    severity,
  };
}

/** Whether traffic may be missing: then no traffic seen is not no traffic. */
function isUsageBlind(described: readonly DescribedFinding[]): boolean {
  return described.some(({ finding }) => finding.id.startsWith('coverage/cloudwatch:'));
}

function renderTile({ label, value, note, severity }: Tile): SafeHtml {
  const figure =
    value === null
      ? html`<span class="quiet">no data</span>`
      : html`<span class="${severity ?? 'plain'}">${value}</span>`;
  return html`<div><dt>${label}</dt><dd>${figure}<small>${note}</small></dd></div>
`;
}

/** The numbers on top: fullest quota, throttles, zero quotas, the daily pool, the clock. */
export function renderTiles(
  document: CheckDocument,
  described: readonly DescribedFinding[],
  quotas: readonly MappedQuota[],
): SafeHtml {
  const isBlind = isUsageBlind(described);
  const now = toMinute(document.evaluatedAt);
  const perMinute = findingsOf(described, ['utilization']).filter(
    ({ finding }) => finding.dimension !== 'tokensPerDay',
  );
  const tiles: Tile[] = [
    toUtilizationTile('Highest per-minute use', perMinute, isBlind ? null : '0%'),
    toThrottleTile(described, isBlind ? null : '0'),
    toZeroTile(described, quotas),
    toUtilizationTile('Daily pool (estimate)', findingsOf(described, ['dailyPool']), isBlind ? null : '0%'),
    { label: 'Evaluated', value: toSpokenTime(now, now), note: document.evaluatedAt.slice(0, 10), severity: null },
  ];
  return html`<dl class="tiles">${tiles.map(renderTile)}</dl>`;
}
