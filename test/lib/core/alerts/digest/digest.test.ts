import { priceCalls } from '../../../../../lib/core/alerts/digest/prices';
import { toDigestMessage } from '../../../../../lib/core/messages/digest-mail';
import { NO_ALERT_RULES } from '../../../../../lib/core/rules/rules';
import { toIso } from '../../../../../lib/core/vocabulary/time';
import { EN } from '../../../../../lib/language/en';
import { dailyPool, increaseRequest, quota, SONNET } from '../../fixtures';
import { ORIGIN, PLACES } from '../alert-fixtures';
import { at, busy, DAILY, play, QUOTAS } from './digest-player';

describe('when a digest comes', () => {
  it('without the rule nothing is recorded', () => {
    const { digests, record } = play([{ at: '14T12:00', rules: NO_ALERT_RULES }]);
    expect([digests, record]).toEqual([{}, null]);
  });

  it('at once, then at its time, once', () => {
    const steps = ['14T12:00', '14T12:05', '15T07:55', '15T08:00', '15T08:05', '16T08:05'].map((time) => ({
      at: time,
    }));
    const { digests } = play(steps);
    expect(Object.keys(digests)).toEqual(['14T12:00', '15T08:00', '16T08:05']);
    expect(Object.values(digests).map(({ from, isFirst }) => [toIso(from), isFirst])).toEqual([
      ['2026-10-14T12:00:00Z', true],
      ['2026-10-14T12:00:00Z', false],
      ['2026-10-15T08:00:00Z', false],
    ]);
  });

  it('a run later when the run has alerts', () => {
    const { digests } = play([{ at: '14T12:00' }, { at: '15T08:00', hasAlerts: true }, { at: '15T08:01' }]);
    expect(Object.keys(digests)).toEqual(['14T12:00', '15T08:01']);
  });

  it('and when the rule is taken away, what was recorded goes', () => {
    expect(play([{ at: '14T12:00' }, { at: '14T12:05', rules: NO_ALERT_RULES }]).record).toBeNull();
  });
});

