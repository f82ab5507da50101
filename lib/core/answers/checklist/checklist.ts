import { isSpentBy } from '../../measure/spending';
import { isOpenStatus } from '../../quotas/increase-request';
import type { ModelTraffic } from '../../traffic/model-traffic';
import { hidesQuotas, hidesTraffic } from '../../vocabulary/blind-spot';
import type { Found } from '../../vocabulary/found';
import { isOfModels, type MappedQuota } from '../../vocabulary/quota';
import type { AccountFacts } from './facts';
import { findHabits, type SpendingHabit } from './spending-habits';

/** Why a step is done or open, as data. */
export type StepSaid =
  | { readonly kind: 'unread' }
  | { readonly kind: 'quotasSeen'; readonly adjustable: number; readonly fixed: number }
  | { readonly kind: 'toAsk'; readonly quotaCodes: readonly string[] }
  | { readonly kind: 'toWrite'; readonly quotaCodes: readonly string[] }
  /** Quotas that are 0 while no model is called: which of them are needed, only the reader knows. */
  | { readonly kind: 'whichZero'; readonly zero: number }
  | { readonly kind: 'caseOpen'; readonly caseIds: readonly string[] }
  | { readonly kind: 'throttles'; readonly calls: number; readonly modelIds: readonly string[] }
  | { readonly kind: 'watch'; readonly isDeployed: boolean }
  | { readonly kind: 'tight'; readonly modelIds: readonly string[] }
  | { readonly kind: 'capacity'; readonly modelIds: readonly string[] }
  | { readonly kind: 'habits'; readonly habits: readonly SpendingHabit[]; readonly reserved: readonly string[] };

/** A step of the procedure against throttling. */
export interface Step {
  readonly when: 'today' | 'thisWeek' | 'nextWeeks';
  readonly id: string;
  /** `false` also where nothing could be read. */
  readonly done: boolean;
  readonly said: StepSaid;
  /** The one command that does it: of this program, or a whole one; `null` when done, or no command does it. */
  readonly command: StepCommand | null;
}

/** `program`: to follow the program's name. */
export interface StepCommand {
  readonly text: string;
  readonly isProgram: boolean;
}

/** Kinds of finding by which a quota is short. */
const SHORT: ReadonlySet<Found['kind']> = new Set(['utilization', 'dailyPool', 'throttled']);

function isShort({ kind, severity }: Found): boolean {
  return SHORT.has(kind) && (severity === 'warning' || severity === 'critical');
}

/** Quotas that are nearly used up, or called though they are 0. */
function findNeedy({ quotas, evaluation }: Pick<AccountFacts, 'quotas' | 'evaluation'>): MappedQuota[] {
  const short = new Set(evaluation.found.filter(isShort).map(({ quotaCode }) => quotaCode));
  const isSpent = (quota: MappedQuota) => evaluation.traffic.some((one) => isSpentBy(quota, one));
  return quotas
    .filter(isOfModels)
    .filter((quota) => short.has(quota.quotaCode) || (quota.appliedValue === 0 && isSpent(quota)));
}

function codesOf(quotas: readonly MappedQuota[]): string[] {
  return quotas.map(({ quotaCode }) => quotaCode).sort();
}

function ofProgram(text: string): StepCommand {
  return { text, isProgram: true };
}

function idsOf(traffic: readonly ModelTraffic[]): string[] {
  return [...new Set(traffic.map(({ baseModelId }) => baseModelId))].sort();
}

function stepsOfToday({ quotas, evaluation, requests, blindSpots }: AccountFacts): Step[] {
  const isUnread = blindSpots.some((one) => hidesQuotas(one) || hidesTraffic(one));
  const own = quotas.filter(isOfModels);
  const adjustable = own.filter((quota) => quota.adjustable).length;
  const seen: Step = {
    when: 'today',
    id: 'seeQuotas',
    done: own.length > 0,
    said: own.length > 0 ? { kind: 'quotasSeen', adjustable, fixed: own.length - adjustable } : { kind: 'unread' },
    command: own.length > 0 ? null : ofProgram('quotas'),
  };
  const asked = new Set(requests.filter(({ status }) => isOpenStatus(status)).map(({ quotaCode }) => quotaCode));
  const needy = findNeedy({ quotas, evaluation }).filter(({ quotaCode }) => !asked.has(quotaCode));
  const [toAsk, toWrite] = [needy.filter((one) => one.adjustable), needy.filter((one) => !one.adjustable)];
  const zero = own.filter(({ appliedValue }) => appliedValue === 0).length;
  const isIdle = evaluation.traffic.length === 0 && zero > 0;
  const toStep = (id: string, some: readonly MappedQuota[], kind: 'toAsk' | 'toWrite', verb: string): Step => {
    const open = { when: 'today', id, done: false } as const;
    if (isUnread) return { ...open, said: { kind: 'unread' }, command: ofProgram('quotas') };
    if (isIdle) return { ...open, said: { kind: 'whichZero', zero }, command: ofProgram('quotas --zero') };
    const quotaCodes = codesOf(some);
    const command = some.length > 0 ? ofProgram(`${verb} ${quotaCodes.join(' ')}`) : null;
    return { ...open, done: some.length === 0, said: { kind, quotaCodes }, command };
  };
  return [
    seen,
    toStep('askAdjustable', toAsk, 'toAsk', 'request'),
    toStep('prepareTicket', toWrite, 'toWrite', 'ticket'),
  ];
}

