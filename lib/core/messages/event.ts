import type { AlertEvent } from '../alerts/lifecycle';
import type { Finding } from '../vocabulary/finding';
import { DETAIL_TYPES, quotaArnOf, toAlertLinks } from './channel-facts';
import { type MessageOrigin, type MessagePlaces, originOf } from './incident';
import { bytesOf } from './message-size';

/** One event for EventBridge, as it waits in the outbox; source and bus are the adapter's. */
export interface AlertEventEntry {
  readonly detailType: string;
  /** JSON; the item of the SNS message with the account, the Region and the moment. */
  readonly detail: string;
  /** The quota's ARN, or nothing. */
  readonly resources: readonly string[];
  /** ISO time in UTC: the moment of the evaluation, also when it is sent later. */
  readonly at: string;
}

/** Bytes of one detail, far below what EventBridge takes of an entry (256 KB, since 2026 1 MB): several fit into a call. */
const MAXIMUM_DETAIL_BYTES = 60_000;

/** Model ids kept of a finding whose detail would be too long. */
const MAXIMUM_MODELS = 50;

/** What is left out of a finding in turn until its detail fits; numbers, severity and quota are never. */
const REDUCTIONS: readonly ((finding: Finding) => Finding)[] = [
  (finding) => finding,
  (finding) => ({ ...finding, modelIds: finding.modelIds.slice(0, MAXIMUM_MODELS) }),
  (finding) => ({ ...finding, modelIds: [], remedies: [], cause: finding.cause && { ...finding.cause, evidence: [] } }),
  ({ consumers: _, ...finding }) => ({ ...finding, modelIds: [], remedies: [], cause: null }),
];

function toDetail(alert: AlertEvent, origin: MessageOrigin, places: MessagePlaces): string {
  const { event, finding } = alert;
  const links = toAlertLinks(finding, origin, places);
  const texts = REDUCTIONS.map((reduce) =>
    JSON.stringify({ schemaVersion: 1, ...origin, event, finding: reduce(finding), links }),
  );
  return texts.find((text) => bytesOf(text) <= MAXIMUM_DETAIL_BYTES) ?? texts.at(-1) ?? '';
}

/** One entry per event of a run, in the same order. */
export function toAlertEventEntries(
  events: readonly AlertEvent[],
  origin: MessageOrigin,
  places: MessagePlaces,
): AlertEventEntry[] {
  return events.map((alert) => {
    const where = originOf(alert, origin);
    const arn = quotaArnOf(alert.finding, where);
    return {
      detailType: DETAIL_TYPES[alert.event],
      detail: toDetail(alert, where, places),
      resources: arn === null ? [] : [arn],
      at: origin.at,
    };
  });
}
