import type { CheckDocument, DescribedFinding, Finding, Provenance, Severity } from './finding';
import { toMinute, toSpokenTime } from './time';
import { spellCount } from './wording';

/** Severity as a word; the colour only repeats it. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  ok: 'OK',
  unknown: 'Unknown',
  warning: 'Warning',
  critical: 'Critical',
};

/** How sure a number is, in two or three words. */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  native: 'native metric',
  reconstructed: 'reconstructed',
  mixed: 'native and reconstructed',
  lowerBound: 'lower bound',
  estimate: 'estimate',
};

/** The findings of some kinds, in their order. */
export function findingsOf(
  described: readonly DescribedFinding[],
  kinds: readonly Finding['kind'][],
): DescribedFinding[] {
  return described.filter(({ finding }) => kinds.includes(finding.kind));
}

/** From this share on a limit is in sight, whatever the forecast. */
const NEARLY_FULL_PERCENT = 95;

/** `since 14:02 UTC`, `about 14:40 UTC`, `at its limit`, `nearly`, `not in sight`. */
export function spellExhaustion(finding: Finding, document: CheckDocument): string {
  if (finding.exhaustionAt === null) {
    const percent = finding.utilizationPercent;
    if (percent === null || percent >= 100) return 'at its limit';
    // So near to it that no rise need be seen: one larger minute is enough.
    return percent >= NEARLY_FULL_PERCENT ? 'nearly' : 'not in sight';
  }
  const [at, now] = [toMinute(finding.exhaustionAt), toMinute(document.evaluatedAt)];
  return `${at < now ? 'since' : 'about'} ${toSpokenTime(at, now)}`;
}

/** The limit a finding was compared with: for per-model daily rows not the applied value. `null` without one. */
export function limitOf({ usage, headroom }: Finding): number | null {
  return usage === null || headroom === null ? null : usage.value + headroom;
}

/** `970,412 of 1,000,000 tokens`, `41 requests`; `null` without usage. */
export function spellUse(finding: Finding): string | null {
  const limit = limitOf(finding);
  if (finding.usage === null) return null;
  return `${spellCount(finding.usage.value)}${limit === null ? '' : ` of ${spellCount(limit)}`} ${finding.usage.unit}`;
}
