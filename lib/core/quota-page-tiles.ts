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

/** What stands where no finding gives a number: a true zero, or why there is no number. */
type Silence = Pick<Tile, 'value' | 'note'>;

const USAGE_UNREAD: Silence = { value: null, note: 'usage could not be read' };
const QUOTAS_UNREAD: Silence = { value: null, note: 'quotas could not be read' };

/** The fullest first; a quota of 0 with usage is fuller than any. */
function byUtilization(a: Finding, b: Finding): number {
  const percentOf = ({ utilizationPercent }: Finding) => utilizationPercent ?? Number.MAX_VALUE;
  return percentOf(b) - percentOf(a);
}

function toUtilizationTile(label: string, described: readonly DescribedFinding[], silence: Silence): Tile {
  const [worst] = [...described].sort((a, b) => byUtilization(a.finding, b.finding));
  if (!worst) return { label, ...silence, severity: null };
  const { utilizationPercent, severity } = worst.finding;
  const value = utilizationPercent === null ? 'quota is 0' : spellPercent(utilizationPercent);
  return { label, value, note: worst.context.subject, severity };
}

function toThrottleTile(described: readonly DescribedFinding[], silence: Silence): Tile {
  const label = 'Throttled calls';
  const throttled = findingsOf(described, ['throttled']).map(({ finding }) => finding);
  if (throttled.length === 0) return { label, ...silence, severity: null };
  const calls = throttled.reduce((sum, { usage }) => sum + (usage?.value ?? 0), 0);
  const severity = worstOf(throttled.map((finding) => finding.severity));
  return { label, value: spellCount(calls), note: 'in the look-back', severity };
}

function toZeroTile(described: readonly DescribedFinding[], quotas: readonly MappedQuota[]): Tile {
  const label = 'Zero quotas';
  if (quotas.length === 0) return { label, ...QUOTAS_UNREAD, severity: null };
  const zeros = quotas.filter((quota) => quota.appliedValue === 0).length;
  const severity = findingsOf(described, ['zeroQuota'])[0]?.finding.severity ?? null;
  return { label, value: spellCount(zeros), note: `of ${spellCount(quotas.length)}`, severity };
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
  const now = toMinute(document.evaluatedAt);
  const quiet = (value: string): Silence => (isUsageBlind(described) ? USAGE_UNREAD : { value, note: 'no traffic' });
  const hasPool = quotas.some(({ scope }) => scope === 'account');
  const noPool: Silence = { value: null, note: 'no such quota is listed' };
  const perMinute = findingsOf(described, ['utilization']).filter(
    ({ finding }) => finding.dimension !== 'tokensPerDay',
  );
  const tiles: Tile[] = [
    toUtilizationTile('Highest per-minute use', perMinute, quotas.length === 0 ? QUOTAS_UNREAD : quiet('0%')),
    toThrottleTile(described, isUsageBlind(described) ? USAGE_UNREAD : { value: '0', note: 'in the look-back' }),
    toZeroTile(described, quotas),
    toUtilizationTile('Daily pool (estimate)', findingsOf(described, ['dailyPool']), hasPool ? quiet('0%') : noPool),
    { label: 'Evaluated', value: toSpokenTime(now, now), note: document.evaluatedAt.slice(0, 10), severity: null },
  ];
  return html`<dl class="tiles">${tiles.map(renderTile)}</dl>`;
}
