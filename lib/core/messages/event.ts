import type { AlertEvent } from '../alerts/lifecycle';
import { DETAIL_TYPES, quotaArnOf, toAlertLinks } from './channel-facts';
import type { MessageOrigin, MessagePlaces } from './links';

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

/** Far below what EventBridge takes of one entry (256 KB, since 2026 1 MB), so that several fit into a call. */
const MAXIMUM_DETAIL_CHARACTERS = 100_000;

/** Model ids kept of a finding whose detail would be too long. */
const MAXIMUM_MODELS = 50;

function toDetail(alert: AlertEvent, origin: MessageOrigin, places: MessagePlaces): string {
  const { event, finding } = alert;
  const links = toAlertLinks(finding, origin, places);
  const detail = { schemaVersion: 1, ...origin, event, finding, links };
  const text = JSON.stringify(detail);
  if (text.length <= MAXIMUM_DETAIL_CHARACTERS) return text;
  return JSON.stringify({ ...detail, finding: { ...finding, modelIds: finding.modelIds.slice(0, MAXIMUM_MODELS) } });
}

/** One entry per event of a run, in the same order. */
export function toAlertEventEntries(
  events: readonly AlertEvent[],
  origin: MessageOrigin,
  places: MessagePlaces,
): AlertEventEntry[] {
  return events.map((alert) => {
    const arn = quotaArnOf(alert.finding, origin);
    return {
      detailType: DETAIL_TYPES[alert.event],
      detail: toDetail(alert, origin, places),
      resources: arn === null ? [] : [arn],
      at: origin.at,
    };
  });
}
