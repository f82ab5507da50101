import type { CheckDocument } from '../core/vocabulary/check-document';
import type { DescribedFinding, Finding } from '../core/vocabulary/finding';
import type { MappedQuota } from '../core/vocabulary/quota';
import { type Severity, worstOf } from '../core/vocabulary/severity';
import { toMinute, toSpokenTime } from '../core/vocabulary/time';
import { spellCount, spellPercent } from '../core/vocabulary/wording';
import type { LanguageWords } from '../language/language-words';
import { html, type SafeHtml } from './html';
import { findingsOf, isUsageUnread } from './page-words';

/** What a tile is made of beside its label. */
interface TileSources {
  readonly described: readonly DescribedFinding[];
  readonly words: LanguageWords;
}

interface Tile {
  readonly label: string;
  /** `null`: nothing is known, which is never shown as 0. */
  readonly value: string | null;
  readonly note: string;
  readonly severity: Severity | null;
}

/** What stands where no finding gives a number: a true zero, or why there is no number. */
type Silence = Pick<Tile, 'value' | 'note'>;

/** The fullest first; a quota of 0 with usage is fuller than any. */
function byUtilization(a: Finding, b: Finding): number {
  const percentOf = ({ utilizationPercent }: Finding) => utilizationPercent ?? Number.MAX_VALUE;
  return percentOf(b) - percentOf(a);
}

function toUtilizationTile(label: string, { described, words }: TileSources, silence: Silence): Tile {
  const [worst] = [...described].sort((a, b) => byUtilization(a.finding, b.finding));
  if (!worst) return { label, ...silence, severity: null };
  const { utilizationPercent, severity } = worst.finding;
  const value = utilizationPercent === null ? words.quota.isZero : spellPercent(utilizationPercent, words);
  return { label, value, note: worst.context.subject, severity };
}

function toThrottleTile({ described, words }: TileSources, silence: Silence): Tile {
  const label = words.page.throttled;
  const throttled = findingsOf(described, ['throttled']).map(({ finding }) => finding);
  if (throttled.length === 0) return { label, ...silence, severity: null };
  const calls = throttled.reduce((sum, { usage }) => sum + (usage?.value ?? 0), 0);
  const severity = worstOf(throttled.map((finding) => finding.severity));
  return { label, value: spellCount(calls, words), note: words.page.tiles.lookBack, severity };
}

function toZeroTile({ described, words }: TileSources, quotas: readonly MappedQuota[]): Tile {
  const { zeros: label, quotasUnread, ofAll } = words.page.tiles;
  if (quotas.length === 0) return { label, value: null, note: quotasUnread, severity: null };
  const zeros = quotas.filter((quota) => quota.appliedValue === 0).length;
  const severity = findingsOf(described, ['zeroQuota'])[0]?.finding.severity ?? null;
  return { label, value: spellCount(zeros, words), note: ofAll(spellCount(quotas.length, words)), severity };
}

/** Whether traffic may be missing: then no traffic seen is not no traffic. */
function renderTile({ label, value, note, severity }: Tile, { page }: LanguageWords): SafeHtml {
  const figure =
    value === null
      ? html`<span class="quiet">${page.noData}</span>`
      : html`<span class="${severity ?? 'plain'}">${value}</span>`;
  return html`<div><dt>${label}</dt><dd>${figure}<small>${note}</small></dd></div>
`;
}

/** The numbers on top: fullest quota, throttles, zero quotas, the daily pool, the clock. */
export function renderTiles(
  document: CheckDocument,
  described: readonly DescribedFinding[],
  { quotas, words }: { readonly quotas: readonly MappedQuota[]; readonly words: LanguageWords },
): SafeHtml {
  const { tiles: told } = words.page;
  const usageUnread: Silence = { value: null, note: told.usageUnread };
  const quotasUnread: Silence = { value: null, note: told.quotasUnread };
  const now = toMinute(document.evaluatedAt);
  const quiet = (value: string): Silence => (isUsageUnread(described) ? usageUnread : { value, note: told.noTraffic });
  const hasPool = quotas.some(({ scope }) => scope === 'account');
  const noPool: Silence = { value: null, note: told.noPool };
  const perMinute = findingsOf(described, ['utilization']).filter(
    ({ finding }) => finding.dimension !== 'tokensPerDay',
  );
  const tiles: Tile[] = [
    toUtilizationTile(
      told.perMinute,
      { described: perMinute, words },
      quotas.length === 0 ? quotasUnread : quiet('0%'),
    ),
    toThrottleTile({ described, words }, isUsageUnread(described) ? usageUnread : { value: '0', note: told.lookBack }),
    toZeroTile({ described, words }, quotas),
    toUtilizationTile(
      told.perDay,
      { described: findingsOf(described, ['dailyPool']), words },
      hasPool ? quiet('0%') : noPool,
    ),
    { label: told.evaluated, value: toSpokenTime(now, now), note: document.evaluatedAt.slice(0, 10), severity: null },
  ];
  return html`<dl class="tiles">${tiles.map((tile) => renderTile(tile, words))}</dl>`;
}
