import { isOpenStatus } from '../../quotas/increase-request';
import type { ModelTraffic } from '../../traffic/model-traffic';
import { hidesTraffic } from '../../vocabulary/blind-spot';
import type { AccountFacts } from './facts';
import { ofProgram, type Step, toUnreadStep } from './step';

const when = 'thisWeek';

/** Throttles of each model that had some, the most first. */
function countThrottles(traffic: readonly ModelTraffic[]): [modelId: string, calls: number][] {
  const counts = new Map<string, number>();
  for (const { baseModelId, minutes } of traffic) {
    const calls = minutes.reduce((sum, { throttles }) => sum + throttles, 0);
    if (calls > 0) counts.set(baseModelId, (counts.get(baseModelId) ?? 0) + calls);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

/** Open while there is a ticket to write. */
function openCase({ requests }: AccountFacts, ticket: Step | undefined): Step {
  const id = 'openCase';
  if (ticket && !ticket.done) {
    const isReady = ticket.said.kind === 'toWrite' && ticket.command !== null;
    const command = isReady && ticket.command ? ofProgram(`${ticket.command.text} --open`) : null;
    return { when, id, done: false, said: ticket.said, command };
  }
  const caseIds = requests.flatMap(({ status, caseId }) => (isOpenStatus(status) && caseId !== null ? [caseId] : []));
  return { when, id, done: true, said: { kind: 'caseOpen', caseIds }, command: null };
}

function backOff({ evaluation, blindSpots }: AccountFacts): Step {
  const id = 'retries';
  if (blindSpots.some(hidesTraffic)) return toUnreadStep({ when, id });
  const throttled = countThrottles(evaluation.traffic);
  const calls = throttled.reduce((sum, [, count]) => sum + count, 0);
  const modelIds = throttled.map(([modelId]) => modelId);
  const [first] = modelIds;
  const command = first === undefined ? null : ofProgram('pace', { id: first });
  return { when, id, done: calls === 0, said: { kind: 'throttles', calls, modelIds }, command };
}

function watch({ watchdog: { kind } }: AccountFacts): Step {
  const id = 'watch';
  const deploy = { text: 'npx cdk deploy -c alertEmail=ops@example.com', isProgram: false };
  if (kind === 'unknown') return toUnreadStep({ when, id }, deploy);
  const isDeployed = kind === 'deployed';
  return { when, id, done: isDeployed, said: { kind: 'watch', isDeployed }, command: isDeployed ? null : deploy };
}

/** Open the case, back off, watch. @param today the steps before. */
export function stepsOfWeek(facts: AccountFacts, today: readonly Step[]): Step[] {
  const ticket = today.find(({ id }) => id === 'prepareTicket');
  return [openCase(facts, ticket), backOff(facts), watch(facts)];
}
