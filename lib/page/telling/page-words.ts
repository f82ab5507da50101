import { isOfHiddenTraffic } from '../../core/vocabulary/blind-spot';
import type { CheckDocument } from '../../core/vocabulary/check-document';
import type { DescribedFinding, Finding, Usage } from '../../core/vocabulary/finding';
import { toMinute, toSpokenTime } from '../../core/vocabulary/time';
import { spellCount, spellPercent, spellQuantity } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';

/** The findings of some kinds, in their order. */
export function findingsOf(
  described: readonly DescribedFinding[],
  kinds: readonly Finding['kind'][],
): DescribedFinding[] {
  return described.filter(({ finding }) => kinds.includes(finding.kind));
}

/** Whether traffic could not be read: then what is not seen may be there all the same. */
export function isUsageUnread(described: readonly DescribedFinding[]): boolean {
  return described.some(({ finding }) => isOfHiddenTraffic(finding));
}

/** From this share on a limit is in sight, whatever the forecast. */
const NEARLY_FULL_PERCENT = 95;

/** `since 14:02 UTC`, `about 14:40 UTC`, `at its limit`, `nearly`, `not in sight`. */
export function spellExhaustion(finding: Finding, document: CheckDocument, { page: { full } }: LanguageWords): string {
  if (finding.exhaustionAt === null) {
    const percent = finding.utilizationPercent;
    if (percent === null || percent >= 100) return full.atLimit;
    // So near to it that no rise need be seen: one larger minute is enough.
    return percent >= NEARLY_FULL_PERCENT ? full.nearly : full.notInSight;
  }
  const [at, now] = [toMinute(finding.exhaustionAt), toMinute(document.evaluatedAt)];
  return (at < now ? full.since : full.about)(toSpokenTime(at, now));
}

/** The limit a finding was compared with: for per-model daily rows not the applied value. `null` without one. */
export function limitOf({ usage, headroom }: Finding): number | null {
  return usage === null || headroom === null ? null : usage.value + headroom;
}

/** `97%`; words for a quota of 0, of which there is no share. */
export function spellShare(percent: number | null, words: LanguageWords): string {
  return percent === null ? words.quota.isZero : spellPercent(percent, words);
}

/** `970,412 tokens`, `1 request`. */
export function spellAmount(value: number, unit: Usage['unit'], words: LanguageWords): string {
  return spellQuantity(value, unit === 'tokens' ? words.nouns.token : words.nouns.request, words);
}

/** `970,412 of 1,000,000 tokens`, `41 requests`; `null` without usage. */
export function spellUse(finding: Finding, words: LanguageWords): string | null {
  const limit = limitOf(finding);
  if (finding.usage === null) return null;
  const { value, unit } = finding.usage;
  if (limit === null) return spellAmount(value, unit, words);
  return words.page.of(spellCount(value, words), spellAmount(limit, unit, words));
}
