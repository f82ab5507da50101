import { Duration } from 'aws-cdk-lib';
import {
  ComparisonOperator,
  type IMetric,
  MathExpression,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { METRICS, type RegionAlarm, type WatchdogAlarm } from '../../contract';
import {
  QUIET_EVALUATION_MINUTES,
  SILENCE_MINUTES,
  STALE_AFTER_MINUTES,
  TICK_MINUTES,
} from '../../core/vocabulary/cadence';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { AlarmFigures, StackWords } from '../../language/en/stack';
import { type OwnMetricName, ownMetric } from './own-metric';

/** One alarm as data. */
export interface AlarmDefinition {
  readonly severity: 'warning' | 'critical';
  /** Alarms about the quotas act on the alarm topic, those about the watchdog itself on the alert topic. */
  readonly about: 'quotas' | 'watchdog';
  readonly metric: IMetric;
  readonly comparisonOperator: ComparisonOperator;
  readonly threshold: number;
  /** Periods looked at. @default 1 */
  readonly evaluationPeriods?: number;
  /** Of them, how many must be over the threshold. @default - all */
  readonly datapointsToAlarm?: number;
  readonly treatMissingData: TreatMissingData;
  /** What happened and what it means for the users of the account. */
  readonly meaning: string;
}

/** What the alarms watch. */
export interface AlarmSubjects {
  readonly watchdogName: string;
  readonly thresholds: Thresholds;
  /** What the schedule ticks. */
  readonly ticked: IFunction;
  /** All whose failed runs count: dispatcher and workers, or the poller. */
  readonly runners: readonly IFunction[];
  /** All that must be empty. */
  readonly deadLetters: readonly IQueue[];
  readonly words: StackWords;
}

/** Each such period has a value of the watchdog while it lives. */
const EVALUATION_PERIOD = Duration.minutes(QUIET_EVALUATION_MINUTES);

const MINUTE = Duration.minutes(TICK_MINUTES);

/**
 * Throttles by model, which CloudWatch computes from whatever models there are: each is a contributor with its own state.
 * The schema names the one dimension set `ModelId`, because a call is counted in several.
 */
const THROTTLES_BY_MODEL = 'SELECT SUM(InvocationThrottles) FROM SCHEMA("AWS/Bedrock", ModelId) GROUP BY ModelId';

/** Long enough for a deployment or a hitch of Scheduler. */
const SILENCE = Duration.minutes(SILENCE_MINUTES);

const AT_LEAST = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
const ABOVE = ComparisonOperator.GREATER_THAN_THRESHOLD;
const BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;

type QuotaAlarm = Exclude<WatchdogAlarm, OwnAlarm | RegionAlarm>;
type OwnAlarm = 'Failed' | 'NotRunning' | 'Stale' | 'DeadLetters';

function ownMetricOf({ watchdogName }: Pick<AlarmSubjects, 'watchdogName'>, metricName: OwnMetricName): Metric {
  return ownMetric({ watchdogName, metricName, period: EVALUATION_PERIOD });
}

function figuresOf({ thresholds }: Pick<AlarmSubjects, 'thresholds'>, isFleet: boolean): AlarmFigures {
  return { ...thresholds, staleMinutes: STALE_AFTER_MINUTES, isFleet };
}

/** One metric as it is, several as their sum: of an array SUM takes the points there are, for not all have one each minute. */
function sumOf(metrics: readonly Metric[]): IMetric {
  const [first, ...others] = metrics;
  if (first && others.length === 0) return first;
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index + 1}`, metric]));
  const expression = `SUM([${Object.keys(usingMetrics).join(', ')}])`;
  return new MathExpression({ expression, usingMetrics, ...(first ? { period: first.period } : {}) });
}

/** Without a value of the watchdog the quotas are unknown, neither fine nor bad: INSUFFICIENT_DATA says so. */
const QUOTAS = { about: 'quotas', treatMissingData: TreatMissingData.MISSING } as const;

/** What use and throttles are watched by: of all targets, or of those that a dimension names. */
interface UseSubjects extends Pick<AlarmSubjects, 'watchdogName' | 'thresholds' | 'words'> {
  readonly figures: AlarmFigures;
  /** Beside the watchdog's name. */
  readonly dimension: Readonly<Record<string, string>>;
}

/** How full the quotas are, and what is throttled. */
function defineUseAlarms(subjects: UseSubjects): Record<RegionAlarm, AlarmDefinition> {
  const { watchdogName, thresholds, words, figures, dimension } = subjects;
  const metricOf = (metricName: OwnMetricName) =>
    ownMetric({ watchdogName, metricName, dimension, period: EVALUATION_PERIOD });
  return {
    UtilizationWarning: {
      ...QUOTAS,
      severity: 'warning',
      metric: metricOf(METRICS.highestUtilization),
      comparisonOperator: AT_LEAST,
      threshold: thresholds.warningPercent,
      meaning: words.alarms.UtilizationWarning(figures),
    },
    UtilizationCritical: {
      ...QUOTAS,
      severity: 'critical',
      metric: metricOf(METRICS.highestUtilization),
      comparisonOperator: AT_LEAST,
      threshold: thresholds.criticalPercent,
      meaning: words.alarms.UtilizationCritical(figures),
    },
    DailyUtilization: {
      ...QUOTAS,
      severity: 'warning',
      metric: metricOf(METRICS.highestDailyUtilization),
      comparisonOperator: AT_LEAST,
      threshold: thresholds.warningPercent,
      meaning: words.alarms.DailyUtilization(figures),
    },
    Throttles: {
      ...QUOTAS,
      severity: 'warning',
      metric: metricOf(METRICS.throttles),
      comparisonOperator: ABOVE,
      threshold: 0,
      meaning: words.alarms.Throttles(figures),
    },
  };
}

/** The alarms of one Region, on the metrics of its dimension. */
export function defineRegionAlarms(subjects: Omit<UseSubjects, 'figures'>): Record<RegionAlarm, AlarmDefinition> {
  return defineUseAlarms({ ...subjects, figures: figuresOf(subjects, true) });
}

/** What else becomes of the quotas. */
function defineQuotaAlarms(subjects: AlarmSubjects, figures: AlarmFigures): Record<QuotaAlarm, AlarmDefinition> {
  const { words } = subjects;
  return {
    ThrottlesByModel: {
      ...QUOTAS,
      severity: 'warning',
      metric: new MathExpression({ expression: THROTTLES_BY_MODEL, usingMetrics: {}, period: EVALUATION_PERIOD }),
      comparisonOperator: ABOVE,
      threshold: 0,
      // Bedrock's own counts: a model without a point had no throttled call.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      meaning: words.alarms.ThrottlesByModel(figures),
    },
    ZeroQuotaTraffic: {
      ...QUOTAS,
      severity: 'critical',
      metric: ownMetricOf(subjects, METRICS.zeroQuotaRequests),
      comparisonOperator: ABOVE,
      threshold: 0,
      meaning: words.alarms.ZeroQuotaTraffic(figures),
    },
  };
}

/** What becomes of the watchdog itself. */
function defineOwnAlarms(subjects: AlarmSubjects, figures: AlarmFigures): Record<OwnAlarm, AlarmDefinition> {
  const { ticked, runners, deadLetters, words } = subjects;
  return {
    Failed: {
      about: 'watchdog',
      severity: 'critical',
      metric: sumOf(runners.map((runner) => runner.metricErrors({ period: MINUTE, statistic: 'Sum' }))),
      comparisonOperator: AT_LEAST,
      threshold: 1,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      // No run, no news: the state stays as it is, and NotRunning tells of the silence.
      treatMissingData: TreatMissingData.IGNORE,
      meaning: words.alarms.Failed(figures),
    },
    NotRunning: {
      about: 'watchdog',
      severity: 'critical',
      metric: ticked.metricInvocations({ period: SILENCE, statistic: 'Sum' }),
      comparisonOperator: BELOW,
      threshold: 1,
      // Lambda sends no zero: a function that is not invoked has no points at all.
      treatMissingData: TreatMissingData.BREACHING,
      meaning: words.alarms.NotRunning(figures),
    },
    Stale: {
      about: 'watchdog',
      severity: 'critical',
      // Every evaluation publishes this metric: how often says that there was one, whatever its value.
      metric: ownMetricOf(subjects, METRICS.coverageErrors).with({ statistic: 'SampleCount' }),
      comparisonOperator: BELOW,
      threshold: 1,
      evaluationPeriods: STALE_AFTER_MINUTES / EVALUATION_PERIOD.toMinutes(),
      // No evaluation, no point.
      treatMissingData: TreatMissingData.BREACHING,
      meaning: words.alarms.Stale(figures),
    },
    DeadLetters: {
      about: 'watchdog',
      severity: 'warning',
      metric: sumOf(
        deadLetters.map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ period: EVALUATION_PERIOD, statistic: 'Maximum' }),
        ),
      ),
      comparisonOperator: ABOVE,
      threshold: 0,
      // SQS stops reporting on a queue that is left alone, and only an empty one is.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      meaning: words.alarms.DeadLetters(figures),
    },
  };
}

/** The alarm table: name → what is watched, from where on it is bad, what missing data means, what to tell. */
export function defineAlarms(subjects: AlarmSubjects): Record<WatchdogAlarm, AlarmDefinition> {
  const figures = figuresOf(subjects, subjects.runners.length > 1);
  return {
    ...defineUseAlarms({ ...subjects, figures, dimension: {} }),
    ...defineQuotaAlarms(subjects, figures),
    ...defineOwnAlarms(subjects, figures),
  };
}
