/** Dimensions of a metric, name → value. */
export type Dimensions = Readonly<Record<string, string>>;

/** What a metric is called. */
export interface MetricIdentity {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Dimensions;
}

/** The statistics of one minute. */
export interface MinuteStatistics {
  sum: number;
  count: number;
  minimum: number;
  maximum: number;
  /** Milliseconds since 1970 from which the point shows. */
  visibleAt: number;
}

/** A metric with its minutes. */
export interface StoredMetric extends MetricIdentity {
  /** Minutes since 1970 → statistics. */
  readonly minutes: Map<number, MinuteStatistics>;
}

/** Some values of one minute. */
export interface MinuteValues {
  /** Minutes since 1970. */
  readonly minute: number;
  readonly sum: number;
  /** @default 1 */
  readonly count?: number;
  /** @default the sum */
  readonly minimum?: number;
  /** @default the sum */
  readonly maximum?: number;
  /** Milliseconds since 1970 from which the point shows. @default at once */
  readonly visibleAt?: number;
}

/** The key of a metric. */
function keyOf({ namespace, name, dimensions }: MetricIdentity): string {
  const parts = Object.keys(dimensions)
    .sort()
    .map((key) => `${key}=${dimensions[key]}`);
  return [namespace, name, ...parts].join('\u0000');
}

/** All metrics of the account, by minute. */
export class MetricsStore {
  private readonly metrics = new Map<string, StoredMetric>();

  /** Adds values to a minute. A point that shows already keeps showing, with more in it. */
  record(identity: MetricIdentity, values: MinuteValues): void {
    const { minute, sum, count = 1, minimum = sum, maximum = sum, visibleAt = 0 } = values;
    const key = keyOf(identity);
    let metric = this.metrics.get(key);
    if (!metric) {
      metric = { ...identity, minutes: new Map() };
      this.metrics.set(key, metric);
    }
    const known = metric.minutes.get(minute);
    if (!known) {
      metric.minutes.set(minute, { sum, count, minimum, maximum, visibleAt });
      return;
    }
    known.sum += sum;
    known.count += count;
    known.minimum = Math.min(known.minimum, minimum);
    known.maximum = Math.max(known.maximum, maximum);
  }

  /** The metric of that identity; `undefined` when it never had a value. */
  find(identity: MetricIdentity): StoredMetric | undefined {
    return this.metrics.get(keyOf(identity));
  }

  /** All metrics, in the order they first had a value. */
  all(): StoredMetric[] {
    return [...this.metrics.values()];
  }
}

/** The newest minute of a metric that shows at `now` (milliseconds); `null` when none does. */
export function newestVisibleMinute(metric: StoredMetric, now: number): number | null {
  let newest: number | null = null;
  for (const [minute, { visibleAt }] of metric.minutes) {
    if (visibleAt <= now && (newest === null || minute > newest)) newest = minute;
  }
  return newest;
}
