import type { AlertEvent } from '../../../../lib/core/alerts/lifecycle';
import { toAlertEventEntries } from '../../../../lib/core/messages/event';
import { toAlertMessage } from '../../../../lib/core/messages/mail';
import { EN } from '../../../../lib/language/en';
import { alertOf, NO_DASHBOARD, ORIGIN, PLACES } from '../alerts/alert-fixtures';

it('the detail is the item of the SNS message, with account, Region and moment', () => {
  const alert = alertOf();
  const [entry] = toAlertEventEntries([alert], ORIGIN, PLACES);
  const [item] = JSON.parse(toAlertMessage([alert], ORIGIN, PLACES, EN).message.sqs ?? '').findings;
  expect(JSON.parse(entry?.detail ?? '')).toEqual({ schemaVersion: 1, ...ORIGIN, ...item });
  expect(item).toEqual({
    event: 'opened',
    finding: alert.finding,
    links: {
      dashboard: PLACES.dashboard,
      quotaPage: 'https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB',
      runbook: 'docs/runbook.md#utilization',
    },
  });
  expect(entry?.at).toBe('2026-10-14T14:33:00Z');
});

it.each<[AlertEvent['event'], string]>([
  ['opened', 'Bedrock Quota Alert Opened'],
  ['escalated', 'Bedrock Quota Alert Escalated'],
  ['reminder', 'Bedrock Quota Alert Reminder'],
  ['recovered', 'Bedrock Quota Alert Recovered'],
  ['digest', 'Bedrock Quota Alert Digest'],
])('%s has the detail type %s', (event, detailType) => {
  expect(toAlertEventEntries([alertOf({ event })], ORIGIN, NO_DASHBOARD)[0]?.detailType).toBe(detailType);
});

it.each<[string, string | null, string, string | null, string[]]>([
  ['a quota', '111122223333', 'us-east-1', 'L-1', ['arn:aws:servicequotas:us-east-1:111122223333:bedrock/L-1']],
  [
    'a quota of GovCloud',
    '111122223333',
    'us-gov-west-1',
    'L-1',
    ['arn:aws-us-gov:servicequotas:us-gov-west-1:111122223333:bedrock/L-1'],
  ],
  ['no quota', '111122223333', 'us-east-1', null, []],
  ['no account', null, 'us-east-1', 'L-1', []],
])('the resources of %s', (_, accountId, region, quotaCode, resources) => {
  const [entry] = toAlertEventEntries(
    [alertOf({ finding: { quotaCode } })],
    { ...ORIGIN, accountId, region },
    NO_DASHBOARD,
  );
  expect(entry?.resources).toEqual(resources);
});

it('one entry per event, in order, each far below the limit of 256 KB', () => {
  const modelIds = Array.from({ length: 20_000 }, (_, index) => `model-${index}`);
  const alerts = ['a', 'b', 'c'].map((id) => alertOf({ finding: { id, modelIds } }));
  const entries = toAlertEventEntries(alerts, ORIGIN, NO_DASHBOARD);
  expect(entries.map(({ detail }) => JSON.parse(detail).finding.id)).toEqual(['a', 'b', 'c']);
  for (const { detail } of entries) expect(detail.length).toBeLessThan(100_000);
});

it('a detail that is too long in bytes leaves out lists and texts, never the numbers', () => {
  const long = '\u6f22'.repeat(40_000);
  const cause = { kind: 'tokensPerMinute', confidence: 'high', evidence: [long] } as const;
  const told = (finding: Partial<AlertEvent['finding']>) => {
    const [entry] = toAlertEventEntries([alertOf({ finding })], ORIGIN, NO_DASHBOARD);
    expect(Buffer.byteLength(entry?.detail ?? '')).toBeLessThan(64_000);
    return JSON.parse(entry?.detail ?? '').finding;
  };
  expect(told({ remedies: [{ title: long, command: null }] })).toMatchObject({ utilizationPercent: 97, remedies: [] });
  expect(told({ cause })).toMatchObject({ cause: { kind: 'tokensPerMinute', evidence: [] } });
  const consumers = [{ modelId: long, profileName: null, tokens: 1, share: 1 }];
  expect(told({ consumers })).not.toHaveProperty('consumers');
});
