import { type LocalAccount, startLocalAccount } from '../account/local-account';
import { BUSY_DAY, busyDayQuotas, startBusyDay } from './busy-day';
import { refuseStrangers } from './busy-day-callers';

const MINUTE_MS = 60_000;

/** Days before the busy one, with the same traffic. */
const DAYS_BEFORE = 6;

/** In the busy day: Claude Sonnet 4.5 is past its tokens per minute, and calls are refused. */
const STOPS_AT = new Date('2026-10-14T14:33:00Z');

/** Before it, calls that no metric shows were refused: and in the time CloudTrail needs as a rule. */
const STRANGERS_MINUTES = 6;

/** Name of the stock stack, and of what its health is told by. */
const STACK = 'BedrockQuotaWatchdog';

/** The watchdog as it stands in the account: it ran two minutes ago, and its mail address is not confirmed. */
async function deploy(account: LocalAccount): Promise<void> {
  const topicArn = await account.createTopic('watchdog-alerts');
  const subscription = { Action: 'Subscribe', TopicArn: topicArn, Protocol: 'email', Endpoint: 'ops@example.com' };
  await fetch(account.url, { method: 'POST', body: new URLSearchParams(subscription) });
  const alarms = { UtilizationCritical: 'ALARM', Failed: 'OK', NotRunning: 'OK', Stale: 'OK' } as const;
  for (const [name, state] of Object.entries(alarms)) account.alarms.set(`${STACK}-${name}`, state);
  const resources = Object.keys(alarms).map((name) => {
    return [name, { type: 'AWS::CloudWatch::Alarm', physicalId: `${STACK}-${name}` }] as const;
  });
  account.stacks.set(STACK, {
    outputs: { AlertTopicArn: topicArn, RulesParameterName: `/bedrock-quota-watchdog/${STACK}/rules` },
    resources: Object.fromEntries(resources),
  });
  const lastRun = { namespace: STACK, name: 'CoverageErrors', dimensions: { Watchdog: STACK } };
  account.record(lastRun, { minute: STOPS_AT.getTime() / MINUTE_MS - 2, sum: 0 });
}

/** An account of a week of busy days, stopped in the middle of the last one's incident. Close it. */
export async function startPlayedAccount(): Promise<LocalAccount> {
  const start = BUSY_DAY.start.getTime() - DAYS_BEFORE * 1440 * MINUTE_MS;
  const account = await startLocalAccount({ now: new Date(start), quotas: busyDayQuotas() });
  const playMinute = startBusyDay(account);
  for (let time = start; time < STOPS_AT.getTime(); time += MINUTE_MS) {
    account.clock.set(new Date(time));
    playMinute(new Date(time));
  }
  account.clock.set(STOPS_AT);
  refuseStrangers(account.trail, STOPS_AT.getTime() - STRANGERS_MINUTES * MINUTE_MS, account.accountId);
  await deploy(account);
  return account;
}