describe('what a digest tells', () => {
  it('the highest minute of each quota, also of one that was ok', () => {
    const { digests } = play([
      { at: '14T12:00' },
      { at: '14T13:01', minutes: [busy('14T13:00', 850_000)] },
      { at: '14T14:01', minutes: [busy('14T14:00', 900_000)] },
      { at: '14T15:01', minutes: [busy('14T15:00', 500_000)] },
      { at: '15T08:00' },
    ]);
    expect(digests['15T08:00']?.peaks.map(({ percent, at: when, subject }) => [percent, when, subject])).toEqual([
      [90, '2026-10-14T14:00:00Z', 'Claude Sonnet 4.5 V1, cross-Region, tokens/min'],
      [2, '2026-10-14T13:00:00Z', 'Claude Sonnet 4.5 V1, cross-Region, requests/min'],
    ]);
    expect(digests['15T08:00']?.open).toEqual([]);
    expect(digests['15T08:00']?.passed.map(({ finding }) => [finding.id, finding.severity])).toEqual([
      ['utilization/L-F4DDD3EB', 'warning'],
    ]);
  });

  it('a peak once: the next digest begins anew', () => {
    const { digests } = play([
      { at: '14T12:00' },
      { at: '14T13:01', minutes: [busy('14T13:00', 850_000)] },
      { at: '15T08:00' },
      { at: '16T08:00' },
    ]);
    expect(digests['16T08:00']?.peaks).toEqual([]);
  });

  it('a peak that shows up after the digest in the next one', () => {
    const { digests } = play([
      { at: '14T12:00' },
      { at: '15T08:00' },
      { at: '15T08:02', minutes: [busy('15T07:59', 850_000)] },
      { at: '16T08:00' },
    ]);
    expect(digests['16T08:00']?.peaks[0]?.percent).toBe(85);
  });

  it('each throttled call once, though evaluations look at it again and again', () => {
    const minutes = [busy('14T13:00', 100_000, 41)];
    const { digests } = play([
      { at: '14T12:00' },
      ...['01', '05', '10', '15', '20', '30'].map((minute) => ({ at: `14T13:${minute}`, minutes })),
      { at: '14T13:31', minutes: [...minutes, busy('14T13:02', 1, 2)] },
      { at: '15T08:00', minutes },
      { at: '16T08:00' },
    ]);
    expect(digests['15T08:00']?.throttles).toEqual([{ subject: 'Claude Sonnet 4.5 V1, cross-Region', count: 41 }]);
    expect(digests['16T08:00']?.throttles).toEqual([]);
  });

  it('throttles that came late, while their series could not be read', () => {
    const { digests } = play([
      { at: '14T12:00' },
      { at: '14T14:00', settledUntil: '14T12:50' },
      { at: '14T14:01', minutes: [busy('14T13:00', 100_000, 7)] },
      { at: '15T08:00' },
    ]);
    expect(digests['15T08:00']?.throttles[0]?.count).toBe(7);
  });

  it('what is not ok now, as it is now, and not again as passed', () => {
    const full = [busy('15T07:58', 970_000)];
    const { digests } = play([
      { at: '14T12:00' },
      { at: '15T07:59', minutes: full },
      { at: '15T08:00', minutes: full },
    ]);
    const digest = digests['15T08:00'];
    expect(digest?.open.map(({ finding }) => [finding.id, finding.severity])).toEqual([
      ['utilization/L-F4DDD3EB', 'critical'],
    ]);
    expect(digest?.passed).toEqual([]);
  });

  it('the account pool once', () => {
    const quotas = [dailyPool({ appliedValue: 1_000_000 })];
    const minutes = [busy('15T07:58', 970_000)];
    const { digests } = play([{ at: '14T12:00' }, { at: '15T08:00', minutes, changes: { quotas } }]);
    const open = digests['15T08:00']?.open.filter(({ finding }) => finding.quotaCode === 'L-E3F10727');
    expect(open?.map(({ finding }) => finding.id)).toEqual(['dailyPool/L-E3F10727']);
    expect(digests['15T08:00']?.peaks).toHaveLength(1);
  });

  it('a change once, though it is shown for a day', () => {
    const change = { at: at('14T13:00'), before: quota(), after: quota({ appliedValue: 5 }), nowNamed: null };
    const changes = { changes: [change], quotas: [quota({ appliedValue: 5 })] };
    const { digests } = play([
      { at: '14T12:00' },
      { at: '14T13:00', changes },
      { at: '14T13:05', changes },
      { at: '15T08:00', changes },
      { at: '15T08:05', changes },
      { at: '16T08:00' },
    ]);
    expect(digests['15T08:00']?.changes).toEqual([expect.stringContaining('applied 1,000,000 → 5 tokens/min')]);
    expect(digests['16T08:00']?.changes).toEqual([]);
    expect(digests['15T08:00']?.open.map(({ finding }) => finding.kind)).not.toContain('quotaChanged');
  });

  it('nothing of what is muted', () => {
    const rules = { ...DAILY, mutes: [{ match: { model: SONNET }, reason: 'a test' }] };
    const minutes = [busy('14T13:00', 970_000, 5)];
    const { digests } = play([
      { at: '14T12:00', rules },
      { at: '14T13:01', minutes, rules },
      { at: '14T13:30', minutes, rules },
      { at: '15T08:00', rules },
    ]);
    expect(digests['15T08:00']).toMatchObject({ peaks: [], throttles: [], open: [], passed: [] });
  });

  it('own calls of the period, with the sum of their list prices', () => {
    const { digests } = play([
      { at: '14T12:00', calls: { 'cloudwatch:ListMetrics': 999 } },
      { at: '14T12:05', calls: { 'cloudwatch:GetMetricStatistics': 3000, 'servicequotas:ListServiceQuotas': 12 } },
      { at: '15T08:00', calls: { 'cloudwatch:GetMetricStatistics': 1000, 'cloudwatch:MetricsRequested': 500 } },
    ]);
    expect(digests['15T08:00']?.ownCalls.count).toBe(4012);
    expect(digests['15T08:00']?.ownCalls.dollars).toBeCloseTo(0.045, 6);
  });
});

