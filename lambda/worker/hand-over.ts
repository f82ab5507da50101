import { statementOf } from '../../aws/aws-error';
import type { TablePartition } from '../../aws/dynamodb';
import type { TargetPlace } from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { handOver } from '../fleet/news';
import { type KeyedNews, nameOwners, toKeyedNews } from '../outbox/keyed-news';
import type { Voice } from '../poller/voice';

/** Name of the handing over as something that can fail. */
const SOURCE = 'fleet:news';

/**
 * The voice of one target of a fleet: its news goes to the dispatcher, which tells that of all targets as one. News is saved
 * with the state that knows it as said, then handed over, and forgotten by the next state: whatever breaks in between, it is
 * handed over again, and a key that was taken is not taken twice.
 */
export function handOverToDispatcher(target: TargetPlace, table: TablePartition): Voice {
  /** Keys that this process has handed over, and no saved state forgot yet. */
  const handed = new Set<string>();
  const handOverOne = async (keyed: KeyedNews): Promise<BlindSpot[]> => {
    if (handed.has(keyed.key)) return [];
    try {
      await handOver(table, keyed);
      handed.add(keyed.key);
      return [];
    } catch (error) {
      return [{ source: SOURCE, ...statementOf(error) }];
    }
  };
  return {
    prepare(state, { origin, events, byOwner, digest }) {
      const { pending = [], ...others } = state;
      const left = pending.filter(({ key }) => !handed.has(key));
      handed.clear();
      const fresh = toKeyedNews({ target, at: origin.at, events, owners: nameOwners(byOwner), digest });
      const waiting = [...left, ...fresh];
      return waiting.length === 0 ? others : { ...others, pending: waiting };
    },
    async speak({ state: { pending = [] } }) {
      const failures = await Promise.all(pending.map(handOverOne));
      return failures.flat().slice(0, 1);
    },
  };
}
