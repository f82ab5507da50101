import type { AlertEvent } from '../../../../lib/core/alerts/lifecycle';
import { toChatNotifications } from '../../../../lib/core/messages/chat';
import { toAlertEventEntries } from '../../../../lib/core/messages/event';
import { toHeldUpMessage } from '../../../../lib/core/messages/held-up';
import { toAlertMessage, toPlainMessage } from '../../../../lib/core/messages/mail';
import { EN } from '../../../../lib/language/en';
import { PT_BR } from '../../../../lib/language/pt-br';
import { alertOf, ORIGIN, PLACES } from '../alerts/alert-fixtures';
import { blindIn, loweredIn, PROD, placeOf, TEST } from './fleet-alerts';

const IN_PROD: AlertEvent = { ...alertOf(), place: PROD };
const IN_TEST: AlertEvent = { ...alertOf({ finding: { severity: 'warning' } }), place: TEST };

const tell = (events: readonly AlertEvent[], words = EN) => toAlertMessage(events, ORIGIN, PLACES, words);
const documentOf = (events: readonly AlertEvent[]) => JSON.parse(tell(events).message.sqs ?? '');

const LOWERED = `Subject: WARNING Claude Sonnet 4.5 V1, cross-Region: applied 1,000,000-2,000,000 -> 200,000 t..., 300 targets

WARNING Claude Sonnet 4.5 V1, cross-Region: applied 1,000,000-2,000,000 → 200,000 tokens/min, 300 targets

${Array.from({ length: 10 }, (_, index) => `account-${index} (${placeOf(index).accountId}), us-east-1`).join('\n')}
and 290 more

Seen in the quota list at 13:51-14:30 UTC: Claude Sonnet 4.5 V1, cross-Region: applied 1,000,000-2,000,000 → 200,000 tokens/min.

L-F4DDD3EB  applied 1,000,000-2,000,000 → 200,000 tokens/min  (Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1)

Do now
1 Ask AWS to restore the default (it accepts only a value above the default)
  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1

Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB

Dashboard  https://example.com/dashboard
Runbook    docs/runbook.md#quotachanged
300 targets, 2026-10-14T14:33:00Z`;

const TWO_TARGETS = `Subject: CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, prod us-east-1 (+1 more)

CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, prod us-east-1

prod (111122223333), us-east-1

Claude Sonnet 4.5 V1, cross-Region, used 970,000 of 1,000,000 tokens in the minute 14:32 UTC.

Cause     tokens per minute, high confidence: 41 throttles
Since     14:30 UTC
Forecast  full at about 14:35 UTC
Traffic   us.anthropic.claude-sonnet-4-5-20250929-v1:0 100%

Do now
1 Ask for more
  aws service-quotas request-service-quota-increase --quota-code L-F4DDD3EB
2 Call it global cross-Region
3 A third way

Native metric, points 1-2 minutes late.

Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB

---

WARNING 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, 000000000000 eu-central-1

000000000000, eu-central-1

Claude Sonnet 4.5 V1, cross-Region, used 970,000 of 1,000,000 tokens in the minute 14:32 UTC.

Cause     tokens per minute, high confidence: 41 throttles
Since     14:30 UTC
Forecast  full at about 14:35 UTC
Traffic   us.anthropic.claude-sonnet-4-5-20250929-v1:0 100%

Do now
1 Ask for more
  aws service-quotas request-service-quota-increase --quota-code L-F4DDD3EB
2 Call it global cross-Region
3 A third way

Native metric, points 1-2 minutes late.

Quota page  https://eu-central-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB

Dashboard  https://example.com/dashboard
Runbook    docs/runbook.md#utilization
2 targets, 2026-10-14T14:33:00Z`;

it.each([
  ['a quota lowered in 300 accounts', loweredIn(300), LOWERED],
  ['use in two targets', [IN_PROD, IN_TEST], TWO_TARGETS],
])('%s is one message', (_, events, expected) => {
  const { subject, message } = tell(events);
  expect(`Subject: ${subject}\n\n${message.email?.trimEnd()}`).toBe(expected);
  expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
});

it('of one target it is what a watchdog of one says, with the name of the account', () => {
  const alone = toAlertMessage([alertOf()], { ...ORIGIN, accountId: PROD.accountId }, PLACES, EN);
  const { subject, message, attributes } = tell([IN_PROD]);
  expect(subject).toBe(alone.subject.replace('us-east-1', 'prod us-east-1'));
  expect(message.email).toBe(alone.message.email?.replace('Account 111122223333', 'Account prod (111122223333)'));
  expect(attributes).toEqual(alone.attributes);
});

