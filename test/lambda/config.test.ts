import { readConfig, readWidgetLanguage } from '../../lambda/config';
import { readTick } from '../../lambda/poller/tick';
import { RUNBOOK } from '../../lib/contract';

const GOOD = {
  WATCHDOG_TABLE_NAME: 'table',
  WATCHDOG_TOPIC_ARN: 'arn:aws:sns:us-east-1:111122223333:topic',
  AWS_REGION: 'us-east-1',
};

describe('the configuration of the poller', () => {
  it('has defaults for everything but table, topic and Region', () => {
    expect(readConfig(GOOD)).toEqual({
      tableName: 'table',
      topicArn: 'arn:aws:sns:us-east-1:111122223333:topic',
      thresholds: { warningPercent: 80, criticalPercent: 95 },
      chatTopicArn: null,
      eventBusArn: null,
      rulesParameter: null,
      stackRulesParameter: null,
      knowsOrganization: false,
      limitsParameter: null,
      refusalQueueUrl: null,
      principals: true,
      metricsPerRegion: false,
      modelOverrides: {},
      burndownRates: {},
      metricsPerQuota: false,
      language: 'en',
      places: { dashboard: null, runbook: RUNBOOK },
      watchdogName: 'BedrockQuotaWatchdog',
      region: 'us-east-1',
    });
  });

  it.each([
    ['WATCHDOG_CHAT_TOPIC_ARN', 'chatTopicArn', 'arn:aws:sns:us-east-1:111122223333:chat'],
    ['WATCHDOG_EVENT_BUS_ARN', 'eventBusArn', 'arn:aws:events:us-east-1:111122223333:event-bus/default'],
  ])('%s switches its channel on, an empty one does not', (variable, key, arn) => {
    expect(readConfig({ ...GOOD, [variable]: arn })).toMatchObject({ [key]: arn });
    expect(readConfig({ ...GOOD, [variable]: '' })).toMatchObject({ [key]: null });
  });

  it('leads to the pages it is told of', () => {
    const pages = { WATCHDOG_DASHBOARD_URL: 'https://example.com/d', WATCHDOG_RUNBOOK: 'https://example.com/r' };
    expect(readConfig({ ...GOOD, ...pages }).places).toEqual({
      dashboard: 'https://example.com/d',
      runbook: 'https://example.com/r',
    });
  });

  it('looks for rules where it is told to', () => {
    const names = { WATCHDOG_RULES_PARAMETER: '/mine/rules', WATCHDOG_STACK_RULES_PARAMETER: '/mine/stack-rules' };
    expect(readConfig({ ...GOOD, ...names })).toMatchObject({
      rulesParameter: '/mine/rules',
      stackRulesParameter: '/mine/stack-rules',
    });
    expect(readConfig({ ...GOOD, WATCHDOG_RULES_PARAMETER: '' }).rulesParameter).toBeNull();
  });

  it.each([
    ['{"regions":["us-east-1"],"accounts":[],"organization":{"organizationalUnits":[],"all":true,"exclude":[]}}', true],
    ['{"regions":["us-east-1"],"accounts":["111122223333"],"organization":null}', false],
    ['', false],
  ])('of the targets %s it knows of an organisation: %s', (targets, expected) => {
    expect(readConfig({ ...GOOD, WATCHDOG_TARGETS: targets }).knowsOrganization).toBe(expected);
  });

  it('publishes limits where it is told to', () => {
    expect(readConfig({ ...GOOD, WATCHDOG_LIMITS_PARAMETER: '/mine/limits' }).limitsParameter).toBe('/mine/limits');
    expect(readConfig({ ...GOOD, WATCHDOG_LIMITS_PARAMETER: '' }).limitsParameter).toBeNull();
  });

  it('takes overrides of quota codes', () => {
    const config = readConfig({ ...GOOD, WATCHDOG_MODEL_OVERRIDES: '{"L-12345678":["amazon.nova-lite-v1:0"]}' });
    expect(config.modelOverrides).toEqual({ 'L-12345678': ['amazon.nova-lite-v1:0'] });
  });

  it('takes burndown rates', () => {
    const config = readConfig({ ...GOOD, WATCHDOG_BURNDOWN_RATES: '{"amazon.nova-lite-v1:0":2}' });
    expect(config.burndownRates).toEqual({ 'amazon.nova-lite-v1:0': 2 });
  });

  it('reads the language', () => {
    expect(readConfig({ ...GOOD, WATCHDOG_LANGUAGE: 'pt-BR' }).language).toBe('pt-BR');
    expect(readWidgetLanguage({ WATCHDOG_LANGUAGE: 'pt-BR' })).toBe('pt-BR');
    expect(readWidgetLanguage({ WATCHDOG_LANGUAGE: 'fr' })).toBe('en');
  });

  it.each([
    [{ WATCHDOG_TABLE_NAME: '' }, 'WATCHDOG_TABLE_NAME is missing'],
    [{ WATCHDOG_TOPIC_ARN: undefined }, 'WATCHDOG_TOPIC_ARN is missing'],
    [{ AWS_REGION: undefined }, 'AWS_REGION is missing'],
    [{ WATCHDOG_WARNING_PERCENT: 'lots' }, 'WATCHDOG_WARNING_PERCENT is "lots"; a percent above 0 is needed'],
    [{ WATCHDOG_WARNING_PERCENT: '-1' }, 'a percent above 0 is needed'],
    [{ WATCHDOG_WARNING_PERCENT: '95' }, 'the warning threshold (95) must be below the critical one (95)'],
    [{ WATCHDOG_MODEL_OVERRIDES: '{' }, 'WATCHDOG_MODEL_OVERRIDES is "{", which is not JSON'],
    [{ WATCHDOG_MODEL_OVERRIDES: '[]' }, 'WATCHDOG_MODEL_OVERRIDES is []; an object of quota codes'],
    [{ WATCHDOG_MODEL_OVERRIDES: '{"L-1":"x"}' }, 'a quota code such as L-F4DDD3EB is needed'],
    [{ WATCHDOG_LANGUAGE: 'pt' }, 'WATCHDOG_LANGUAGE is "pt"; one of en, pt-BR is needed'],
    [{ WATCHDOG_BURNDOWN_RATES: '{"a.b":0}' }, 'WATCHDOG_BURNDOWN_RATES: the rate of a.b is 0'],
  ])('says what is wrong with %j', (change, complaint) => {
    expect(() => readConfig({ ...GOOD, ...change })).toThrow(complaint);
  });
});

