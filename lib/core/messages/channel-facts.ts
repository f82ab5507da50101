import type { AlertEventKind } from '../alerts/lifecycle';
import type { Finding } from '../vocabulary/finding';
import { type MessageOrigin, type MessagePlaces, quotaPageOf, runbookSectionOf } from './incident';

/** The one name of an event for machines: EventBridge's detail type, the event type of a chat notification. */
export const DETAIL_TYPES: Readonly<Record<AlertEventKind, string>> = {
  opened: 'Bedrock Quota Alert Opened',
  escalated: 'Bedrock Quota Alert Escalated',
  reminder: 'Bedrock Quota Alert Reminder',
  recovered: 'Bedrock Quota Alert Recovered',
  digest: 'Bedrock Quota Alert Digest',
};

/** Where a reader goes on from a finding. */
export interface AlertLinks {
  /** `null` when there is no dashboard. */
  readonly dashboard: string | null;
  readonly quotaPage: string;
  readonly runbook: string;
}

/** The links of a finding, the same in every channel. */
export function toAlertLinks(finding: Finding, { region }: MessageOrigin, places: MessagePlaces): AlertLinks {
  return {
    dashboard: places.dashboard,
    quotaPage: quotaPageOf(region, finding.quotaCode),
    runbook: runbookSectionOf(finding, places),
  };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The ARN of a finding's quota as Service Quotas spells it; `null` when the account or the code is not known. */
export function quotaArnOf({ quotaCode }: Finding, { accountId, region }: MessageOrigin): string | null {
  if (quotaCode === null || accountId === null) return null;
  return `arn:${partitionOf(region)}:servicequotas:${region}:${accountId}:bedrock/${quotaCode}`;
}
