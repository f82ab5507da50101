import { closedAfterEach } from '../../closed-after-each';
import { deploy, ROWS, SONNET_ID, spend } from '../deployed';

const start = closedAfterEach(deploy);

const WARNING = 'WARNING 80% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1';

describe('a run of the bundled poller', () => {
  it('tells a quota that fills up, once', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 100_000);
    await tick('2026-10-14T12:02:00Z');
    spend(account, '2026-10-14T12:04:00Z', 800_000);
    for (const minute of ['05', '06', '07', '08']) await tick(`2026-10-14T12:${minute}:00Z`);
    expect(subjects()).toEqual([WARNING]);
    expect(account.messages[0]).toMatchObject({
      at: '2026-10-14T12:05:00Z',
      attributes: { severity: 'warning', models: ['anthropic.claude-sonnet-4-5-20250929-v1:0'] },
    });
  });

  it('speaks the language of the stack to people, and English to programs', async () => {
    const { account, tick } = await start({}, { WATCHDOG_LANGUAGE: 'pt-BR' });
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    await tick('2026-10-14T12:02:00Z');
    const [mail] = account.messages;
    expect(mail?.subject).toBe('ALERTA 80% tokens/min: Claude Sonnet 4.5 V1, entre Regioes, us-east-1');
    expect(mail?.message.default).toContain('usou 800.000 de 1.000.000 tokens no minuto 12:00 UTC.');
    expect(mail?.message.lambda).toContain('"title":"Ask for ');
  });

  it('sees a point that comes fifteen minutes late', async () => {
    const { account, ticks, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 100_000);
    spend(account, '2026-10-14T12:01:00Z', 990_000, { visibleAt: '2026-10-14T12:15:30Z' });
    await ticks('2026-10-14T12:02:00Z', '2026-10-14T12:15:00Z');
    expect(subjects()).toEqual([]);
    await ticks('2026-10-14T12:15:00Z', '2026-10-14T12:31:00Z');
    expect(subjects()).toEqual(['CRITICAL 99% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1']);
  });

  it('sees it too when the series is read every fifteen minutes only', async () => {
    const { account, ticks, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 10);
    spend(account, '2026-10-14T12:02:00Z', 990_000, { visibleAt: '2026-10-14T12:15:30Z' });
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:31:00Z');
    expect(subjects()).toHaveLength(1);
  });

  it('does not wake anybody for a peak of yesterday when it is deployed', async () => {
    const { account, ticks, subjects } = await start();
    spend(account, '2026-10-14T10:30:00Z', 990_000);
    spend(account, '2026-10-14T12:00:00Z', 10);
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:20:00Z');
    expect(subjects()).toEqual([]);
  });

  it('evaluates the minutes of runs that never came', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 100_000);
    await tick('2026-10-14T12:02:00Z');
    spend(account, '2026-10-14T12:20:00Z', 800_000);
    await tick('2026-10-14T13:10:00Z');
    // The other one is that these runs were missed.
    expect(subjects()).toEqual([`${WARNING} (+1 more)`]);
  });

  it('gives the same answer to the same event: a repeated or older one says nothing again', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    await tick('2026-10-14T12:02:00Z');
    await tick('2026-10-14T12:02:00Z');
    await tick('2026-10-14T12:01:00Z');
    expect(subjects()).toEqual([WARNING]);
  });

  it("runs on the machine's clock when the event has none", async () => {
    const { account, invoke, subjects } = await start();
    const lastMinute = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 60_000);
    account.clock.set(new Date());
    spend(account, lastMinute.toISOString(), 800_000);
    expect((await invoke({})).kind).toBe('returned');
    expect(subjects()).toEqual([WARNING]);
  });

  it('counts a morning before the first run in the day', async () => {
    const modelTraffic = {
      quotaCode: 'L-E3F10727',
      quotaName: 'Cross-Model Max Tokens Per Day',
      appliedValue: 1_000_000,
      defaultValue: null,
      adjustable: false,
    };
    const { account, tick, subjects } = await start({ quotas: [...ROWS, modelTraffic] });
    spend(account, '2026-10-14T02:00:00Z', 500_000);
    spend(account, '2026-10-14T03:00:00Z', 460_000);
    await tick('2026-10-14T12:02:00Z');
    expect(subjects()).toEqual(['CRITICAL 96% tokens/day: all models together, us-east-1']);
  });

  it('reads small pages of everything in full', async () => {
    const { account, tick, subjects } = await start({ pageSizes: { quotas: 1, metrics: 1, points: 1, profiles: 5 } });
    spend(account, '2026-10-14T12:00:00Z', 10_000);
    spend(account, '2026-10-14T12:01:00Z', 800_000);
    expect(await tick('2026-10-14T12:02:00Z')).toMatchObject({ kind: 'returned' });
    expect(subjects()).toEqual([WARNING]);
  });

  it('reconstructs the tokens where CloudWatch gives no estimate', async () => {
    const { account, tick, subjects } = await start();
    for (const [name, sum] of Object.entries({ Invocations: 1, InputTokenCount: 300_000, OutputTokenCount: 100_000 })) {
      account.record(
        { namespace: 'AWS/Bedrock', name, dimensions: { ModelId: SONNET_ID } },
        { minute: Date.parse('2026-10-14T12:00:00Z') / 60_000, sum },
      );
    }
    await tick('2026-10-14T12:02:00Z');
    expect(subjects()).toEqual([WARNING]);
    expect(account.messages[0]?.message.default).toContain('Reconstructed from token counts');
  });
});