describe('the clock of a run', () => {
  const MACHINE = Date.parse('2026-01-01T00:00:30Z');
  const minute = (iso: string) => Date.parse(iso) / 60_000;

  it("is the event's time", () => {
    expect(readTick({ time: '2025-10-14T14:32:00Z' }, MACHINE)).toEqual({
      now: minute('2025-10-14T14:32:00Z'),
      complaint: null,
    });
    expect(readTick({ time: '2025-10-14T14:32:59.999Z' }, MACHINE).now).toBe(minute('2025-10-14T14:32:00Z'));
  });

  it('may be ahead of the machine by what two clocks differ', () => {
    expect(readTick({ time: '2026-01-01T00:05:00Z' }, MACHINE).now).toBe(minute('2026-01-01T00:05:00Z'));
  });

  it.each(['2026-01-01T00:06:00Z', '2099-01-01T00:00:00Z', '+010000-01-01T00:00:00Z'])(
    'is not %s, which has not been',
    (time) => {
      expect(() => readTick({ time }, MACHINE)).toThrow(
        `the event's time ${time} is more than 5 minutes ahead of the machine's clock, 2026-01-01T00:00:00Z`,
      );
    },
  );

  it.each([
    [{}, 'the event carries no time'],
    [null, 'the event carries no time'],
    [{ time: 'noon' }, 'the event carries the time "noon"'],
    [{ time: 7 }, 'the event carries the time 7'],
    [{ time: '-000001-01-01T00:00:00Z' }, 'the event carries the time "-000001-01-01T00:00:00Z"'],
    [{ time: '1969-12-31T23:59:00Z' }, 'the event carries the time "1969-12-31T23:59:00Z"'],
  ])("is the machine's for the event %j, and says so", (event, complaint) => {
    const tick = readTick(event, MACHINE);
    expect(tick.now).toBe(minute('2026-01-01T00:00:00Z'));
    expect(tick.complaint).toContain(complaint);
  });
});
