import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { readItem } from '../../aws/dynamodb';
import type { LocalAccount } from '../../local/account/local-account';
import { SOAK_START } from './plan';
import { countKey, FINAL_AFTER, type RefusalPlan, toMessage } from './refusals';

const MINUTE_MS = 60_000;

/** The queue's name in the account. */
export const REFUSAL_QUEUE = 'refusals';

/** Counts are looked at so often, and are kept for longer than this and {@link FINAL_AFTER}. */
const LOOK_EVERY = 60;

/** What is kept of refused calls, as far as it is looked at; minutes since 1970. */
interface Kept {
  readonly groups: readonly {
    readonly kind: string;
    readonly modelId: string | null;
    readonly minutes: readonly (readonly [minute: number, calls: number])[];
  }[];
}

/** Delivers the refused calls of a plan to the queue, and looks at what is counted. */
export class RefusalPost {
  /** By {@link countKey}, as they were when they were final. */
  readonly counts = new Map<string, number>();
  private readonly byMinute = new Map<number, string[]>();
  private sent = 0;

  constructor(
    private readonly account: LocalAccount,
    plan: RefusalPlan,
  ) {
    account.queues.set(REFUSAL_QUEUE, []);
    for (const refusal of plan.refusals) {
      for (const minute of refusal.deliveredAt)
        this.byMinute.set(minute, [...(this.byMinute.get(minute) ?? []), toMessage(refusal)]);
    }
  }

  /** EventBridge delivers what is due. */
  deliver(minute: number): void {
    const queue = this.account.queues.get(REFUSAL_QUEUE);
    for (const body of this.byMinute.get(minute) ?? []) queue?.push({ id: `message-${++this.sent}`, body });
  }

  /** Notes the counts that are final by now, once an hour; no fault hits the look. */
  async look(minute: number, isLast = false): Promise<void> {
    if (minute % LOOK_EVERY !== 0 && !isLast) return;
    const { faults, url } = this.account;
    const { take } = faults;
    faults.take = () => null;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: url, region: 'us-east-1', credentials });
    const { value } = await readItem({ client, tableName: 'watchdog', partition: 'us-east-1' }, 'refusals');
    client.destroy();
    faults.take = take;
    const sums = new Map<string, number>();
    for (const { kind, modelId, minutes } of (value as Kept | undefined)?.groups ?? []) {
      for (const [at, calls] of minutes) {
        const since = at - SOAK_START / MINUTE_MS;
        const isFinal = since <= minute - FINAL_AFTER && since > minute - FINAL_AFTER - LOOK_EVERY;
        const key = countKey(kind, modelId, since);
        if (isFinal) sums.set(key, (sums.get(key) ?? 0) + calls);
      }
    }
    for (const [key, calls] of sums) this.counts.set(key, calls);
  }
}
