import { type Amount, DAYS_PER_MONTH } from '../../lib/core/answers/bill';
import { CALL_SECONDS } from './rate-limits';

const MINUTES_PER_DAY = 1_440;
const MEMORY_MB = 256;
const FULL_CPU_MB = 1_769;
const SLOWER = FULL_CPU_MB / MEMORY_MB;

/** Network waits of a batch on AWS that the loopback has not. */
const WAIT_MS = 300;

/** Bytes of a run's own lines, and of Lambda's START, END and REPORT. */
const LOG_BYTES = 1_500;

/** Lambda's pollers of a queue: five, a long poll of 20 seconds each. */
const IDLE_POLLS_PER_MINUTE = 15;

/** What the stack of a fleet creates. */
const STACK = { customMetrics: 6, alarmMetrics: 10, dashboards: 1, kmsKeys: 1 };

/** What the amounts rest on that was not counted. */
export const FLEET_ASSUMPTIONS = [
  `a batch on Lambda lasts the time here × ${SLOWER.toFixed(1)} (${MEMORY_MB} of ${FULL_CPU_MB} MB is that share of a CPU) + ${WAIT_MS} ms of waits; not measured on AWS`,
  `pages of a list come one after another, ${CALL_SECONDS} s each at least`,
  'the minutes that were played are taken for all minutes of a month: one target in ten has traffic day and night',
  `an event source takes messages of one second together, up to five; it polls an empty queue ${IDLE_POLLS_PER_MINUTE} times a minute`,
  'calls to CloudWatch, Service Quotas and Bedrock are of the watched accounts and fall on their own free tiers; they are not in these dollars',
  'no message, no tax, no data transfer',
];

/** Seconds that Lambda takes for what took so many milliseconds here. */
export function lambdaSeconds(ms: number): number {
  return (ms * SLOWER + WAIT_MS) / 1_000;
}

/** What was counted of a day of a fleet. */
export interface CountedDay {
  /** Of the home account, by the names of the call counter. */
  readonly home: ReadonlyMap<string, number>;
  readonly looks: number;
  readonly batches: number;
  /** Of Lambda. */
  readonly workSeconds: number;
  readonly dispatchSeconds: number;
}

/** A month of the home account, of days like the one that was counted. */
export function monthOf({ home, looks, batches, workSeconds, dispatchSeconds }: CountedDay): Amount[] {
  const month = (perDay: number) => perDay * DAYS_PER_MONTH;
  const counted = (name: string) => month(home.get(name) ?? 0);
  const runs = month(MINUTES_PER_DAY + batches);
  // A batch is received and deleted by one request each; ten messages are sent by one, and each minute by one at least.
  const sends = Math.max(looks / 10, Math.min(looks, MINUTES_PER_DAY));
  const requests = month(sends + 2 * batches + IDLE_POLLS_PER_MINUTE * MINUTES_PER_DAY);
  const gigabytes = (runs * LOG_BYTES) / 1e9;
  return [
    { price: 'cloudWatchCalls', units: counted('cloudwatch:PutMetricData'), basis: 'measured' },
    { price: 'writeUnits', units: counted('dynamodb:WriteUnits'), basis: 'measured' },
    { price: 'readUnits', units: counted('dynamodb:ReadUnits'), basis: 'measured' },
    { price: 'sqsRequests', units: requests, basis: 'assumed' },
    { price: 'schedulerTicks', units: month(MINUTES_PER_DAY), basis: 'measured' },
    { price: 'lambdaRequests', units: runs, basis: 'measured' },
    { price: 'lambdaGbSeconds', units: month(workSeconds + dispatchSeconds) * (MEMORY_MB / 1_024), basis: 'assumed' },
    { price: 'logGigabytes', units: gigabytes, basis: 'assumed' },
    { price: 'logStorage', units: gigabytes, basis: 'assumed' },
    { price: 'kmsKeys', units: STACK.kmsKeys, basis: 'fixed' },
    { price: 'customMetrics', units: STACK.customMetrics, basis: 'fixed' },
    { price: 'alarms', units: STACK.alarmMetrics, basis: 'fixed' },
    { price: 'dashboards', units: STACK.dashboards, basis: 'fixed' },
  ];
}
