import type { AdvancedEventSelector, AdvancedFieldSelector, EventSelector } from '@aws-sdk/client-cloudtrail';

/**
 * What CloudTrail knows a call of a model by: a management event of Bedrock that reads. Other fields of a selector are none
 * that can be told before the call.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html, 2026-11
 */
const MODEL_CALL: Readonly<Record<string, string>> = {
  eventCategory: 'Management',
  readOnly: 'true',
  eventSource: 'bedrock.amazonaws.com',
};

/** What a trail has of either kind; it has selectors of one kind at most. */
export interface TrailSelectors {
  readonly EventSelectors?: readonly EventSelector[] | undefined;
  readonly AdvancedEventSelectors?: readonly AdvancedEventSelector[] | undefined;
}

/** Whether a field of a model's call is let through; `null`: it hangs on the call. */
function matchesField(selector: AdvancedFieldSelector): boolean | null {
  const { Field: field = '', Equals, StartsWith, EndsWith, NotEquals, NotStartsWith, NotEndsWith } = selector;
  const value = MODEL_CALL[field];
  if (value === undefined) return null;
  const isWanted =
    [Equals, StartsWith, EndsWith].every((one) => one === undefined) ||
    (Equals?.includes(value) ?? false) ||
    (StartsWith?.some((start) => value.startsWith(start)) ?? false) ||
    (EndsWith?.some((end) => value.endsWith(end)) ?? false);
  const isUnwanted =
    (NotEquals?.includes(value) ?? false) ||
    (NotStartsWith?.some((start) => value.startsWith(start)) ?? false) ||
    (NotEndsWith?.some((end) => value.endsWith(end)) ?? false);
  return isWanted && !isUnwanted;
}

function matchesAdvanced({ FieldSelectors: fields = [] }: AdvancedEventSelector): boolean | null {
  const matches = fields.map(matchesField);
  if (matches.includes(false)) return false;
  return matches.includes(null) ? null : true;
}

function matchesBasic({
  IncludeManagementEvents: hasManagement = true,
  ReadWriteType: readWrite = 'All',
  ExcludeManagementEventSources: excluded = [],
}: EventSelector): boolean {
  return hasManagement && readWrite !== 'WriteOnly' && !excluded.includes(MODEL_CALL.eventSource ?? '');
}

/** Whether a trail records calls of models; `null`: its selectors pick among them by what is not known before. */
export function takesModelCalls({ EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] }: TrailSelectors) {
  const matches = [...basic.map(matchesBasic), ...advanced.map(matchesAdvanced)];
  if (matches.includes(true)) return true;
  return matches.includes(null) ? null : false;
}
