import type { AlertEvent } from '../../../../lib/core/alerts/lifecycle';
import { type ChatNotification, toChatNotifications } from '../../../../lib/core/messages/chat';
import { EN } from '../../../../lib/language/en';
import { alertOf, ORIGIN, PLACES } from '../alerts/alert-fixtures';

function only(alert: AlertEvent, origin: Parameters<typeof toChatNotifications>[1] = ORIGIN): ChatNotification {
  const [notification, ...others] = toChatNotifications([alert], origin, PLACES, EN);
  if (!notification || others.length > 0) throw new Error('exactly one notification is expected');
  return notification;
}

it('an alert is one custom notification, short, with cause, forecast, two remedies and links', () => {
  expect(only(alertOf())).toEqual({
    version: '1.0',
    source: 'custom',
    id: '2026-10-14T14:33:00Z/opened/utilization/L-F4DDD3EB',
    content: {
      textType: 'client-markdown',
      title: 'CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1',
      description: [
        'Claude Sonnet 4.5 V1, cross-Region, used 970,000 of 1,000,000 tokens in the minute 14:32 UTC.',
        '',
        '*Cause* tokens per minute, high confidence: 41 throttles',
        '*Forecast* full at about 14:35 UTC',
        '',
        'Dashboard https://example.com/dashboard',
        'Quota page https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB',
        'Runbook docs/runbook.md#utilization',
      ].join('\n'),
      nextSteps: [
        'Ask for more: `aws service-quotas request-service-quota-increase --quota-code L-F4DDD3EB`',
        'Call it global cross-Region',
      ],
      keywords: ['critical', 'utilization', 'L-F4DDD3EB'],
    },
    metadata: {
      threadId: '111122223333/us-east-1/2026-10-14T14:30:00Z/utilization/L-F4DDD3EB',
      summary: 'Claude Sonnet 4.5 V1, cross-Region, used 970,000 of 1,000,000 tokens in the minute 14:32 UTC.',
      eventType: 'Bedrock Quota Alert Opened',
      relatedResources: ['arn:aws:servicequotas:us-east-1:111122223333:bedrock/L-F4DDD3EB'],
      additionalContext: {
        event: 'opened',
        severity: 'critical',
        kind: 'utilization',
        accountId: '111122223333',
        region: 'us-east-1',
      },
    },
  });
});

describe('threads', () => {
  const threadOf = (alert: AlertEvent, origin = ORIGIN) => only(alert, origin).metadata.threadId;
  const opened = threadOf(alertOf());

  it.each<[AlertEvent['event'], string]>([
    ['escalated', '2026-10-14T14:40:00Z'],
    ['reminder', '2026-10-14T18:40:00Z'],
    ['recovered', '2026-10-14T19:00:00Z'],
  ])('%s falls into the thread of the incident', (event, at) => {
    expect(threadOf(alertOf({ event }), { ...ORIGIN, at })).toBe(opened);
  });

  it.each<[string, string | undefined]>([
    ['the next incident of the finding', threadOf(alertOf({ since: '2026-10-15T09:00:00Z' }))],
    ['another finding', threadOf(alertOf({ finding: { id: 'utilization/L-4A6BFAB1' } }))],
    ['another Region', threadOf(alertOf(), { ...ORIGIN, region: 'eu-west-1' })],
    ['another account', threadOf(alertOf(), { ...ORIGIN, accountId: '000000000000' })],
  ])('%s has a thread of its own', (_, thread) => {
    expect(thread).not.toBe(opened);
  });
});

describe('what there is not is left out, for the schema takes no empty list', () => {
  it.each<[string, AlertEvent, string]>([
    ['a recovery asks for nothing', alertOf({ event: 'recovered' }), 'nextSteps'],
    ['a finding without remedies', alertOf({ finding: { remedies: [] } }), 'nextSteps'],
    ['a finding without a quota', alertOf({ finding: { quotaCode: null } }), 'relatedResources'],
  ])('%s', (_, alert, key) => {
    const { content, metadata } = only(alert);
    expect(Object.keys({ ...content, ...metadata })).not.toContain(key);
  });

  it('an account that is not known', () => {
    const { metadata } = only(alertOf(), { ...ORIGIN, accountId: null });
    expect(metadata.relatedResources).toBeUndefined();
    expect(metadata.additionalContext.accountId).toBe('unknown');
  });
});

describe('lengths', () => {
  const LONG = 'x'.repeat(5_000);

  it('every text is cut to what a chat takes, and the links stay whole', () => {
    const { content, metadata } = only(
      alertOf({
        finding: { id: LONG, remedies: [{ title: LONG, command: null }] },
        context: { subject: LONG, summary: LONG, details: [['Cause', LONG]] },
      }),
    );
    expect(content.title.length).toBeLessThanOrEqual(200);
    expect(content.description.length).toBeLessThanOrEqual(1_500);
    expect(content.description).toMatch(/\.\.\.\n\nDashboard https:\/\/example.com\/dashboard\n/);
    expect(content.description).toMatch(/\nRunbook docs\/runbook.md#utilization$/);
    expect(content.nextSteps?.[0]?.length).toBe(300);
    expect(metadata.summary.length).toBe(250);
    expect(metadata.threadId?.length).toBe(200);
  });

  it('a command that is too long is left out whole', () => {
    const command = `aws ${'--flag '.repeat(100)}`;
    const { content } = only(alertOf({ finding: { remedies: [{ title: 'Ask for more', command }] } }));
    expect(content.nextSteps).toEqual(['Ask for more (the command is in the e-mail)']);
  });
});

it.each(['<!channel>', '<@U024BE7LH>', '<#C024BE7LR>', '<https://x.example|y>', '@channel', '[a](https://x.example)'])(
  '%s in a text from outside calls nobody',
  (mention) => {
    const notification = only(
      alertOf({
        finding: { remedies: [{ title: mention, command: null }] },
        context: { subject: mention, summary: mention, details: [['Cause', mention]] },
      }),
    );
    expect(JSON.stringify(notification)).not.toContain(mention);
  },
);

describe('many events in one run', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      alertOf({ finding: { id: `utilization/${index}` }, context: { subject: `Model ${index}` } }),
    );
  const titles = (count: number) =>
    toChatNotifications(many(count), ORIGIN, PLACES, EN).map(({ content }) => content.title);

  it.each([
    [0, 0],
    [1, 1],
    [10, 10],
    [11, 11],
    [400, 11],
  ])('%d events are %d notifications', (events, notifications) => {
    expect(titles(events)).toHaveLength(notifications);
  });

  it('from the eleventh event on they are summed up, without a thread', () => {
    const last = toChatNotifications(many(25), ORIGIN, PLACES, EN).at(-1);
    expect(last?.content.title).toBe('15 more quota alerts, us-east-1');
    expect(last?.content.description.split('\n')).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `- CRITICAL 97% tokens/min: Model ${index + 10}`),
      '- and 5 more',
      'Dashboard https://example.com/dashboard',
    ]);
    expect(last?.metadata.threadId).toBeUndefined();
  });
});
