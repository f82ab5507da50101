import type { JsonObject, JsonService } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** A state of a CloudWatch alarm. */
export type LocalAlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

const MOST_NAMES = 100;

/** DescribeAlarms by name; the states are what the tests say, for nothing evaluates alarms here. */
export function createAlarms(alarms: ReadonlyMap<string, LocalAlarmState>): JsonService {
  return {
    DescribeAlarms: (input: JsonObject) => {
      const names = Array.isArray(input.AlarmNames) ? input.AlarmNames.map(String) : [...alarms.keys()];
      if (names.length > MOST_NAMES)
        throw new ServiceError(
          'ValidationError',
          `The collection AlarmNames must have a size of at most ${MOST_NAMES}`,
        );
      const MetricAlarms = names.flatMap((AlarmName) => {
        const StateValue = alarms.get(AlarmName);
        return StateValue === undefined ? [] : [{ AlarmName, StateValue }];
      });
      return { MetricAlarms };
    },
  };
}
