import { readAlarmStates } from '../../aws/alarms';
import { describeAwsError } from '../../aws/aws-error';
import type { CallCounter } from '../../aws/call-counter';
import type { AwsClients } from '../../aws/clients';
import { type MetricName, readMinuteValues } from '../../aws/metric-statistic';
import { readParameters } from '../../aws/ssm';
import { readStackResources } from '../../aws/stack-resources';
import { readSubscriptions } from '../../aws/subscriptions';
import { readTrails } from '../../aws/trails';
import {
  DEAD_LETTERS_ID,
  DEFAULT_THRESHOLDS,
  LIMITS_PARAMETER_END,
  METRIC_DIMENSION,
  METRIC_NAMESPACE,
  METRICS,
  REFUSAL_QUEUE_ID,
} from '../../lib/contract';
import type { WatchdogHealth } from '../../lib/core/answers/checklist';
import { readRulesText } from '../../lib/core/rules/read-rules';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import type { RuleProblem } from '../../lib/core/vocabulary/rule-problem';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { CommandWords } from '../../lib/language/command-words';
import { type FoundWatchdog, findWatchdog, isOf } from '../region/find-watchdog';
import { readOutbox, TABLE_TYPE } from '../region/read-outbox';
import { CliError } from '../terminal/cli-error';

/** Where a watchdog is looked for. */
export interface WatchdogPlace {
  readonly stack: string;
  readonly region: string;
  readonly clients: AwsClients;
  readonly counter: CallCounter;
  readonly now: EpochMinute;
  readonly words: CommandWords;
  /** Ends every call. */
  readonly end: AbortSignal;
}

/** So long back own points and dead letters are looked for. */
const LOOK_BACK_MINUTES = 180;

async function readPoints(
  clients: AwsClients,
  metric: MetricName,
  now: EpochMinute,
): Promise<Read<ReadonlyMap<EpochMinute, number>>> {
  try {
    const range = { from: now - LOOK_BACK_MINUTES, until: now + 1 };
    return { value: await readMinuteValues(clients.cloudWatch, metric, range, 'Maximum'), blindSpots: [] };
  } catch (error) {
    return { value: new Map(), blindSpots: [describeAwsError('cloudwatch:GetMetricStatistics', error)] };
  }
}

async function readLastRun(watchdogName: string, { clients, now }: WatchdogPlace): Promise<Read<EpochMinute | null>> {
  const metric = {
    Namespace: METRIC_NAMESPACE,
    MetricName: METRICS.coverageErrors,
    Dimensions: [{ Name: METRIC_DIMENSION, Value: watchdogName }],
  };
  const { value, blindSpots } = await readPoints(clients, metric, now);
  return { value: value.size === 0 ? null : Math.max(...value.keys()), blindSpots };
}

/** The newest count of each queue, summed; SQS reports none of a queue that nothing was put into for hours. */
async function readDeadLetters(
  queueUrls: readonly string[],
  { clients, now }: WatchdogPlace,
): Promise<Read<number | null>> {
  const counts = await Promise.all(
    queueUrls.map((url) =>
      readPoints(
        clients,
        {
          Namespace: 'AWS/SQS',
          MetricName: 'ApproximateNumberOfMessagesVisible',
          Dimensions: [{ Name: 'QueueName', Value: url.slice(url.lastIndexOf('/') + 1) }],
        },
        now,
      ),
    ),
  );
  const newest = counts.flatMap(({ value }) => (value.size === 0 ? [] : [value.get(Math.max(...value.keys())) ?? 0]));
  return {
    value: newest.length === 0 ? null : newest.reduce((sum, count) => sum + count, 0),
    blindSpots: counts.flatMap(({ blindSpots }) => blindSpots),
  };
}

async function readRuleProblems(names: readonly string[], { clients }: WatchdogPlace): Promise<Read<RuleProblem[]>> {
  if (names.length === 0) return { value: [], blindSpots: [] };
  const { parameters, error } = await readParameters(clients.ssm, names);
  if (error) return { value: [], blindSpots: [error] };
  const texts = [...parameters.values()].flatMap((one) => (one.kind === 'text' ? [one.text] : []));
  // Whether it looks up an organisation does not show here; its own runs tell of rules that would never hold.
  const problems = texts.flatMap((text) => [...readRulesText(text, DEFAULT_THRESHOLDS, true).problems]);
  return { value: problems, blindSpots: [] };
}

/** The health of a deployed watchdog, found by its stack or its name. What cannot be read is told in the answer. */
export async function readWatchdog(place: WatchdogPlace): Promise<WatchdogHealth> {
  const { region, clients, end } = place;
  let watchdog: FoundWatchdog | null;
  try {
    watchdog = await findWatchdog(place);
  } catch (error) {
    if (error instanceof CliError) return { kind: 'unknown', stack: place.stack, why: error.message };
    throw error;
  }
  if (!watchdog) return { kind: 'absent', stack: place.stack };
  const { stack, outputs, name } = watchdog;
  const { value, blindSpots } = await readStackResources(region, stack, end);
  const resources = value.filter((one) => isOf(watchdog, one));
  const idsOf = (wanted: string) => resources.flatMap(({ type, physicalId }) => (type === wanted ? [physicalId] : []));
  const queues = resources.filter(({ type }) => type === 'AWS::SQS::Queue');
  const hasEvidence = queues.some(({ logicalId }) => REFUSAL_QUEUE_ID.test(logicalId));
  const deadLetterQueues = queues.filter(({ logicalId }) => DEAD_LETTERS_ID.test(logicalId));
  const rulesParameter = outputs.get('RulesParameterName');
  const topicArn = outputs.get('AlertTopicArn');
  const ofRules = idsOf('AWS::SSM::Parameter').filter((name) => !name.endsWith(LIMITS_PARAMETER_END));
  const parameters = [...(rulesParameter === undefined ? [] : [rulesParameter]), ...ofRules];
  const [lastRun, alarms, recipients, ruleProblems, deadLetters, outbox, trails] = await Promise.all([
    readLastRun(name, place),
    readAlarmStates(clients.cloudWatch, idsOf('AWS::CloudWatch::Alarm')),
    topicArn === undefined ? { value: [], blindSpots: [] } : readSubscriptions(clients.sns, topicArn),
    readRuleProblems(parameters.slice(0, 10), place),
    readDeadLetters(
      deadLetterQueues.map(({ physicalId }) => physicalId),
      place,
    ),
    readOutbox(idsOf(TABLE_TYPE)[0], { region, end }),
    hasEvidence ? readTrails(place) : null,
  ]);
  const ofStack = <T>(read: Read<T>): Read<T> => ({ ...read, blindSpots: [...blindSpots, ...read.blindSpots] });
  return {
    kind: 'deployed',
    stack,
    lastRun,
    alarms: ofStack(alarms),
    recipients,
    ruleProblems: ofStack(ruleProblems),
    deadLetters: ofStack(deadLetters),
    outbox: ofStack(outbox),
    trails,
  };
}