describe('nothing is lost', () => {
  it('an alert whose publish failed goes out at the next run, once', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service: 'sns', kind: 'serverError' });
    const failed = await tick('2026-10-14T12:02:00Z');
    expect(failed).toMatchObject({ kind: 'failed', message: expect.stringContaining('sns:Publish failed') });
    expect(subjects()).toEqual([]);
    account.faults.clear();
    expect(await tick('2026-10-14T12:03:00Z')).toMatchObject({ kind: 'returned' });
    await tick('2026-10-14T12:04:00Z');
    expect(subjects()).toEqual([WARNING]);
  });

  it('a process that dies before it publishes leaves the alert to the next', async () => {
    const { account, tick, subjects, crash } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service: 'sns', kind: 'hang', times: 1 });
    const dying = tick('2026-10-14T12:02:00Z').catch((error: Error) => error.message);
    while (!account.calls.has('sns:Publish')) await new Promise((resolve) => setImmediate(resolve));
    crash();
    expect(await dying).toContain('ended during the run');
    await tick('2026-10-14T12:03:00Z');
    expect(subjects()).toEqual([WARNING]);
  });

  it('without state nothing is said, and the run fails', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service: 'dynamodb', operation: 'GetItem', kind: 'accessDenied' });
    expect((await tick('2026-10-14T12:02:00Z')).kind).toBe('failed');
    expect(subjects()).toEqual([]);
    account.faults.clear();
    await tick('2026-10-14T12:03:00Z');
    expect(subjects()).toEqual([WARNING]);
  });
});

describe('what was news is told, and what was not is not', () => {
  it('an answer of SNS that is none leaves the alert in the outbox', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service: 'sns', kind: 'junk', times: 4 });
    expect((await tick('2026-10-14T12:02:00Z')).kind).toBe('failed');
    account.faults.clear();
    await tick('2026-10-14T12:03:00Z');
    expect(subjects()).toEqual([WARNING]);
  });

  it('a model that comes back while the listing fails is told when it is seen', async () => {
    const { account, ticks, subjects } = await start();
    await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:06:00Z');
    account.faults.add({ service: 'cloudwatch', operation: 'ListMetrics', kind: 'accessDenied' });
    spend(account, '2026-10-14T12:08:00Z', 800_000);
    await ticks('2026-10-14T12:06:00Z', '2026-10-14T12:36:00Z');
    account.faults.clear();
    await ticks('2026-10-14T12:36:00Z', '2026-10-14T12:42:00Z');
    expect(subjects()).toContain(WARNING);
  });

  it('a first read that fails does not make the whole day news', async () => {
    const { account, ticks, tick, subjects } = await start();
    await tick('2026-10-14T12:00:00Z');
    spend(account, '2026-10-14T07:00:00Z', 990_000);
    spend(account, '2026-10-14T12:03:00Z', 10);
    account.faults.add({ service: 'cloudwatch', operation: 'GetMetricData', kind: 'accessDenied', times: 1 });
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:12:00Z');
    expect(subjects()).toEqual([]);
  });
});