it('one incident in many targets in Portuguese', () => {
  const { subject, message } = tell(loweredIn(3, 'pt-BR'), PT_BR);
  expect(subject).toMatch(
    /^ALERTA Claude Sonnet 4\.5 V1, entre Regioes: aplicado 1\.000\.000-2\.000\.000 .*, 3 alvos$/,
  );
  expect(message.email).toContain('aplicado 1.000.000-2.000.000 → 200.000 tokens/min, 3 alvos\n');
  expect(message.email).toContain('\n3 alvos, 2026-10-14T14:33:00Z\n');
});

it('what is alike in all but for what to do is told as in one', () => {
  const [one, other] = loweredIn(2);
  if (!one || !other) throw new Error('two are expected');
  const inEurope = { ...other, context: { ...other.context, remedies: [] }, place: { ...TEST, accountName: 'ü' } };
  const { email = '' } = tell([one, inEurope]).message;
  expect(email).toContain(`\n\nAs in account-0 (${placeOf(0).accountId}), us-east-1:\n\nDo now\n`);
  expect(email).toContain('\nü (000000000000), eu-central-1\n');
});

it('a sentence that does not hold in all is told as in one', () => {
  const [one, other] = loweredIn(2);
  if (!one || !other) throw new Error('two are expected');
  const { email = '' } = tell([one, { ...other, context: { ...other.context, summary: 'Otherwise.' } }]).message;
  expect(email.split(one.context.summary)).toHaveLength(2);
  expect(email).toContain(`, us-east-1:\n${one.context.summary}\n\nDo now`);
});

it('the longest name leaves the subject its Region', () => {
  const place = { ...PROD, accountName: 'Ä'.repeat(100) };
  const { subject } = tell([{ ...IN_PROD, place }, IN_TEST]);
  expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
  expect(subject).toMatch(/, A+\.\.\. us-east-1 \(\+1 more\)$/);
});

describe('for programs', () => {
  it('each finding has its account and Region, and leads to the console of these', () => {
    const { findings, ...document } = documentOf([IN_PROD, IN_TEST]);
    expect(document).toEqual({ schemaVersion: 1, accountId: null, region: null, at: ORIGIN.at });
    expect(findings).toMatchObject([
      { accountId: '111122223333', region: 'us-east-1', links: { quotaPage: expect.stringContaining('//us-east-1.') } },
      { accountId: '000000000000', region: 'eu-central-1', links: { quotaPage: expect.stringContaining('//eu-cen') } },
    ]);
  });

  it.each<[string, AlertEvent[], object, object]>([
    [
      'one account, two Regions',
      [IN_PROD, { ...IN_TEST, place: { ...PROD, region: 'eu-central-1' } }],
      { accountId: '111122223333', region: null },
      { accountId: '111122223333', region: 'several' },
    ],
    [
      'two accounts, one Region',
      [IN_PROD, { ...IN_TEST, place: { ...TEST, region: 'us-east-1' } }],
      { accountId: null, region: 'us-east-1' },
      { accountId: 'several', region: 'us-east-1' },
    ],
    [
      'another account than the watchdog has',
      [IN_TEST],
      { accountId: '000000000000', region: 'eu-central-1' },
      { accountId: '000000000000', region: 'eu-central-1' },
    ],
    [
      'the fleet itself and another target',
      [alertOf(), IN_TEST],
      { accountId: null, region: null },
      { accountId: 'several', region: 'several' },
    ],
  ])('what is common to %s', (_, events, document, attributes) => {
    expect(documentOf(events)).toMatchObject(document);
    expect(tell(events).attributes).toMatchObject(attributes);
  });

  it('events are one an alert, each with its own account, Region and quota', () => {
    const entries = toAlertEventEntries([IN_PROD, IN_TEST], ORIGIN, PLACES);
    expect(entries.map(({ detail }) => JSON.parse(detail))).toMatchObject([
      { accountId: '111122223333', region: 'us-east-1' },
      { accountId: '000000000000', region: 'eu-central-1' },
    ]);
    expect(entries.map(({ resources }) => resources)).toEqual([
      ['arn:aws:servicequotas:us-east-1:111122223333:bedrock/L-F4DDD3EB'],
      ['arn:aws:servicequotas:eu-central-1:000000000000:bedrock/L-F4DDD3EB'],
    ]);
  });

  it('what is refused, or held up, says of several that they are', () => {
    const whole = tell([IN_PROD, IN_TEST]);
    const plain = toPlainMessage(whole, { at: ORIGIN.at, findings: 2, places: PLACES }, EN);
    const told = {
      lines: [],
      count: 2,
      findings: 2,
      attributes: [tell([IN_PROD]).attributes, tell([IN_TEST]).attributes],
    };
    const heldUp = toHeldUpMessage(told, ORIGIN, { places: PLACES, words: EN });
    for (const { message, attributes } of [plain, heldUp]) {
      expect(JSON.parse(message.sqs ?? '')).toMatchObject({ accountId: null, region: null, omittedFindings: 2 });
      expect(attributes).toMatchObject({ accountId: 'several', region: 'several' });
      expect(message.email).toContain(`\nseveral accounts, ${ORIGIN.at}\n`);
    }
    expect(heldUp.subject).toMatch(/, several Regions$/);
  });

  it('what is held up of one target is of that target', () => {
    const unknown = { ...tell([IN_TEST]).attributes, accountId: 'unknown' };
    const told = { lines: [], count: 2, findings: 2, attributes: [unknown, tell([IN_TEST]).attributes] };
    const { message, attributes } = toHeldUpMessage(told, ORIGIN, { places: PLACES, words: EN });
    expect(attributes).toMatchObject({ accountId: '000000000000', region: 'eu-central-1' });
    expect(message.email).toContain(`\nAccount 000000000000, eu-central-1, ${ORIGIN.at}\n`);
  });
});

