import type { DescribedFinding } from '../../vocabulary/finding';
import type { EpochMinute } from '../../vocabulary/time';
import { isNews } from '../kinds';
import { priceCalls } from './prices';
import {
  type DigestMoment,
  type DigestPeak,
  type DigestRecord,
  type DigestThrottles,
  type JudgedReport,
  startRecord,
  updateRecord,
} from './record';
import { type DigestRequests, seeRequests, toDigestRequests } from './requests';
import { isDigestDue } from './schedule';

/** Quotas named with their peaks. */
const NAMED_PEAKS = 5;

/** Counted beside the calls because it is what is billed of them. */
const NO_CALL = 'cloudwatch:MetricsRequested';

/** What is told of a period. */
export interface Digest {
  readonly from: EpochMinute;
  readonly until: EpochMinute;
  /** Whether the record began just now, so that it holds next to nothing. */
  readonly isFirst: boolean;
  /** The highest, highest first. */
  readonly peaks: readonly DigestPeak[];
  /** Most first. */
  readonly throttles: readonly DigestThrottles[];
  /** Zero and lowered quotas as they are now. */
  readonly standing: readonly DescribedFinding[];
  readonly changes: readonly string[];
  readonly requests: DigestRequests;
  /** Not ok now, worst first. */
  readonly open: readonly DescribedFinding[];
  /** Ok now, and not so at their peak, as they were then. */
  readonly passed: readonly DescribedFinding[];
  readonly ownCalls: { readonly count: number; readonly dollars: number };
}

function toDigest(record: DigestRecord, { described, muted }: JudgedReport, moment: DigestMoment): Digest {
  const heard = described.filter(({ finding }) => !muted.has(finding.id));
  const isTwin = ({ finding }: DescribedFinding) => finding.kind === 'utilization' && finding.scope === 'account';
  const open = heard.filter((one) => one.finding.severity !== 'ok' && !isTwin(one) && !isNews(one.finding));
  const isOpen = (id: string) => open.some(({ finding }) => finding.id === id);
  const peaks = Object.entries(record.peaks).sort(([, a], [, b]) => b.percent - a.percent);
  const calls = Object.entries(record.calls).filter(([name]) => name !== NO_CALL);
  return {
    from: record.since,
    until: moment.now,
    isFirst: record.lastDigestAt === null,
    peaks: peaks.slice(0, NAMED_PEAKS).map(([, peak]) => peak),
    throttles: Object.values(record.throttles).sort((a, b) => b.count - a.count),
    standing: heard.filter(({ finding }) => finding.kind === 'zeroQuota' || finding.kind === 'belowDefault'),
    changes: record.changes,
    requests: toDigestRequests(record.requests ?? {}, moment),
    open,
    passed: peaks.flatMap(([id, { described: one }]) => (one && !isOpen(id) ? [one] : [])),
    ownCalls: {
      count: calls.reduce((sum, [, count]) => sum + count, 0),
      dollars: priceCalls(record.calls),
    },
  };
}

/** The record after an evaluation, and the digest that is to be sent now. */
export interface DigestStep {
  /** `null`: there is no digest rule, and nothing is remembered. */
  readonly record: DigestRecord | null;
  readonly digest: Digest | null;
}

/**
 * Takes an evaluation into the record, and gives the digest when it is due. A run says one thing to a topic: while it has
 * alerts the digest waits for the next one.
 */
export function advanceDigest(
  previous: DigestRecord | null,
  evaluation: JudgedReport,
  moment: DigestMoment & { readonly hasAlerts: boolean },
): DigestStep {
  const { rules, now, hasAlerts } = moment;
  if (!rules.digest) return { record: null, digest: null };
  const record = updateRecord(previous ?? startRecord(now, null), evaluation, moment);
  if (hasAlerts || !isDigestDue(rules, record.lastDigestAt, now)) return { record, digest: null };
  return {
    record: { ...startRecord(now, record), requests: seeRequests(moment) },
    digest: toDigest(record, evaluation, moment),
  };
}
