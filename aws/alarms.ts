import { type CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import type { AlarmState } from '../lib/core/vocabulary/account-state';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import { cleanText } from '../lib/core/vocabulary/outside-text';
import { readPages } from './aws-error';

/** DescribeAlarms takes at most this many names. */
const NAMES_PER_CALL = 100;

/** The states of alarms by name, at most 100; a name that CloudWatch does not know is absent. */
export function readAlarmStates(client: CloudWatchClient, names: readonly string[]): Promise<Read<AlarmState[]>> {
  return readPages('cloudwatch:DescribeAlarms', async (token) => {
    if (names.length === 0) return { items: [], next: undefined };
    const reply = await client.send(
      new DescribeAlarmsCommand({ AlarmNames: names.slice(0, NAMES_PER_CALL), NextToken: token }),
    );
    const items = (reply.MetricAlarms ?? []).map(({ AlarmName: name = '', StateValue: state = '' }) => ({
      name: cleanText(name),
      state,
    }));
    return { items, next: reply.NextToken };
  });
}
