/** Dimensions of a metric, name → value. */
export type Dimensions = Readonly<Record<string, string>>;

/** What a metric is called. */
export interface MetricIdentity {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Dimensions;
}

/** Statistics of values that show from the same moment on. */
export interface MinutePart {
  sum: number;
  count: number;
  minimum: number;
  maximum: number;
  /** Milliseconds since 1970 from which they show. */
  readonly visibleAt: number;
}

/** A metric with its minutes. */
export interface StoredMetric extends MetricIdentity {
  /** Minutes since 1970 → what the minute holds; a minute whose values show at several moments has several parts. */
  readonly minutes: Map<number, MinutePart[]>;
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
  /** Milliseconds since 1970 from which the values show. @default at once */
  readonly visibleAt?: number;
}

const MINUTE_MS = 60_000;

function keyOf({ namespace, name, dimensions }: MetricIdentity): string {
  const parts = Object.keys(dimensions)
    .sort()
    .map((key) => `${key}=${dimensions[key]}`);
  return [namespace, name, ...parts].join('\u0000');
}

/** Adds values to a minute of a metric. */
export function addValues(metric: StoredMetric, values: MinuteValues): void {
  const { minute, sum, count = 1, minimum = sum, maximum = sum, visibleAt = 0 } = values;
  const parts = metric.minutes.get(minute);
  const part = parts?.find((one) => one.visibleAt === visibleAt);
  if (part) {
    part.sum += sum;
    part.count += count;
    part.minimum = Math.min(part.minimum, minimum);
    part.maximum = Math.max(part.maximum, maximum);
    return;
  }
  const fresh = { sum, count, minimum, maximum, visibleAt };
  if (parts) parts.push(fresh);
  else metric.minutes.set(minute, [fresh]);
}

/** All metrics of the account, by minute. */
export class MetricsStore {
  private readonly metrics = new Map<string, StoredMetric>();

  /** Adds values to a minute of the metric of that identity. */
  record(identity: MetricIdentity, values: MinuteValues): void {
    addValues(this.open(identity), values);
  }

  /** The metric of that identity, made when it is new. */
  open(identity: MetricIdentity): StoredMetric {
    const key = keyOf(identity);
    const known = this.metrics.get(key);
    if (known) return known;
    const metric = { ...identity, minutes: new Map<number, MinutePart[]>() };
    this.metrics.set(key, metric);
    return metric;
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

/** What a reader asks for. Times in milliseconds since 1970. */
export interface ReadWindow {
  readonly from: number;
  /** Exclusive. */
  readonly until: number;
  readonly now: number;
  /** Before which no part of a minute shows, whatever else holds. @default 0 for each */
  readonly heldUntil?: (minute: number) => number;
}

/** The minutes of `[from, until)` with the parts that show at `now`, ascending. */
export function readMinutes(
  metric: StoredMetric,
  { from, until, now, heldUntil = () => 0 }: ReadWindow,
): { minute: number; parts: readonly MinutePart[] }[] {
  const [first, end] = [Math.ceil(from / MINUTE_MS), Math.ceil(until / MINUTE_MS)];
  const minutes =
    end - first < metric.minutes.size
      ? Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
      : [...metric.minutes.keys()].filter((minute) => minute >= first && minute < end).sort((a, b) => a - b);
  return minutes.flatMap((minute) => {
    if (heldUntil(minute) > now) return [];
    const parts = (metric.minutes.get(minute) ?? []).filter((part) => part.visibleAt <= now);
    return parts.length > 0 ? [{ minute, parts }] : [];
  });
}
