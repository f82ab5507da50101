import { toOwnMetrics, toQuotaMetrics } from '../../../lambda/poller/own-metrics';
import { QUOTA_METRIC } from '../../../lib/contract';
import { minuteOf, quota, requestQuota, resolveSonnet, SONNET, series, usage } from '../core/fixtures';
import { judge } from '../core/judge';
import { onlyResource, resourcesOf, synthesise } from './fixtures';

/** Metrics that are looked at and not alarmed on, and why. */
const NOT_ALARMED = {
  // A count that is high for years on a restricted account; the traffic against them is what alarms.
  ZeroQuotas: true,
};

const QUOTAS = [quota(), requestQuota({ appliedValue: 0 })];

function evaluated(minutes: Parameters<typeof usage>[1][]) {
  return judge({
    accountId: '111122223333',
    region: 'us-east-1',
    now: minuteOf('14:33'),
    lookbackMinutes: 15,
    quotas: QUOTAS,
    series: [
      series(
        `us.${SONNET}`,
        minutes.map((counts, index) => usage(`14:${30 - index * 20}`, counts)),
      ),
    ],
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
  });
}

const EMITTED = toOwnMetrics(evaluated([]), QUOTAS).map(({ name }) => name);

function graphedNames(template: ReturnType<typeof synthesise>['template'], namespace: string): Set<string | undefined> {
  const body = JSON.stringify(onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties);
  const pattern = new RegExp(`\\\\"${namespace}\\\\",\\\\"(\\w+)\\\\"`, 'g');
  return new Set([...body.matchAll(pattern)].map(([, name]) => name));
}

test('what is emitted is graphed, and alarmed on unless there is a reason', () => {
  const { template } = synthesise();
  const alarmed = resourcesOf(template, 'AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter(({ Namespace }) => Namespace === 'BedrockQuotaWatchdog')
    .map(({ MetricName }) => MetricName);
  expect(graphedNames(template, 'BedrockQuotaWatchdog')).toEqual(new Set(EMITTED));
  expect(new Set([...alarmed, ...Object.keys(NOT_ALARMED)])).toEqual(new Set(EMITTED));
});

test('with its alarms the stock watchdog fits the free metrics and alarms of CloudWatch', () => {
  expect(EMITTED.length).toBeLessThanOrEqual(10);
  expect(resourcesOf(synthesise().template, 'AWS::CloudWatch::Alarm').length).toBeLessThanOrEqual(10);
});

test('calls against a quota of 0 are counted once a call, in the evaluated minutes, refused ones included', () => {
  const counts = { invocations: 1, throttles: 2, clientErrors: 4 };
  const zeroQuotaRequests = (minutes: Parameters<typeof usage>[1][], quotas = QUOTAS) =>
    toOwnMetrics(evaluated(minutes), quotas).find(({ name }) => name === 'ZeroQuotaRequests')?.value;
  expect(zeroQuotaRequests([counts, counts])).toBe(7);
  expect(zeroQuotaRequests([counts], [quota({ appliedValue: 0 }), requestQuota({ appliedValue: 0 })])).toBe(7);
  expect(zeroQuotaRequests([counts], [quota()])).toBe(0);
  expect(zeroQuotaRequests([])).toBe(0);
});

test('a quota with traffic is a metric of its own, a quota of 0 is none', () => {
  expect(toQuotaMetrics(evaluated([{ invocations: 1, estimatedTpm: 500_000 }]))).toEqual([
    {
      name: QUOTA_METRIC,
      value: 50,
      unit: 'Percent',
      dimension: { name: 'QuotaCode', value: 'L-F4DDD3EB' },
    },
  ]);
});

test('metrics of single quotas are drawn where they are published', () => {
  const query = '{BedrockQuotaWatchdog,Watchdog,QuotaCode} MetricName="QuotaUtilizationPercent" Watchdog="w"';
  const search = (metricsPerQuota: boolean) => {
    const { template } = synthesise({ watchdogName: 'w', metricsPerQuota });
    const body = JSON.stringify(onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties);
    return body.replaceAll('\\', '').includes(query);
  };
  expect([search(false), search(true)]).toEqual([false, true]);
});
