import { type Amount, DAYS_PER_MONTH } from './price-table';

/** What the watchdog of one account and Region does in a day. */
export interface DayCounts {
  /** By the names of the call counter. */
  readonly calls: ReadonlyMap<string, number>;
  readonly ticks: number;
  /** E-mails and other messages. */
  readonly messages: number;
  readonly meanTickMs: number;
  readonly logBytes: number;
}

/** What the stack creates (lib/cdk/alarms/own-metric.ts, lib/cdk/alarms/alarm-definitions.ts, lib/cdk/watchdog-topics.ts). */
const STACK = { customMetrics: 6, alarmMetrics: 9, dashboards: 1, kmsKeys: 1 };

/** Memory of the poller (lib/cdk/functions/poller-function.ts), and that at which Lambda gives one whole vCPU. */
const MEMORY_MB = 256;
const FULL_CPU_MB = 1769;

/** A tick on Lambda is taken to last this many times as long as here: its share of a CPU. */
const SLOWER = FULL_CPU_MB / MEMORY_MB;

/** Network waits of a tick on AWS that the loopback has not. */
const WAIT_MS = 50;

/** Bytes of a run's START, END and REPORT lines in JSON, which Lambda itself writes. */
const PLATFORM_LOG_BYTES = 1_000;

/** What the amounts rest on that was not counted. */
export const ASSUMPTIONS = [
  `a tick on Lambda lasts the mean of the ticks here × ${SLOWER.toFixed(1)} (${MEMORY_MB} of ${FULL_CPU_MB} MB is that share of a CPU) + ${WAIT_MS} ms of waits; not measured on AWS`,
  `Lambda's own START, END and REPORT lines are ${PLATFORM_LOG_BYTES} bytes a run`,
  'one e-mail address; one KMS request a message',
  'DynamoDB storage and point-in-time recovery (a few MB) cost below a cent and are left out',
  'no tax, no data transfer, no support plan',
];

/** What SQS bills; EventBridge puts each event on the queue, which is a request of its owner. */
const SQS_REQUESTS = ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessageBatch', 'sqs:GetQueueAttributes'];

/** The counted day, 30.4 times, as amounts of the price table. */
export function monthlyAmounts({ calls, ticks, messages, meanTickMs, logBytes }: DayCounts): Amount[] {
  const month = (perDay: number) => perDay * DAYS_PER_MONTH;
  const counted = (...names: string[]) => month(names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0));
  const tickSeconds = (meanTickMs * SLOWER + WAIT_MS) / 1000;
  const gigabytes = month(logBytes + ticks * PLATFORM_LOG_BYTES) / 1e9;
  return [
    { price: 'metricsRequested', units: counted('cloudwatch:MetricsRequested'), basis: 'measured' },
    {
      price: 'cloudWatchCalls',
      units: counted('cloudwatch:ListMetrics', 'cloudwatch:PutMetricData', 'cloudwatch:GetMetricStatistics'),
      basis: 'measured',
    },
    { price: 'writeUnits', units: counted('dynamodb:WriteUnits'), basis: 'measured' },
    { price: 'readUnits', units: counted('dynamodb:ReadUnits'), basis: 'measured' },
    { price: 'snsPublishes', units: counted('sns:Publish'), basis: 'measured' },
    {
      price: 'sqsRequests',
      units: counted(...SQS_REQUESTS),
      basis: 'measured',
    },
    { price: 'emails', units: month(messages), basis: 'measured' },
    { price: 'schedulerTicks', units: month(ticks), basis: 'measured' },
    { price: 'lambdaRequests', units: month(ticks), basis: 'measured' },
    { price: 'lambdaGbSeconds', units: month(ticks) * tickSeconds * (MEMORY_MB / 1024), basis: 'assumed' },
    { price: 'logGigabytes', units: gigabytes, basis: 'assumed' },
    { price: 'logStorage', units: gigabytes, basis: 'assumed' },
    { price: 'kmsKeys', units: STACK.kmsKeys, basis: 'fixed' },
    { price: 'kmsRequests', units: month(messages), basis: 'assumed' },
    { price: 'customMetrics', units: STACK.customMetrics, basis: 'fixed' },
    { price: 'alarms', units: STACK.alarmMetrics, basis: 'fixed' },
    { price: 'dashboards', units: STACK.dashboards, basis: 'fixed' },
  ];
}
