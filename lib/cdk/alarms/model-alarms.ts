import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  ComparisonOperator,
  type IAlarmAction,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MODEL_ALARMS, type ModelAlarm } from '../../contract';
import type { StackWords } from '../../language/en/stack';
import type { AlarmDefinition } from './alarm-definitions';
import { createAlarm } from './create-alarm';

/** A model with CloudWatch alarms of its own, straight on Bedrock's metrics: no Lambda is in their path. */
export interface WatchedModel {
  /** The id callers use, as the metric's `ModelId` shows it: model id, inference profile id, or application profile id. */
  readonly modelId: string;
  /**
   * Quota tokens in one minute (`EstimatedTPMQuotaUsage`) from which on it alarms: a number of yours, below the quota.
   * @default - no alarm on tokens
   */
  readonly tokensPerMinute?: number;
}

/** Properties of {@link ModelAlarms}. */
export interface ModelAlarmsProps {
  readonly watchdogName: string;
  readonly models: readonly WatchedModel[];
  readonly disabledAlarms: readonly string[];
  /** Takes the alarms. */
  readonly alarmTopic: ITopic;
  /** What each does besides. */
  readonly alarmActions: readonly IAlarmAction[];
  /** Page of the runbook. */
  readonly runbook: string;
  readonly words: StackWords;
}

/** A point shows one or two minutes late: one of the last three minutes is enough, so that none is missed. */
const LATE_POINTS = { evaluationPeriods: 3, datapointsToAlarm: 1 };

function bedrockMetric(metricName: string, modelId: string): Metric {
  return new Metric({
    namespace: 'AWS/Bedrock',
    metricName,
    dimensionsMap: { ModelId: modelId },
    statistic: 'Sum',
    period: Duration.minutes(1),
  });
}

/** The alarms of one model: name → what is watched; only what the model asks for. */
function defineModelAlarms(
  { modelId, tokensPerMinute }: WatchedModel,
  { modelAlarms }: StackWords,
): Partial<Record<ModelAlarm, AlarmDefinition>> {
  // Both are counts that Bedrock publishes with calls only: a minute without a point is a minute without calls.
  const counts = { about: 'quotas', treatMissingData: TreatMissingData.NOT_BREACHING, ...LATE_POINTS } as const;
  const throttles: AlarmDefinition = {
    ...counts,
    severity: 'critical',
    metric: bedrockMetric('InvocationThrottles', modelId),
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    threshold: 0,
    meaning: modelAlarms.ModelThrottles(modelId, 0),
  };
  if (tokensPerMinute === undefined) return { ModelThrottles: throttles };
  return {
    ModelThrottles: throttles,
    ModelTokens: {
      ...counts,
      severity: 'warning',
      metric: bedrockMetric('EstimatedTPMQuotaUsage', modelId),
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: tokensPerMinute,
      meaning: modelAlarms.ModelTokens(modelId, tokensPerMinute),
    },
  };
}

/** CloudWatch alarms of single models, one minute each, which work while the watchdog does not. */
export class ModelAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: ModelAlarmsProps) {
    super(scope, id);
    const { watchdogName, models, disabledAlarms, alarmTopic, alarmActions, runbook, words } = props;
    this.alarms = models.flatMap((model) => {
      const definitions = defineModelAlarms(model, words);
      return MODEL_ALARMS.filter((name) => !disabledAlarms.includes(name)).flatMap((name) => {
        const definition = definitions[name];
        if (!definition) return [];
        const alarmName = `${watchdogName}-${name}-${model.modelId}`;
        const id = `${name}-${model.modelId}`;
        const surroundings = { id, alarmName, runbook, section: name, topics: [alarmTopic], alarmActions, words };
        return [createAlarm(this, surroundings, definition)];
      });
    });
  }
}
