import type { WatchedModel } from '../../../../lib';
import { resourcesOf, synthesise } from '../fixtures';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

function alarmsOf(models: readonly WatchedModel[], more: Parameters<typeof synthesise>[0] = {}) {
  const { stack, watchdog, template } = synthesise({ ...more, models });
  const own = resourcesOf(template, 'AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter(({ Namespace }) => Namespace === 'AWS/Bedrock');
  return { own, watchdog, alarmTopic: stack.resolve(watchdog.alarmTopic.topicArn) };
}

test('throttles and tokens, one minute each, straight on the metrics of Bedrock', () => {
  const { own, watchdog, alarmTopic } = alarmsOf([{ modelId: SONNET, tokensPerMinute: 400_000 }]);
  const same = {
    Dimensions: [{ Name: 'ModelId', Value: SONNET }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 1,
    TreatMissingData: 'notBreaching',
    AlarmActions: [alarmTopic],
    OKActions: [alarmTopic],
  };
  expect(own).toEqual([
    expect.objectContaining({
      ...same,
      AlarmName: `${watchdog.watchdogName}-ModelThrottles-${SONNET}`,
      MetricName: 'InvocationThrottles',
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 0,
      AlarmDescription: expect.stringMatching(
        /^CRITICAL: .+ Runbook: https:\/\/\S+\/docs\/runbook\.md#modelthrottles$/,
      ),
    }),
    expect.objectContaining({
      ...same,
      AlarmName: `${watchdog.watchdogName}-ModelTokens-${SONNET}`,
      MetricName: 'EstimatedTPMQuotaUsage',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 400_000,
      AlarmDescription: expect.stringMatching(/^WARNING: .+400000 quota tokens.+#modeltokens$/),
    }),
  ]);
  expect(watchdog.modelAlarms).toHaveLength(2);
});

test('without a number there is no alarm on tokens', () => {
  const { own } = alarmsOf([{ modelId: SONNET }, { modelId: 's529qz7ddy06', tokensPerMinute: 1 }]);
  expect(own.map(({ MetricName }) => MetricName)).toEqual([
    'InvocationThrottles',
    'InvocationThrottles',
    'EstimatedTPMQuotaUsage',
  ]);
});

test('they too are turned off by name', () => {
  const { own } = alarmsOf([{ modelId: SONNET, tokensPerMinute: 1 }], { disabledAlarms: ['ModelThrottles'] });
  expect(own.map(({ MetricName }) => MetricName)).toEqual(['EstimatedTPMQuotaUsage']);
});

test.each<[WatchedModel[], string]>([
  [[{ modelId: '' }], 'models[0].modelId is ""; an id as the metric shows it'],
  [[{ modelId: 'Claude Sonnet' }], 'models[0].modelId is "Claude Sonnet"; an id as the metric shows it'],
  [[{ modelId: `${'a'.repeat(111)}` }], 'an id as the metric shows it'],
  [[{ modelId: 'a.b' }, { modelId: 'a.b' }], 'models[1].modelId is "a.b"; it stands there twice'],
  [[{ modelId: 'a.b', tokensPerMinute: 0 }], 'models[0].tokensPerMinute is 0; a whole number of quota tokens above 0'],
  [[{ modelId: 'a.b', tokensPerMinute: 1.5 }], 'models[0].tokensPerMinute is 1.5'],
  [[{ modelId: 'a.b', tokensPerMinute: Number.NaN }], 'models[0].tokensPerMinute'],
])('%j is refused', (models, message) => {
  expect(() => synthesise({ models })).toThrow(message);
});