describe('what fails hides nothing else', () => {
  it.each([
    ['bedrock', 'ListFoundationModels', 'accessDenied', 'allow the action bedrock:ListFoundationModels'],
    ['bedrock', 'ListInferenceProfiles', 'accessDenied', 'allow the action bedrock:ListInferenceProfiles'],
    ['servicequotas', 'ListAWSDefaultServiceQuotas', 'serverError', 'servicequotas:ListAWSDefaultServiceQuotas failed'],
    ['servicequotas', 'ListAWSDefaultServiceQuotas', 'junk', 'servicequotas:ListAWSDefaultServiceQuotas failed'],
    ['servicequotas', 'ListAWSDefaultServiceQuotas', 'emptyPageWithToken', 'the same page token came twice'],
    [
      'servicequotas',
      'ListRequestedServiceQuotaChangeHistory',
      'accessDenied',
      'allow the action servicequotas:ListRequestedServiceQuotaChangeHistory',
    ],
  ] as const)('%s:%s with %s still alerts, and fails the run', async (service, operation, kind, words) => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service, operation, kind });
    expect(await tick('2026-10-14T12:02:00Z')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(words),
    });
    expect(subjects()).toEqual([WARNING]);
  });

  it('a page of quotas that fails in the middle keeps what came before it', async () => {
    const { account, tick, subjects } = await start({ pageSizes: { quotas: 1 } });
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', skip: 1 });
    expect((await tick('2026-10-14T12:02:00Z')).kind).toBe('failed');
    expect(subjects()).toEqual([WARNING]);
  });

  it('quotas that cannot be read later are those known from before', async () => {
    const { account, tick, ticks, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 1);
    await tick('2026-10-14T12:02:00Z');
    account.faults.add({ service: 'servicequotas', kind: 'accessDenied' });
    await ticks('2026-10-14T12:03:00Z', '2026-10-14T13:09:00Z');
    spend(account, '2026-10-14T13:09:00Z', 800_000);
    await tick('2026-10-14T13:10:00Z');
    expect(subjects()).toEqual([WARNING]);
  });

  it('throttled reads are tried again within the run', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service: 'cloudwatch', operation: 'GetMetricData', kind: 'throttle', times: 2 });
    expect(await tick('2026-10-14T12:02:00Z')).toMatchObject({ kind: 'returned' });
    expect(subjects()).toEqual([WARNING]);
  });

  it('minutes that could not be read are read at the next run', async () => {
    const { account, tick, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 800_000);
    account.faults.add({ service: 'cloudwatch', operation: 'GetMetricData', kind: 'accessDenied', times: 1 });
    expect(await tick('2026-10-14T12:02:00Z')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('allow the action cloudwatch:GetMetricData'),
    });
    expect(subjects()).toEqual([]);
    expect(await tick('2026-10-14T12:03:00Z')).toMatchObject({ kind: 'returned' });
    expect(subjects()).toEqual([WARNING]);
  });

  it('a lasting blindness is told once, as itself, and its end too', async () => {
    const { account, ticks, subjects } = await start();
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied' });
    await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:25:00Z');
    expect(subjects()).toEqual(['UNKNOWN the watchdog is partly blind: servicequotas:ListServiceQuotas, us-east-1']);
    account.faults.clear();
    await ticks('2026-10-14T12:25:00Z', '2026-10-14T13:00:00Z');
    expect(subjects()).toHaveLength(2);
    expect(subjects()[1]).toMatch(/^RECOVERED/);
  });

  it('an empty account is quiet', async () => {
    const { ticks, subjects } = await start({ quotas: [] });
    await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:07:00Z');
    expect(subjects()).toEqual([]);
  });
});

it('publishes its own metrics', async () => {
  const { account, tick } = await start();
  spend(account, '2026-10-14T12:00:00Z', 640_000, { throttles: 3 });
  await tick('2026-10-14T12:02:00Z');
  const value = (name: string) =>
    account.read(
      { namespace: 'BedrockQuotaWatchdog', name, dimensions: { Watchdog: 'BedrockQuotaWatchdog' } },
      Date.parse('2026-10-14T12:02:00Z') / 60_000,
    );
  expect(value('HighestUtilizationPercent')).toBe(64);
  expect(value('ThrottledRequests')).toBe(3);
  expect(value('ZeroQuotas')).toBe(0);
  expect(value('CoverageErrors')).toBe(0);
});