describe('in a chat', () => {
  const chatOf = (events: readonly AlertEvent[]) => toChatNotifications(events, ORIGIN, PLACES, EN);

  it('one incident in many targets is one notification that names ten', () => {
    const [only, ...others] = chatOf(loweredIn(300));
    expect(others).toEqual([]);
    expect(only?.content.title).toMatch(/, 300 targets$/);
    expect(only?.content.description).toContain('; account-9 (');
    expect(only?.content.description).toContain('; and 290 more\n');
    expect(only?.content.description).not.toContain('account-10 ');
  });

  it('each target has its own thread, title and resource', () => {
    const told = chatOf([IN_PROD, IN_TEST]);
    expect(told.map(({ content }) => content.title.split(', ').at(-1))).toEqual([
      'prod us-east-1',
      '000000000000 eu-central-1',
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
    expect(told[1]?.metadata).toMatchObject({
      threadId: '000000000000/eu-central-1/2026-10-14T14:30:00Z/utilization/L-F4DDD3EB',
      relatedResources: ['arn:aws:servicequotas:eu-central-1:000000000000:bedrock/L-F4DDD3EB'],
      additionalContext: { accountId: '000000000000', region: 'eu-central-1' },
    });
  });

  it('what is summed up names each target', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...alertOf(), place: placeOf(index) }));
    const last = chatOf(many).at(-1);
    expect(last?.content.title).toBe('2 more quota alerts, several accounts');
    expect(last?.content.description).toContain('cross-Region, account-11 us-east-1\n');
    expect(last?.metadata.additionalContext).toEqual({ accountId: 'several', region: 'several' });
  });

  it('what does not hold in all says in which it does', () => {
    const [one, other] = loweredIn(2);
    if (!one || !other) throw new Error('two are expected');
    const [told] = chatOf([one, { ...other, context: { ...other.context, summary: 'Otherwise.' } }]);
    expect(told?.content.description).toMatch(/^As in account-0 \(\d{12}\), us-east-1: Seen in the quota list/);
  });
});

it('what cannot be seen for one reason is told once, and for another by itself', () => {
  const denied = (place: typeof PROD) => blindIn(place, `denied for ${place.accountId} in ${place.region}`);
  const other = { ...PROD, accountId: placeOf(7).accountId, accountName: 'seven' };
  const { email = '' } = tell([denied(PROD), denied(other), blindIn(PROD, 'throttled')]).message;
  expect(email.match(/^UNKNOWN .*$/gm)).toEqual([
    'UNKNOWN the watchdog is partly blind: cloudwatch:GetMetricData, 2 targets',
    'UNKNOWN the watchdog is partly blind: cloudwatch:GetMetricData, prod us-east-1',
  ]);
  expect(email).toContain('\ndenied for * in us-east-1\n');
});
