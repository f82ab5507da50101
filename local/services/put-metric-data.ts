import type { MetricsStore, MinuteValues } from '../traffic/metrics-store';
import { type JsonObject, numberOf, objectsOf, textOf } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

const MINUTE_MS = 60_000;
const METRICS_PER_CALL = 1_000;
const VALUES_PER_METRIC = 150;
const TWO_WEEKS_MS = 14 * 24 * 60 * MINUTE_MS;
const TWO_HOURS_MS = 2 * 60 * MINUTE_MS;

function refuse(message: string): never {
  throw new ServiceError('InvalidParameterValue', message);
}

/** A datum is one value, values with counts, or a statistic set. */
function toStatistics(datum: JsonObject): Omit<MinuteValues, 'minute'> {
  const set = datum.StatisticValues as JsonObject | undefined;
  if (set) {
    return {
      sum: numberOf(set, 'Sum') ?? refuse('Sum is required'),
      count: numberOf(set, 'SampleCount') ?? refuse('SampleCount is required'),
      minimum: numberOf(set, 'Minimum') ?? refuse('Minimum is required'),
      maximum: numberOf(set, 'Maximum') ?? refuse('Maximum is required'),
    };
  }
  const single = numberOf(datum, 'Value');
  const values = single === undefined ? ((datum.Values as number[] | undefined) ?? []) : [single];
  const counts = single === undefined ? ((datum.Counts as number[] | undefined) ?? values.map(() => 1)) : [1];
  if (values.length === 0 || values.length > VALUES_PER_METRIC || values.length !== counts.length)
    refuse(`A metric takes 1 to ${VALUES_PER_METRIC} values, and as many counts.`);
  if (!values.every(Number.isFinite)) refuse('The value must be a finite number');
  return {
    sum: values.reduce((sum, value, index) => sum + value * (counts[index] ?? 0), 0),
    count: counts.reduce((sum, count) => sum + count, 0),
    minimum: Math.min(...values),
    maximum: Math.max(...values),
  };
}

/** Takes own metrics; they show at once. `now` in milliseconds. @throws ServiceError when CloudWatch would refuse them. */
export function putMetricData(store: MetricsStore, input: JsonObject, now: number): void {
  const namespace = textOf(input, 'Namespace') ?? '';
  if (namespace === '' || namespace.startsWith('AWS/'))
    refuse(`The value ${namespace} for parameter Namespace is invalid.`);
  const data = objectsOf(input, 'MetricData');
  if (data.length > METRICS_PER_CALL)
    refuse(`The collection MetricData must not have a size greater than ${METRICS_PER_CALL}.`);
  const points = data.map((datum) => {
    const name = textOf(datum, 'MetricName') ?? '';
    if (name === '') refuse('The parameter MetricName is required.');
    const time = (numberOf(datum, 'Timestamp') ?? now / 1000) * 1000;
    if (time < now - TWO_WEEKS_MS || time > now + TWO_HOURS_MS)
      refuse('The parameter Timestamp must be within two weeks before and two hours after now.');
    const dimensions = Object.fromEntries(
      objectsOf(datum, 'Dimensions').map((one) => [textOf(one, 'Name') ?? '', textOf(one, 'Value') ?? '']),
    );
    return { identity: { namespace, name, dimensions }, minute: Math.floor(time / MINUTE_MS), ...toStatistics(datum) };
  });
  for (const { identity, ...values } of points) store.record(identity, values);
}
