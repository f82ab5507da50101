import type { Evaluation } from '../../findings/evaluation';
import type { Report } from '../../findings/report';
import type { RequestReading } from '../../quotas/increase-request';
import { nameModel } from '../../quotas/same-model';
import { isMuted } from '../../rules/match-rules';
import type { AlertRules } from '../../rules/rules';
import type { ModelTraffic } from '../../traffic/model-traffic';
import { LATE_POINT_GRACE_MINUTES } from '../../vocabulary/cadence';
import type { DescribedFinding } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import { type EpochMinute, toMinute } from '../../vocabulary/time';
import { shortenLabel, spellDimension, spellScope } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import { type SeenRequest, seeRequests } from './requests';

/** The highest use of one quota in the period. */
export interface DigestPeak {
  readonly percent: number;
  /** ISO time in UTC. */
  readonly at: string;
  /** `Claude Sonnet 4.5 V1, cross-Region, tokens/min` */
  readonly subject: string;
  /** What was found at the peak; `null` when it was ok. */
  readonly described: DescribedFinding | null;
}

/** Throttled calls of one model and scope. */
export interface DigestThrottles {
  readonly subject: string;
  readonly count: number;
}

/** What is remembered of a period for its digest. */
export interface DigestRecord {
  /** First minute of the period. */
  readonly since: EpochMinute;
  /** `null` before the first one. */
  readonly lastDigestAt: EpochMinute | null;
  /** Throttles of the minutes before this one are counted; later ones may still come late. */
  readonly countedUntil: EpochMinute;
  /** By finding id. */
  readonly peaks: Readonly<Record<string, DigestPeak>>;
  /** By scope and base model. */
  readonly throttles: Readonly<Record<string, DigestThrottles>>;
  /** What changed, in words. */
  readonly changes: readonly string[];
  /** Ids of changes that are in `changes`, or were in an earlier period's, and are still shown. */
  readonly seenChanges: readonly string[];
  /** The watchdog's own calls by name. */
  readonly calls: Readonly<Record<string, number>>;
  /** Increase requests that were open, by a key of their own. Absent where an older version saved. */
  readonly requests?: Readonly<Record<string, SeenRequest>>;
}

/** What is told of an evaluation, and what is not to be. */
export type JudgedReport = Pick<Report, 'described'> & Pick<Evaluation, 'muted' | 'traffic'>;

/** What a record goes on with. */
export interface DigestMoment {
  readonly now: EpochMinute;
  /** Every series was read up to here. */
  readonly settledUntil: EpochMinute;
  readonly quotas: readonly MappedQuota[];
  /** Increase requests; `null`: never read. */
  readonly requests: RequestReading | null;
  readonly rules: AlertRules;
  /** Own calls since the last evaluation. */
  readonly calls: ReadonlyMap<string, number>;
  /** The language of the record. */
  readonly words: Words;
}

/** The record of a period that begins; `before` is the one that was told now, `null` when there was none. */
export function startRecord(now: EpochMinute, before: DigestRecord | null): DigestRecord {
  return {
    since: now,
    lastDigestAt: before && now,
    countedUntil: before?.countedUntil ?? now - LATE_POINT_GRACE_MINUTES,
    peaks: {},
    throttles: {},
    changes: [],
    seenChanges: before?.seenChanges ?? [],
    calls: {},
  };
}

function subjectOf({ finding, context }: DescribedFinding, words: Words): string {
  return finding.dimension === null
    ? context.subject
    : `${context.subject}, ${spellDimension(finding.dimension, words)}`;
}

/** A measured use; the account's pool is told by its `dailyPool` finding. */
function isUse({ finding: { kind, scope } }: DescribedFinding): boolean {
  return kind === 'dailyPool' || (kind === 'utilization' && scope !== 'account');
}

function recordPeaks(
  record: DigestRecord,
  described: readonly DescribedFinding[],
  words: Words,
): DigestRecord['peaks'] {
  const peaks = { ...record.peaks };
  for (const one of described.filter(isUse)) {
    const { id, severity, utilizationPercent: percent, usage } = one.finding;
    // What showed up late at the end of the last period is told in this one, rather than in none.
    if (percent === null || !usage?.at || toMinute(usage.at) < record.since - LATE_POINT_GRACE_MINUTES) continue;
    if (percent <= (peaks[id]?.percent ?? 0)) continue;
    peaks[id] = { percent, at: usage.at, subject: subjectOf(one, words), described: severity === 'ok' ? null : one };
  }
  return peaks;
}

function labelOf({ baseModelId }: ModelTraffic, quotas: readonly MappedQuota[]): string {
  return quotas.find(({ modelIds }) => nameModel(modelIds, baseModelId))?.modelLabel || baseModelId;
}

function recordThrottles(
  record: DigestRecord,
  traffic: readonly ModelTraffic[],
  { now, quotas, rules, words }: DigestMoment,
  countedUntil: EpochMinute,
): DigestRecord['throttles'] {
  const throttles = { ...record.throttles };
  for (const modelTraffic of traffic) {
    const { scope, baseModelId } = modelTraffic;
    const count = modelTraffic.minutes
      .filter(({ minute }) => minute >= record.countedUntil && minute < countedUntil)
      .reduce((sum, minute) => sum + minute.throttles, 0);
    if (count === 0) continue;
    const label = labelOf(modelTraffic, quotas);
    const subject = {
      quotaCode: null,
      modelIds: [baseModelId],
      modelLabels: [label],
      scope,
      dimension: null,
      kind: 'throttled',
    } as const;
    if (isMuted(rules, subject, now)) continue;
    const key = `${scope}/${baseModelId}`;
    throttles[key] = {
      subject: `${shortenLabel(label)}, ${spellScope(scope, words)}`,
      count: count + (throttles[key]?.count ?? 0),
    };
  }
  return throttles;
}

function addCalls(calls: DigestRecord['calls'], more: ReadonlyMap<string, number>): DigestRecord['calls'] {
  const sum = { ...calls };
  for (const [name, count] of more) sum[name] = count + (sum[name] ?? 0);
  return sum;
}

/** Takes an evaluation into the record. What is muted leaves no trace. */
export function updateRecord(
  record: DigestRecord,
  { described, muted, traffic }: JudgedReport,
  moment: DigestMoment,
): DigestRecord {
  const heard = described.filter(({ finding }) => !muted.has(finding.id));
  const countedUntil = Math.max(record.countedUntil, moment.settledUntil - LATE_POINT_GRACE_MINUTES);
  const shown = heard.filter(({ finding }) => finding.kind === 'quotaChanged');
  const news = shown.filter(({ finding }) => !record.seenChanges.includes(finding.id));
  return {
    ...record,
    countedUntil,
    peaks: recordPeaks(record, heard, moment.words),
    throttles: recordThrottles(record, traffic, moment, countedUntil),
    changes: [...record.changes, ...news.map(({ context }) => context.subject)],
    seenChanges: shown.map(({ finding }) => finding.id),
    calls: addCalls(record.calls, moment.calls),
    // What was applied when it was first seen is what it is compared with in the end.
    requests: { ...seeRequests(moment), ...record.requests },
  };
}
