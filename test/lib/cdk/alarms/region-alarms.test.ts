import { CfnParameter, Stack } from 'aws-cdk-lib';
import { BedrockQuotaWatchdog } from '../../../../lib';
import { createApp, onlyResource, resourcesOf, synthesise } from '../fixtures';

const REGIONS = ['us-east-1', 'us-west-2'];

function alarmsOf(more: Parameters<typeof synthesise>[0] = {}) {
  const { watchdog, template } = synthesise({ regions: REGIONS, metricsPerRegion: true, ...more });
  const own = resourcesOf(template, 'AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter(({ Dimensions = [] }) => Dimensions.some(({ Name }: { Name: string }) => Name === 'Region'));
  return { own, watchdog, template };
}

test('each Region has alarms on its own metrics, with its name in theirs', () => {
  const { own, watchdog } = alarmsOf();
  const name = watchdog.watchdogName;
  const names = ['UtilizationWarning', 'UtilizationCritical', 'DailyUtilization', 'Throttles'];
  expect(own.map(({ AlarmName }) => AlarmName)).toEqual(
    REGIONS.flatMap((region) => names.map((alarm) => `${name}-${alarm}-${region}`)),
  );
  expect(watchdog.regionAlarms).toHaveLength(8);
  expect(own[5]).toMatchObject({
    AlarmName: `${name}-UtilizationCritical-us-west-2`,
    AlarmDescription: expect.stringContaining('us-west-2: '),
    MetricName: 'HighestUtilizationPercent',
    Threshold: 95,
    TreatMissingData: 'missing',
  });
  expect(own[5]?.Dimensions).toEqual(
    expect.arrayContaining([
      { Name: 'Region', Value: 'us-west-2' },
      { Name: 'Watchdog', Value: name },
    ]),
  );
});

test('a disabled name is disabled in each Region', () => {
  const { own } = alarmsOf({ disabledAlarms: ['Throttles'] });
  expect(own.filter(({ AlarmName }) => String(AlarmName).includes('Throttles'))).toEqual([]);
  expect(own).toHaveLength(6);
});

test('the dashboard draws a line for each Region, and the dispatcher is told', () => {
  const { template } = alarmsOf();
  const body = JSON.stringify(onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties);
  expect(body).toContain('{BedrockQuotaWatchdog,Watchdog,Region} MetricName=');
  const told = resourcesOf(template, 'AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties.Environment?.Variables?.WATCHDOG_METRICS_PER_REGION === 'true',
  );
  expect(told.map(([id]) => id).some((id) => id.includes('Dispatcher'))).toBe(true);
});

test('without it there are none', () => {
  const { own, template } = alarmsOf({ metricsPerRegion: false });
  expect(own).toEqual([]);
  expect(JSON.stringify(template)).not.toContain('WATCHDOG_METRICS_PER_REGION');
});

test('one Region, and Regions that are known at deployment alone, are refused', () => {
  expect(() => alarmsOf({ regions: undefined } as never)).toThrow(
    /metricsPerRegion is true; it needs regions, accounts/,
  );
  const stack = new Stack(createApp(), 'Host');
  const regions = new CfnParameter(stack, 'Regions', { type: 'CommaDelimitedList' }).valueAsList;
  expect(() => new BedrockQuotaWatchdog(stack, 'W', { regions, metricsPerRegion: true })).toThrow(
    /metricsPerRegion is true; the regions must be known at synth/,
  );
});
