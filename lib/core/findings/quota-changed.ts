import { attemptsAt } from '../measure/spending';
import type { QuotaChange } from '../quotas/quota-change';
import type { ModelTraffic } from '../traffic/model-traffic';
import type { Found, FoundRemedy, Phrase } from '../vocabulary/found';
import type { MappedQuota } from '../vocabulary/quota';
import { type Severity, worstOf } from '../vocabulary/severity';
import { type EpochMinute, toIso, toSpokenTime } from '../vocabulary/time';
import { spellCount, spellQuantity, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { increaseRemedies, TARGET_SHARE } from './remedies';
import type { FindingSurroundings } from './surroundings';
import { aspectsOf, CHANGE_KINDS, type ChangeAspect, type ChangeKind, spellChangeKinds } from './words';

/** Changes told in a line each; the rest is counted. */
const TOLD_CHANGES = 10;

/** Quotas whose value is asked back in the remedies. */
const REMEDIED_QUOTAS = 5;

/** A change with what it means here and now. */
interface ReadChange {
  readonly change: QuotaChange;
  /** The row as it is now, or as it last was. */
  readonly quota: MappedQuota;
  readonly aspects: readonly ChangeAspect[];
  /** The worst of the aspects. */
  readonly kind: ChangeKind;
  /** Calls of the last 24 hours that spend the quota, refused ones included. */
  readonly attempts: number;
  readonly severity: Severity;
}

/**
 * Less than before is a warning, and nothing at all critical where calls are made; of what is no longer watched it is not
 * known how bad. Whatever is no worse than before is ok, and so is what a later reading showed to have been undone.
 */
function judgeChange(kind: ChangeKind, attempts: number, isUndone: boolean, isZero: boolean): Severity {
  if (isUndone) return 'ok';
  if (isZero && attempts > 0 && (kind === 'zeroed' || kind === 'added')) return 'critical';
  if (kind === 'zeroed' || kind === 'lowered') return 'warning';
  return kind === 'unlisted' || kind === 'unjoined' ? 'unknown' : 'ok';
}

function readChange(
  change: QuotaChange,
  traffic: readonly ModelTraffic[],
  { quotas }: FindingSurroundings,
): ReadChange[] {
  const quota = change.after ?? change.before;
  const aspects = aspectsOf(change);
  const [worst] = aspects;
  if (!quota || !worst) return [];
  const current = quotas.find(({ quotaCode }) => quotaCode === quota.quotaCode);
  const isUndone =
    current !== undefined &&
    (change.after === null || (worst.kind !== 'unjoined' && current.appliedValue > change.after.appliedValue));
  const attempts = attemptsAt([quota], traffic, 'day');
  const severity = judgeChange(worst.kind, attempts, isUndone, change.after?.appliedValue === 0);
  return [{ change, quota, aspects, kind: worst.kind, attempts, severity }];
}

function byWorstFirst(a: ReadChange, b: ReadChange): number {
  return (
    CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
    b.attempts - a.attempts ||
    (a.quota.quotaCode < b.quota.quotaCode ? -1 : 1)
  );
}

/** `applied 1,000,000 → 5,000,001 tokens/min  (Cross-region model inference …)`; a rename tells the names itself. */
function spellChange({ quota, aspects }: ReadChange, words: Words): string {
  const texts = aspects.map(({ text }) => text(words)).join('; ');
  return texts.includes(`"${quota.quotaName}"`) ? texts : `${texts}  (${quota.quotaName})`;
}

/** A label and a text per change, the worst first, and how many more there are. */
function toLines(read: readonly ReadChange[], words: Words): (readonly [string, string])[] {
  const told = read.slice(0, TOLD_CHANGES).map((one) => [one.quota.quotaCode, spellChange(one, words)] as const);
  const more = read.length - told.length;
  return more > 0 ? [...told, ['And', words.change.more(spellCount(more, words))] as const] : told;
}

/** Ways back to the value of before; of what was raised, renamed or added there is nothing to ask back. */
function askBack({ change: { before }, quota }: ReadChange, surroundings: FindingSurroundings): readonly FoundRemedy[] {
  // The request leaves room above a peak; here the value itself is wanted, so the peak is the share of it that leaves none.
  const peak = Math.floor((before?.appliedValue ?? 0) * TARGET_SHARE);
  return increaseRemedies(quota, peak, surroundings);
}

/** A title that names the quota, if it does not yet. */
function nameQuota({ quotaCode }: MappedQuota, title: Phrase): Phrase {
  return (words) => {
    const text = title(words);
    return text.includes(quotaCode) ? text : `${quotaCode}: ${text}`;
  };
}

function toRemedies(read: readonly ReadChange[], surroundings: FindingSurroundings): FoundRemedy[] {
  const isOne = read.length === 1;
  const worse = read.filter(({ severity }) => severity === 'warning' || severity === 'critical');
  const remedies = worse
    .slice(0, REMEDIED_QUOTAS)
    .flatMap((one) =>
      askBack(one, surroundings).map((remedy) =>
        isOne ? remedy : { ...remedy, title: nameQuota(one.quota, remedy.title) },
      ),
    );
  const unjoined = read.filter(({ kind }) => kind === 'unjoined').slice(0, REMEDIED_QUOTAS);
  return [
    ...remedies,
    ...unjoined.map(({ quota: { quotaCode }, change: { after } }) => ({
      title: ({ change }: Words) => (after ? change.join(quotaCode) : change.unwatchedNow(quotaCode)),
      command: null,
    })),
  ];
}

function toSubject(read: readonly ReadChange[], words: Words): string {
  const { change } = words;
  const [first] = read;
  if (first && read.length === 1) {
    const others = first.aspects.length > 1 ? `, ${change.andMore}` : '';
    return `${spellQuotaSubject(first.quota, words)}: ${first.aspects[0]?.short(words) ?? change.changed}${others}`;
  }
  const kinds = spellChangeKinds(
    read.map(({ kind }) => kind),
    words,
  );
  return change.subject(spellQuantity(read.length, words.nouns.quota, words), kinds);
}

function toSummary(read: readonly ReadChange[], at: EpochMinute, now: EpochMinute, words: Words): string {
  const zeroed = read.filter(({ severity }) => severity === 'critical');
  const attempts = zeroed.reduce((sum, one) => sum + one.attempts, 0);
  const refused =
    zeroed.length > 0
      ? ` ${words.change.refused(spellQuantity(attempts, words.nouns.call, words), attempts === 1)}`
      : '';
  return `${words.change.seen(toSpokenTime(at, now), toSubject(read, words))}${refused}`;
}

/**
 * All changes of one reading as one finding, the worst first: what was before and after stands in the details and, for
 * machines, in the evidence. `null` without changes. @param changes of one `at`.
 */
export function findChangesOfReading(
  changes: readonly QuotaChange[],
  traffic: readonly ModelTraffic[],
  surroundings: FindingSurroundings,
): Found | null {
  const [first] = changes;
  const read = changes.flatMap((change) => readChange(change, traffic, surroundings)).sort(byWorstFirst);
  if (!first || read.length === 0) return null;
  const single = read.length === 1 ? (read[0] ?? null) : null;
  return {
    id: `quotaChanged/${toIso(first.at)}`,
    kind: 'quotaChanged',
    severity: worstOf(read.map(({ severity }) => severity)),
    quotaCode: single?.quota.quotaCode ?? null,
    modelIds: [
      ...new Set(changes.flatMap(({ before, after }) => [...(before?.modelIds ?? []), ...(after?.modelIds ?? [])])),
    ].sort(),
    scope: single?.quota.scope ?? null,
    dimension: single?.quota.dimension ?? null,
    usage: null,
    appliedValue: single?.change.after?.appliedValue ?? null,
    utilizationPercent: null,
    headroom: null,
    exhaustionAt: null,
    // Service Quotas shows values, not who changed them or why.
    cause: {
      kind: 'unknown',
      confidence: 'low',
      evidence: (words) => toLines(read, words).map(([label, text]) => `${label} ${text}`),
    },
    remedies: toRemedies(read, surroundings),
    context: (words) => ({
      subject: toSubject(read, words),
      summary: toSummary(read, first.at, surroundings.now, words),
      details: toLines(read, words),
    }),
  };
}

/** One finding per reading that showed changes. */
export function findQuotaChanges(
  changes: readonly QuotaChange[],
  traffic: readonly ModelTraffic[],
  surroundings: FindingSurroundings,
): Found[] {
  const readings = [...new Set(changes.map(({ at }) => at))];
  return readings.flatMap(
    (at) =>
      findChangesOfReading(
        changes.filter((change) => change.at === at),
        traffic,
        surroundings,
      ) ?? [],
  );
}
