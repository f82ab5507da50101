import type { Statement } from './statement';
import { type EpochMinute, toIso } from './time';

/** Something that could not be read, used or said, or not in full: what failed and why. */
export type BlindSpot = Statement & {
  /** Stable name of what failed: `cloudwatch:GetMetricData`, `quotaList`. */
  readonly source: string;
};

/** Name of the source that is late; as that of a call that fails, it begins with the service that hides traffic. */
export const LATE_POINTS_SOURCE = 'cloudwatch:latePoints';

/** The list whose failure hides quotas. */
const QUOTA_LIST = 'servicequotas:ListServiceQuotas';

/** The service that has the traffic: the sources of its calls begin so. */
const HIDES_TRAFFIC = 'cloudwatch:';

/** Whether what could not be seen hides traffic: what is low is then unknown. */
export function hidesTraffic({ source }: Pick<BlindSpot, 'source'>): boolean {
  return source.startsWith(HIDES_TRAFFIC);
}

/** Whether what could not be seen hides quotas: traffic without a quota then says nothing. */
export function hidesQuotas({ source }: Pick<BlindSpot, 'source'>): boolean {
  return source === QUOTA_LIST;
}

/** The service that has the refused calls: the sources of its calls, and of their ledger, begin so. */
const HIDES_REFUSALS = 'sqs:';

/** Name of the refused calls as something that cannot be seen. */
export const REFUSALS_SOURCE = `${HIDES_REFUSALS}refusals`;

/** Name of messages that are none: they hide no refused call. */
export const UNREADABLE_SOURCE = 'refusals:unreadable';

/** The id of the finding about a blind spot. */
export function coverageId(source: string): string {
  return `coverage/${source}`;
}

/** Whether a finding tells of something that hides traffic. */
export function isOfHiddenTraffic({ id }: { readonly id: string }): boolean {
  return id.startsWith(coverageId(HIDES_TRAFFIC));
}

/** Whether a finding tells of something that hides refused calls. */
export function isOfHiddenRefusals({ id }: { readonly id: string }): boolean {
  return id.startsWith(coverageId(HIDES_REFUSALS));
}

const MISSED_RUNS = coverageId('watchdog:missedRuns/');

/** The id of the finding about a time in which nothing was evaluated: when it began is a part, for two of them are two. */
export function missedRunsId(from: EpochMinute): string {
  return `${MISSED_RUNS}${toIso(from)}`;
}

/** Whether a finding tells of a time in which nothing was evaluated. */
export function isMissedRuns({ id }: { readonly id: string }): boolean {
  return id.startsWith(MISSED_RUNS);
}

const STORED = 'watchdog:stored/';

/** The source of what is wrong with a stored item: that it cannot be read, or is of a newer version. */
export function storedSource(item: string): string {
  return `${STORED}${item}`;
}

/** Whether a finding tells that a stored item was dropped, set aside or left: it is told at once, and once. */
export function isOfStored({ id }: { readonly id: string }): boolean {
  return id.startsWith(coverageId(STORED));
}

/** Whether a finding tells that CloudWatch shows points late. */
export function isLatePoints({ id }: { readonly id: string }): boolean {
  return id === coverageId(LATE_POINTS_SOURCE);
}

/** A value that was read, as far as it could be, and what went wrong on the way. */
export interface Read<T> {
  readonly value: T;
  readonly blindSpots: readonly BlindSpot[];
}