it.each([
  [{}, 0],
  [{ 'servicequotas:ListServiceQuotas': 1e6, 'ssm:GetParameters': 1e6 }, 0],
  [{ 'cloudwatch:MetricsRequested': 1000, 'cloudwatch:GetMetricData': 2 }, 0.01],
  [{ 'dynamodb:PutItem': 1e6, 'dynamodb:GetItem': 1e6 }, 0.75],
])('calls %j cost %d dollars', (calls, dollars) => {
  expect(priceCalls(calls)).toBeCloseTo(dollars, 9);
});

describe('the message of a digest', () => {
  const zero = { quotas: [quota({ appliedValue: 0 }), ...QUOTAS.slice(1)] };
  const { digests } = play([
    { at: '14T12:00' },
    { at: '14T13:01', minutes: [busy('14T13:00', 850_000, 3)] },
    { at: '14T13:30', minutes: [busy('14T13:00', 850_000, 3)], calls: { 'cloudwatch:ListMetrics': 12 } },
    { at: '15T08:00', changes: zero, requests: [increaseRequest()] },
    { at: '16T08:00', requests: [increaseRequest({ status: 'CASE_CLOSED' })] },
  ]);
  const messageOf = (time: string) => {
    const digest = digests[time];
    if (!digest) throw new Error(`no digest at ${time}`);
    return toDigestMessage(digest, { ...ORIGIN, at: toIso(at(time)) }, PLACES, EN);
  };

  it('reads like this', () => {
    const { subject, message } = messageOf('15T08:00');
    expect(subject).toBe('DIGEST 1 open, highest use 85%, 3 calls throttled, us-east-1');
    expect(message.default?.split('\n')).toEqual([
      'DIGEST 2026-10-14 12:00 UTC to 2026-10-15 08:00 UTC',
      '',
      'Open now',
      '- WARNING 1 of 2 quotas are 0',
      '',
      'Highest use',
      '- 85% Claude Sonnet 4.5 V1, cross-Region, tokens/min, 2026-10-14 13:00 UTC',
      '- 2% Claude Sonnet 4.5 V1, cross-Region, requests/min, 2026-10-14 13:00 UTC',
      '',
      'Throttled calls',
      '- 3 Claude Sonnet 4.5 V1, cross-Region',
      '',
      'Zero and lowered quotas',
      expect.stringMatching(/^- 1 of 2 inference quotas are 0: /),
      '',
      'Open increase requests',
      '- L-F4DDD3EB Claude Sonnet 4.5 V1, cross-Region, tokens/min: 0 → 5,000,001, open since 2026-10-03, case 1234567890',
      '',
      'Changed quotas',
      '- none',
      '',
      expect.stringMatching(
        /^Watchdog {2}12 AWS calls, less than \$0\.01 before free tiers \(an estimate by list prices/,
      ),
      '',
      `Dashboard   ${PLACES.dashboard}`,
      'Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas',
      'Account 111122223333, us-east-1, 2026-10-15T08:00:00Z',
      '',
    ]);
  });

  it('carries what is open and what passed as findings', () => {
    const { message, attributes } = messageOf('15T08:00');
    const { schemaVersion, findings } = JSON.parse(message.lambda ?? '');
    expect(schemaVersion).toBe(1);
    expect(findings.map((one: { event: string; finding: { id: string } }) => [one.event, one.finding.id])).toEqual([
      ['digest', 'zeroQuota'],
      ['digest', 'utilization/L-F4DDD3EB'],
    ]);
    expect(attributes).toMatchObject({ severity: 'warning', events: ['digest'] });
  });

  it('without anything to tell says so', () => {
    const { subject, message, attributes } = messageOf('16T08:00');
    expect(subject).toBe('DIGEST nothing open, us-east-1');
    expect(message.default).toContain('Highest use\n- no use was seen\n\nThrottled calls\n- none');
    expect(JSON.parse(message.lambda ?? '').findings).toEqual([]);
    expect(attributes).toMatchObject({ severity: 'ok', events: ['digest'], kinds: [], models: [] });
  });

  it('the first says that the record begins', () => {
    expect(messageOf('14T12:00').message.default).toMatch(/^DIGEST The first digest: recording begins now/);
  });
});
