import { DOLLARS_PER } from '../../alerts/digest';

/** One price of AWS's list. */
export interface Price {
  /** What a line of the bill says. */
  readonly label: string;
  /** What one unit is. */
  readonly unit: string;
  readonly dollars: number;
  /** Units a month that cost nothing; 0 where there is no free tier. */
  readonly free: number;
}

/** Days of a month, as AWS's own examples count it (730 hours). */
export const DAYS_PER_MONTH = 30.4;

/**
 * us-east-1 list prices. Source: pricing pages of AWS as gathered in the domain notes, 2026-10. Parameter Store has no line:
 * standard parameters, and their reads and writes at standard throughput, cost nothing (AWS Systems Manager pricing, 2026-11).
 * Nor have rules of EventBridge: events of AWS's own services are free (Amazon EventBridge pricing, 2026-11).
 */
export const PRICES = {
  metricsRequested: { label: 'GetMetricData', unit: 'metric asked for', dollars: DOLLARS_PER.metricRequested, free: 0 },
  cloudWatchCalls: {
    label: 'ListMetrics, PutMetricData, GetMetricStatistics',
    unit: 'call',
    dollars: DOLLARS_PER.cloudWatchCall,
    free: 1_000_000,
  },
  customMetrics: { label: 'custom metrics', unit: 'metric-month', dollars: 0.3, free: 10 },
  alarms: { label: 'alarms', unit: 'alarm metric-month', dollars: 0.1, free: 10 },
  dashboards: { label: 'dashboard', unit: 'dashboard-month', dollars: 3, free: 3 },
  writeUnits: { label: 'DynamoDB writes', unit: 'write unit (1 KB)', dollars: DOLLARS_PER.dynamoDbWriteUnit, free: 0 },
  readUnits: { label: 'DynamoDB reads', unit: 'read unit (4 KB)', dollars: DOLLARS_PER.dynamoDbReadUnit, free: 0 },
  kmsKeys: { label: 'KMS key', unit: 'key-month', dollars: 1, free: 0 },
  kmsRequests: { label: 'KMS requests', unit: 'request', dollars: 0.03 / 10_000, free: 20_000 },
  schedulerTicks: { label: 'EventBridge Scheduler', unit: 'invocation', dollars: 1 / 1e6, free: 14_000_000 },
  lambdaRequests: { label: 'Lambda requests', unit: 'request', dollars: 0.2 / 1e6, free: 1_000_000 },
  lambdaGbSeconds: { label: 'Lambda time (arm64)', unit: 'GB-second', dollars: 0.0000133334, free: 400_000 },
  logGigabytes: { label: 'logs taken in', unit: 'GB', dollars: 0.5, free: 5 },
  logStorage: { label: 'logs kept a month', unit: 'GB-month', dollars: 0.03, free: 5 },
  emails: { label: 'SNS e-mails', unit: 'e-mail', dollars: 2 / 100_000, free: 1_000 },
  sqsRequests: { label: 'SQS requests', unit: 'request (64 KB)', dollars: DOLLARS_PER.sqsRequest, free: 1_000_000 },
  snsPublishes: { label: 'SNS publishes', unit: 'request (64 KB)', dollars: DOLLARS_PER.snsPublish, free: 1_000_000 },
} as const satisfies Record<string, Price>;

/** Name of a price. */
export type PriceName = keyof typeof PRICES;

/** Units of a month at one price. */
export interface Amount {
  readonly price: PriceName;
  readonly units: number;
  /** `measured`: counted by the local account. `fixed`: what the stack creates. `assumed`: a printed assumption. */
  readonly basis: 'measured' | 'fixed' | 'assumed';
}

/** A line of the bill, dollars a month. */
export interface BillLine extends Amount {
  readonly label: string;
  readonly unit: string;
  readonly full: number;
  readonly afterFreeTier: number;
}

/** Prices amounts; each price may occur once, for a free tier is given once. @throws RangeError when it occurs twice. */
export function toBill(amounts: readonly Amount[]): { lines: BillLine[]; full: number; afterFreeTier: number } {
  const names = amounts.map(({ price }) => price);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`${twice} is on the bill twice; its free tier is given once`);
  const lines = amounts.map((amount) => {
    const { label, unit, dollars, free } = PRICES[amount.price];
    const billed = Math.max(0, amount.units - free);
    return { ...amount, label, unit, full: amount.units * dollars, afterFreeTier: billed * dollars };
  });
  const sum = (pick: (line: BillLine) => number) => lines.reduce((total, line) => total + pick(line), 0);
  return { lines, full: sum((line) => line.full), afterFreeTier: sum((line) => line.afterFreeTier) };
}
