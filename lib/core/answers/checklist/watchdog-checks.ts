import type { TrailState } from '../../vocabulary/account-state';
import type { Read } from '../../vocabulary/blind-spot';
import { OUTBOX_LIFETIME_MINUTES, SILENCE_MINUTES, STALE_AFTER_MINUTES } from '../../vocabulary/cadence';
import type { EpochMinute } from '../../vocabulary/time';
import { type Check, toUnread } from './check';
import type { DeployedWatchdog, OutboxHealth, WatchdogHealth } from './facts';

function checkRead<T>(id: string, { value, blindSpots }: Read<T>, check: (value: T) => Omit<Check, 'id'>): Check {
  const [unread] = blindSpots;
  return unread ? toUnread(id, unread) : { id, ...check(value) };
}

/**
 * Whether a trail records refused calls: without one EventBridge gets none. One that does is enough, whatever is not known of
 * others.
 */
function checkTrails({ value: trails, blindSpots }: Read<readonly TrailState[]>): Check {
  const id = 'watchdog/trail';
  const good = trails.find(({ isLogging, takesModelCalls }) => isLogging === true && takesModelCalls === true);
  if (good) return { id, status: 'ok', said: { kind: 'trail', name: good.name }, command: null };
  const [unread] = blindSpots;
  if (unread) return toUnread(id, unread);
  const open = trails.find(({ isLogging, takesModelCalls }) => isLogging !== false && takesModelCalls !== false);
  if (open) return { id, status: 'unknown', said: { kind: 'trailUnsure', name: open.name }, command: null };
  const useless = trails.map(({ name, isLogging }) => {
    return { name, why: isLogging === false ? ('stopped' as const) : ('filtered' as const) };
  });
  return { id, status: 'wrong', said: { kind: 'noTrail', trails: useless }, command: null };
}

/** Whether messages wait for longer than a run that failed explains, or were refused for good in the last day. */
export function checkOutbox(outbox: Read<OutboxHealth>, now: EpochMinute): Check {
  return checkRead('watchdog/outbox', outbox, ({ waiting, since, aside, lastAside }) => {
    const minutes = since === null ? 0 : Math.max(0, now - since);
    const isNews = lastAside !== null && (lastAside.at === null || now - lastAside.at <= OUTBOX_LIFETIME_MINUTES);
    return {
      status: minutes > SILENCE_MINUTES || isNews ? 'wrong' : 'ok',
      said: { kind: 'outbox', waiting, minutes, aside, last: lastAside },
      command: waiting > 0 ? 'test-alert' : null,
    };
  });
}

function checkDeployed(health: DeployedWatchdog, now: EpochMinute): Check[] {
  const { lastRun, alarms, recipients, ruleProblems, deadLetters, outbox, trails } = health;
  return [
    checkRead('watchdog/lastRun', lastRun, (at) => ({
      status: at !== null && now - at <= STALE_AFTER_MINUTES ? 'ok' : 'wrong',
      said: { kind: 'lastRun', at, minutesAgo: at === null ? null : now - at },
      command: null,
    })),
    checkRead('watchdog/alarms', alarms, (all) => {
      const inAlarm = all.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
      const withoutData = all.filter(({ state }) => state === 'INSUFFICIENT_DATA').length;
      return {
        status: inAlarm.length > 0 ? 'wrong' : 'ok',
        said: { kind: 'alarms', total: all.length, inAlarm, withoutData },
        command: inAlarm.length > 0 ? 'check' : null,
      };
    }),
    checkRead('watchdog/emails', recipients, (all) => {
      const pending = all.filter(({ state }) => state === 'pending').map(({ endpoint }) => endpoint);
      const confirmed = all.filter(({ state }) => state === 'confirmed').length;
      return {
        status: confirmed === 0 || pending.length > 0 ? 'wrong' : 'ok',
        said: { kind: 'emails', confirmed, pending },
        command: confirmed > 0 ? 'test-alert' : null,
      };
    }),
    checkRead('watchdog/rules', ruleProblems, (problems) => ({
      status: problems.length > 0 ? 'wrong' : 'ok',
      said: { kind: 'rules', problems },
      command: null,
    })),
    checkRead('watchdog/deadLetters', deadLetters, (messages) => ({
      status: (messages ?? 0) > 0 ? 'wrong' : 'ok',
      said: { kind: 'deadLetters', messages: messages ?? 0 },
      command: null,
    })),
    checkOutbox(outbox, now),
    ...(trails === null ? [] : [checkTrails(trails)]),
  ];
}

/** The health of the watchdog itself. That there is none yet is no fault: the checklist says how to deploy it. */
export function checkWatchdog(health: WatchdogHealth, now: EpochMinute): Check[] {
  const { kind, stack } = health;
  const id = 'watchdog/stack';
  if (kind === 'unknown') return [{ id, status: 'unknown', said: { kind: 'text', text: health.why }, command: null }];
  if (kind === 'absent') return [{ id, status: 'ok', said: { kind, stack }, command: null }];
  return [{ id, status: 'ok', said: { kind, stack }, command: null }, ...checkDeployed(health, now)];
}