/** Throttles of each model that had some, the most first. */
function countThrottles(traffic: readonly ModelTraffic[]): [modelId: string, calls: number][] {
  const counts = new Map<string, number>();
  for (const { baseModelId, minutes } of traffic) {
    const calls = minutes.reduce((sum, { throttles }) => sum + throttles, 0);
    if (calls > 0) counts.set(baseModelId, (counts.get(baseModelId) ?? 0) + calls);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

function stepsOfWeek(facts: AccountFacts, today: readonly Step[]): Step[] {
  const { evaluation, requests, watchdog, blindSpots } = facts;
  const caseIds = requests.flatMap(({ status, caseId }) => (isOpenStatus(status) && caseId !== null ? [caseId] : []));
  const ticket = today.find(({ id }) => id === 'prepareTicket');
  const isNeeded = ticket !== undefined && !ticket.done;
  const openCase: Step = {
    when: 'thisWeek',
    id: 'openCase',
    done: !isNeeded,
    said: isNeeded ? ticket.said : { kind: 'caseOpen', caseIds },
    command:
      isNeeded && ticket.said.kind === 'toWrite' ? ofProgram(`${ticket.command?.text ?? 'ticket'} --open`) : null,
  };
  const throttled = countThrottles(evaluation.traffic);
  const calls = throttled.reduce((sum, [, count]) => sum + count, 0);
  const modelIds = throttled.map(([modelId]) => modelId);
  const isUnread = blindSpots.some(hidesTraffic);
  const retries: Step = {
    when: 'thisWeek',
    id: 'retries',
    done: calls === 0 && !isUnread,
    said: isUnread ? { kind: 'unread' } : { kind: 'throttles', calls, modelIds },
    command: modelIds[0] === undefined ? null : ofProgram(`pace ${modelIds[0]}`),
  };
  const isDeployed = watchdog.kind === 'deployed';
  const watch: Step = {
    when: 'thisWeek',
    id: 'watch',
    done: isDeployed,
    said: watchdog.kind === 'unknown' ? { kind: 'unread' } : { kind: 'watch', isDeployed },
    command: isDeployed ? null : { text: 'npx cdk deploy -c alertEmail=ops@example.com', isProgram: false },
  };
  return [openCase, retries, watch];
}

/** A plan of the calls a model has now. */
function planOf({ modelId, requests, inputTokens, outputTokens }: SpendingHabit, busyMinutes: number): string {
  const rate = Math.max(1, Math.round(requests / Math.max(1, busyMinutes)));
  const [input, output] = [Math.round(inputTokens), Math.max(1, Math.round(outputTokens))];
  return `plan ${modelId} --requests-per-minute ${rate} --input-tokens ${input} --output-tokens ${output}`;
}

function stepsOfNextWeeks({ evaluation, blindSpots }: AccountFacts): Step[] {
  const { traffic, found } = evaluation;
  const when = 'nextWeeks';
  if (blindSpots.some(hidesTraffic)) {
    return ['fallback', 'throughput', 'fewerTokens'].map((id) => ({
      when,
      id,
      done: false,
      said: { kind: 'unread' },
      command: null,
    }));
  }
  // The pool of all models would name each of them.
  const short = found.filter((one) => isShort(one) && one.scope !== 'account');
  const tight = traffic.filter((one) => short.some(({ modelIds }) => modelIds.includes(one.baseModelId)));
  const isSpread = ({ baseModelId }: ModelTraffic) =>
    new Set(traffic.filter((one) => one.baseModelId === baseModelId).map(({ scope }) => scope)).size > 1;
  const alone = idsOf(tight.filter((one) => !isSpread(one)));
  const perMinute = idsOf(
    traffic.filter((one) =>
      short.some(({ dimension, modelIds }) => dimension === 'tokensPerMinute' && modelIds.includes(one.baseModelId)),
    ),
  );
  const habits = findHabits(traffic).filter(({ advice }) => advice.length > 0);
  const reserved = [
    ...new Set(found.filter(({ cause }) => cause?.kind === 'reservation').flatMap(({ modelIds }) => modelIds)),
  ].sort();
  const all = findHabits(traffic);
  const subject = all.find(({ modelId }) => reserved.includes(modelId)) ?? habits[0];
  const busy = traffic.find(({ baseModelId }) => baseModelId === subject?.modelId)?.minutes.length ?? 1;
  const [firstAlone, firstTight] = [alone[0], perMinute[0]];
  return [
    {
      when,
      id: 'fallback',
      done: alone.length === 0,
      said: { kind: 'tight', modelIds: alone },
      command: firstAlone === undefined ? null : ofProgram(`headroom ${firstAlone}`),
    },
    {
      when,
      id: 'throughput',
      done: perMinute.length === 0,
      said: { kind: 'capacity', modelIds: perMinute },
      command: firstTight === undefined ? null : ofProgram(`throughput ${firstTight} --price-per-unit-hour P`),
    },
    {
      when,
      id: 'fewerTokens',
      done: habits.length === 0 && reserved.length === 0,
      said: { kind: 'habits', habits, reserved },
      command: subject && habits.length + reserved.length > 0 ? ofProgram(planOf(subject, busy)) : null,
    },
  ];
}

/** The usual procedure against throttling, each step done or open by what the account itself shows. */
export function toChecklist(facts: AccountFacts): Step[] {
  const today = stepsOfToday(facts);
  return [...today, ...stepsOfWeek(facts, today), ...stepsOfNextWeeks(facts)];
}
