import type { CheckDocument } from '../../core/vocabulary/check-document';
import type { DescribedFinding, Finding } from '../../core/vocabulary/finding';
import type { MappedQuota } from '../../core/vocabulary/quota';
import { worstOf } from '../../core/vocabulary/severity';
import { toMinute, toSpokenTime } from '../../core/vocabulary/time';
import { spellCount, spellDimension } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';
import type { SafeHtml } from '../markup/html';
import { renderTileRow, type Tile } from '../shell/tiles';
import { findingsOf, isUsageUnread, spellShare } from '../telling/page-words';
import { spellPeriod } from '../telling/period';
import type { RowSurroundings } from './row-surroundings';

/** What a tile is made of beside its label. */
interface TileSources {
  readonly described: readonly DescribedFinding[];
  readonly words: LanguageWords;
}

/** What stands where no finding gives a number: a true zero, or why there is no number. */
type Silence = Pick<Tile, 'value' | 'notes'>;

/** The fullest first; a quota of 0 with usage is fuller than any. */
function byUtilization(a: Finding, b: Finding): number {
  const percentOf = ({ utilizationPercent }: Finding) => utilizationPercent ?? Number.MAX_VALUE;
  return percentOf(b) - percentOf(a);
}

/** `at 14:29 UTC; now <1%`: when it was, and whether it still is. */
function spellMoment({ usage, usageNow }: Finding, document: CheckDocument, words: LanguageWords): string[] {
  const { page } = words;
  if (!usage?.at || usage.window !== 'minute') return [];
  const time = page.at(toSpokenTime(toMinute(usage.at), toMinute(document.evaluatedAt)));
  const now = usageNow ? spellShare(usageNow.utilizationPercent, words) : page.unknown;
  return [page.tiles.whenAndNow(time, now)];
}

function toUtilizationTile(
  label: string,
  { described, words }: TileSources,
  { silence, document }: { readonly silence: Silence; readonly document: CheckDocument },
): Tile {
  const [worst] = [...described].sort((a, b) => byUtilization(a.finding, b.finding));
  if (!worst) return { label, ...silence, severity: null };
  const { utilizationPercent, severity, dimension } = worst.finding;
  const value = spellShare(utilizationPercent, words);
  const unit = dimension === null || dimension === 'tokensPerDay' ? '' : `, ${spellDimension(dimension, words)}`;
  const notes = [`${worst.context.subject}${unit}`, ...spellMoment(worst.finding, document, words)];
  return { label, value, notes, severity };
}

function toThrottleTile({ described, words }: TileSources, silence: Silence, within: string): Tile {
  const label = words.page.throttled;
  const throttled = findingsOf(described, ['throttled']).map(({ finding }) => finding);
  if (throttled.length === 0) return { label, ...silence, severity: null };
  const calls = throttled.reduce((sum, { usage }) => sum + (usage?.value ?? 0), 0);
  const severity = worstOf(throttled.map((finding) => finding.severity));
  return { label, value: spellCount(calls, words), notes: [within], severity };
}

function toZeroTile({ described, words }: TileSources, quotas: readonly MappedQuota[]): Tile {
  const { zeros: label, quotasUnread, ofAll } = words.page.tiles;
  if (quotas.length === 0) return { label, value: null, notes: [quotasUnread], severity: null };
  const zeros = quotas.filter((quota) => quota.appliedValue === 0).length;
  const severity = findingsOf(described, ['zeroQuota'])[0]?.finding.severity ?? null;
  return { label, value: spellCount(zeros, words), notes: [ofAll(spellCount(quotas.length, words))], severity };
}

/** The numbers on top: fullest quota, throttles, zero quotas, the daily pool, the clock. */
export function renderTiles(
  described: readonly DescribedFinding[],
  { document, lookbackMinutes, quotas, words }: RowSurroundings,
): SafeHtml {
  const { tiles: told, noData } = words.page;
  const usageUnread: Silence = { value: null, notes: [told.usageUnread] };
  const noQuotas: Silence = { value: null, notes: [told.quotasUnread] };
  const noPool: Silence = { value: null, notes: [told.noPool] };
  const { within } = spellPeriod(lookbackMinutes, words);
  const now = toMinute(document.evaluatedAt);
  // Where traffic may be missing, no traffic seen is not no traffic.
  const isUnread = isUsageUnread(described);
  const quiet: Silence = isUnread ? usageUnread : { value: '0%', notes: [told.noTraffic] };
  const hasPool = quotas.some(({ scope }) => scope === 'account');
  const perMinute = findingsOf(described, ['utilization']).filter(
    ({ finding }) => finding.dimension !== 'tokensPerDay',
  );
  const perDay = findingsOf(described, ['dailyPool']);
  const ofMinute = { silence: quotas.length === 0 ? noQuotas : quiet, document };
  const tiles: Tile[] = [
    toUtilizationTile(told.perMinute, { described: perMinute, words }, ofMinute),
    toThrottleTile({ described, words }, isUnread ? usageUnread : { value: '0', notes: [within] }, within),
    toZeroTile({ described, words }, quotas),
    toUtilizationTile(told.perDay, { described: perDay, words }, { silence: hasPool ? quiet : noPool, document }),
    {
      label: told.evaluated,
      value: toSpokenTime(now, now),
      notes: [document.evaluatedAt.slice(0, 10)],
      severity: null,
    },
  ];
  return renderTileRow(tiles, noData);
}
