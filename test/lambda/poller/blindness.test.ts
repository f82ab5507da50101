import { closedAfterEach } from '../../closed-after-each';
import { CHANNELS, deploy, spend } from '../deployed';

const start = closedAfterEach(deploy);

const BLIND = 'UNKNOWN the watchdog was blind from 12:02 UTC to 13:02 UTC, us-east-1';

describe('runs that never came', () => {
  it('an hour of them is one message with the gap, and nothing at the next ticks', async () => {
    const { account, tick, ticks, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 100_000);
    await tick('2026-10-14T12:02:00Z');
    await ticks('2026-10-14T13:02:00Z', '2026-10-14T13:40:00Z');
    expect(subjects()).toEqual([BLIND]);
    expect(account.messages[0]).toMatchObject({
      attributes: { severity: 'unknown', kinds: ['coverage'], events: ['opened'] },
    });
    expect(account.messages[0]?.message.default).toContain('60 minutes; it can see again');
  });

  it('what happened meanwhile is in the same message, first', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 100_000);
    await tick('2026-10-14T12:02:00Z');
    spend(account, '2026-10-14T12:20:00Z', 990_000);
    await tick('2026-10-14T13:02:00Z');
    expect(subjects()).toEqual(['CRITICAL 99% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1 (+1 more)']);
    expect(account.messages[0]?.message.default).toContain('the watchdog was blind from 12:02 UTC to 13:02 UTC');
  });

  it('a model that was busy only meanwhile, hours ago, is told too', async () => {
    const { account, tick, subjects } = await start();
    await tick('2026-10-14T12:02:00Z');
    spend(account, '2026-10-14T12:20:00Z', 990_000);
    await tick('2026-10-14T20:00:00Z');
    expect(subjects()).toEqual(['CRITICAL 99% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1 (+1 more)']);
  });

  it('runs that failed for want of their memory are runs that did not see', async () => {
    const { account, tick, ticks, subjects } = await start();
    await tick('2026-10-14T12:02:00Z');
    account.faults.add({ service: 'dynamodb', operation: 'GetItem', kind: 'accessDenied' });
    await ticks('2026-10-14T12:03:00Z', '2026-10-14T13:02:00Z');
    account.faults.clear();
    await ticks('2026-10-14T13:02:00Z', '2026-10-14T13:10:00Z');
    expect(subjects()).toEqual([BLIND]);
  });
});

describe('a permission that is missing', () => {
  it.each([
    ['cloudwatch', 'ListMetrics'],
    ['servicequotas', 'ListServiceQuotas'],
    ['bedrock', 'ListInferenceProfiles'],
  ])('%s:%s: for 12 minutes one message that names it, and one when it is back', async (service, operation) => {
    const { account, ticks, subjects } = await start();
    account.faults.add({ service, operation, kind: 'accessDenied' });
    await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:12:00Z');
    const blind = `the watchdog is partly blind: ${service}:${operation}, us-east-1`;
    expect(subjects()).toEqual([`UNKNOWN ${blind}`]);
    expect(account.messages[0]?.message.default).toContain(`allow the action ${service}:${operation}`);
    expect(account.messages[0]?.attributes).toMatchObject({ severity: 'unknown', kinds: ['coverage'] });
    account.faults.clear();
    await ticks('2026-10-14T12:12:00Z', '2026-10-14T13:30:00Z');
    expect(subjects()).toEqual([`UNKNOWN ${blind}`, `RECOVERED ${blind}`]);
  });

  it('two at once are one message', async () => {
    const { account, ticks, subjects } = await start();
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied' });
    account.faults.add({ service: 'bedrock', operation: 'ListFoundationModels', kind: 'accessDenied' });
    await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:20:00Z');
    expect(subjects()).toEqual([expect.stringMatching(/^UNKNOWN the watchdog is partly blind: .*\(\+1 more\)$/)]);
  });

  it('for nine minutes is no message', async () => {
    const { account, ticks, subjects } = await start();
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied' });
    await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:09:00Z');
    account.faults.clear();
    await ticks('2026-10-14T12:09:00Z', '2026-10-14T12:40:00Z');
    expect(subjects()).toEqual([]);
  });

  it('is told in the language of the stack to people, and in English to programs', async () => {
    const { account, ticks, subjects, chat } = await start({}, { ...CHANNELS, WATCHDOG_LANGUAGE: 'pt-BR' });
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied' });
    await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:12:00Z');
    const action = 'servicequotas:ListServiceQuotas';
    expect(subjects()).toEqual([`DESCONHECIDO o watchdog esta com visao parcial: ${action}, us-east-1`]);
    const [mail] = account.messages;
    const told =
      /servicequotas:ListServiceQuotas falhou \(AccessDeniedException: [^)]+\); permita a ação servicequotas:L/;
    expect(mail?.message.default?.replace(/\s+/g, ' ')).toMatch(told);
    expect(JSON.stringify(chat())).toMatch(told);
    expect(JSON.parse(mail?.message.lambda ?? '').findings[0].finding.cause.evidence).toEqual([
      expect.stringMatching(
        /^servicequotas:ListServiceQuotas failed \(Acc.*\); allow the action servicequotas:ListSer/,
      ),
    ]);
  });

  it('to publish is named where it can be: in the error of the run', async () => {
    const { account, tick } = await start();
    spend(account, '2026-10-14T12:00:00Z', 990_000);
    account.faults.add({ service: 'sns', operation: 'Publish', kind: 'accessDenied' });
    expect(await tick('2026-10-14T12:02:00Z')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('allow the action sns:Publish'),
    });
  });
});

it('blindness is in no metric that an alarm on quotas watches', async () => {
  const { account, tick } = await start();
  spend(account, '2026-10-14T12:00:00Z', 640_000, { throttles: 3 });
  await tick('2026-10-14T12:02:00Z');
  await tick('2026-10-14T12:30:00Z');
  account.faults.add({ service: 'bedrock', kind: 'accessDenied' });
  spend(account, '2026-10-14T13:29:00Z', 100_000);
  await tick('2026-10-14T13:30:00Z');
  const value = (name: string) =>
    account.read(
      { namespace: 'BedrockQuotaWatchdog', name, dimensions: { Watchdog: 'BedrockQuotaWatchdog' } },
      Date.parse('2026-10-14T13:30:00Z') / 60_000,
    );
  expect(value('CoverageErrors')).toBeGreaterThan(0);
  expect(value('HighestUtilizationPercent')).toBe(10);
  expect(value('HighestDailyUtilizationPercent')).toBe(0);
  expect(value('ThrottledRequests')).toBe(0);
});
