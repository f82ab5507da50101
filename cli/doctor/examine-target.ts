import { readModelLifecycles } from '../../aws/model-lifecycle';
import { type Check, checkAccount } from '../../lib/core/answers/checklist';
import { followRequests } from '../../lib/core/answers/increase';
import type { Place } from '../../lib/core/vocabulary/place';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { ReadingConnection } from '../region/connection';
import { evaluateRegion, type prepareJudging } from '../region/evaluate-region';
import { NO_PROGRESS } from '../terminal/progress';

/** What a reader role may not ask, since a watchdog needs none of it. */
const NOT_ASKED: ReadonlySet<string> = new Set(['models/access', 'call/bedrock:GetFoundationModelAvailability']);

/** What is right and wrong with one of many accounts and Regions. */
export interface TargetDiagnosis {
  readonly place: Place;
  readonly checks: readonly Check[];
}

/** Examines a target, as far as its reader role may. What cannot be read is in its checks. */
export async function examineTarget(
  connection: ReadingConnection,
  place: Place,
  judging: Awaited<ReturnType<typeof prepareJudging>> & { readonly now: EpochMinute },
): Promise<TargetDiagnosis> {
  const lifecycles = await readModelLifecycles(connection.clients.bedrock);
  const { quotas, usage, evaluation } = await evaluateRegion(connection, { ...judging, progress: NO_PROGRESS });
  const facts = {
    evaluation,
    quotas: quotas.catalog.quotas,
    blindSpots: [...quotas.blindSpots, ...usage.blindSpots],
    requests: followRequests(quotas.catalog.requests?.requests ?? [], quotas.catalog.quotas),
    availability: [],
    lifecycles,
  };
  const made = new Set(connection.counter.keys());
  return { place, checks: checkAccount(facts, made).filter(({ id }) => !NOT_ASKED.has(id)) };
}
