import type { ModelTraffic } from '../../traffic/model-traffic';
import { hidesTraffic } from '../../vocabulary/blind-spot';
import type { Found } from '../../vocabulary/found';
import type { AccountFacts } from './facts';
import { isShort } from './short-quotas';
import { findHabits, type SpendingHabit } from './spending-habits';
import { ofProgram, type Step, toUnreadStep } from './step';

const when = 'nextWeeks';

function idsOf(traffic: readonly ModelTraffic[]): string[] {
  return [...new Set(traffic.map(({ baseModelId }) => baseModelId))].sort();
}

function isAbout({ modelIds }: Found, { baseModelId }: ModelTraffic): boolean {
  return modelIds.includes(baseModelId);
}

/** Open for short models that are called in one scope only. */
function fallBack(traffic: readonly ModelTraffic[], short: readonly Found[]): Step {
  const scopesOf = (baseModelId: string) =>
    new Set(traffic.filter((one) => one.baseModelId === baseModelId).map(({ scope }) => scope));
  const tight = traffic.filter((one) => short.some((found) => isAbout(found, one)));
  const modelIds = idsOf(tight).filter((modelId) => scopesOf(modelId).size === 1);
  const [first] = modelIds;
  const command = first === undefined ? null : ofProgram('headroom', { id: first });
  return { when, id: 'fallback', done: modelIds.length === 0, said: { kind: 'tight', modelIds }, command };
}

/** Open for models that are short of tokens a minute: that is what bought throughput gives. */
function buyThroughput(traffic: readonly ModelTraffic[], short: readonly Found[]): Step {
  const ofTokens = short.filter(({ dimension }) => dimension === 'tokensPerMinute');
  const modelIds = idsOf(traffic.filter((one) => ofTokens.some((found) => isAbout(found, one))));
  const [first] = modelIds;
  const command = first === undefined ? null : ofProgram('throughput', { id: first }, '--price-per-unit-hour P');
  return { when, id: 'throughput', done: modelIds.length === 0, said: { kind: 'capacity', modelIds }, command };
}

/** A plan of the calls a model has now, by its busy minutes. */
function planOf({ modelId, requests, inputTokens, outputTokens }: SpendingHabit, traffic: readonly ModelTraffic[]) {
  const busy = traffic.filter(({ baseModelId }) => baseModelId === modelId).map(({ minutes }) => minutes.length);
  const rate = Math.max(1, Math.round(requests / Math.max(1, ...busy)));
  const [input, output] = [Math.round(inputTokens), Math.max(1, Math.round(outputTokens))];
  const workload = `--requests-per-minute ${rate} --input-tokens ${input} --output-tokens ${output}`;
  return ofProgram('plan', { id: modelId }, workload);
}

/** Open where the account's own numbers show tokens that could be spared. */
function spareTokens(traffic: readonly ModelTraffic[], found: readonly Found[]): Step {
  const ofReservation = found.filter(({ cause }) => cause?.kind === 'reservation');
  const reserved = [...new Set(ofReservation.flatMap(({ modelIds }) => modelIds))].sort();
  const all = findHabits(traffic);
  const habits = all.filter(({ advice }) => advice.length > 0);
  const subject = all.find(({ modelId }) => reserved.includes(modelId)) ?? habits[0];
  return {
    when,
    id: 'fewerTokens',
    done: habits.length === 0 && reserved.length === 0,
    said: { kind: 'habits', habits, reserved },
    command: subject ? planOf(subject, traffic) : null,
  };
}

/** Other scopes and Regions, bought throughput, fewer tokens a call. */
export function stepsOfNextWeeks({ evaluation: { traffic, found }, blindSpots }: AccountFacts): Step[] {
  if (blindSpots.some(hidesTraffic)) {
    return ['fallback', 'throughput', 'fewerTokens'].map((id) => toUnreadStep({ when, id }));
  }
  // The pool of all models would name each of them.
  const short = found.filter((one) => isShort(one) && one.scope !== 'account');
  return [fallBack(traffic, short), buyThroughput(traffic, short), spareTokens(traffic, found)];
}
