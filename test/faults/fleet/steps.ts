import type { FleetCall, Tamper } from '../../../local/fleet/local-fleet';
import type { DeployedFleet } from '../../lambda/fleet/deployed-fleet';
import { HOME, OTHER } from '../../lambda/fleet/deployed-fleet';

/** Who makes a step, and when: workers see the peaks at 12:05, the dispatcher tells them at 12:06. */
export const ACTORS = { worker: '12:05', dispatcher: '12:06' } as const;
export type Actor = keyof typeof ACTORS;

/** One call of a run, as a step that something can happen before and after. */
export function stepOf({ accountId, service, operation, partition }: FleetCall): string {
  const whose = partition ?? (accountId === HOME ? null : accountId);
  const path = operation === '' ? 'List' : operation;
  return [`${service}:${path}`, ...(whose === null ? [] : [whose])].join(' ');
}

/** Steps of a worker that looks at the other account, in their order: it knows nothing, as after a crash. */
export const WORKER_STEPS = [
  'dynamodb:GetItem targets',
  'sts:AssumeRole',
  `dynamodb:GetItem ${OTHER}#us-east-1`,
  `monitoring:ListMetrics ${OTHER}`,
  `dynamodb:Query ${OTHER}#us-east-1`,
  `dynamodb:Query ${OTHER}#us-east-1@1`,
  `monitoring:GetMetricStatistics ${OTHER}`,
  `dynamodb:BatchWriteItem ${OTHER}#us-east-1`,
  `dynamodb:PutItem ${OTHER}#us-east-1`,
  'dynamodb:PutItem news',
  'dynamodb:BatchWriteItem targets',
] as const;

/** Steps of a dispatcher that has something to tell. */
export const DISPATCHER_STEPS = [
  'dynamodb:GetItem fleet',
  'dynamodb:Query targets',
  'sqs:SendMessageBatch',
  'dynamodb:Query news',
  'dynamodb:PutItem fleet',
  'dynamodb:PutItem news',
  'sns:Publish',
  'monitoring:PutMetricData',
] as const;

/** The death of a process at a step. */
export interface Death {
  readonly actor: Actor;
  readonly step: string;
  /** Whether AWS still did what was asked. */
  readonly at: 'before' | 'after';
  /** Steps of that name that pass. @default 0 */
  readonly skip?: number;
}

/** Every death between two steps; some steps are made twice: of the dispatcher, the second save notes what was said. */
export const DEATHS: readonly Death[] = [
  ...WORKER_STEPS.map((step) => ({ actor: 'worker', step }) as const),
  { actor: 'worker', step: 'dynamodb:PutItem news', skip: 1 } as const,
  { actor: 'worker', step: 'dynamodb:BatchWriteItem targets', skip: 1 } as const,
  ...DISPATCHER_STEPS.map((step) => ({ actor: 'dispatcher', step }) as const),
  { actor: 'dispatcher', step: 'dynamodb:PutItem news', skip: 1 } as const,
  { actor: 'dispatcher', step: 'dynamodb:PutItem fleet', skip: 1 } as const,
].flatMap((death) => (['before', 'after'] as const).map((at) => ({ ...death, at })));

/** What may be said twice: SNS took it, and that it did was not written down. */
export function repeatsOf({ actor, step, at, skip = 0 }: Death): number {
  if (actor === 'worker') return 0;
  const isUnheard = step === 'sns:Publish' && at === 'after';
  const isUnnoted = step === 'dynamodb:PutItem fleet' && skip === 1 && at === 'before';
  return isUnheard || isUnnoted ? 2 : 0;
}

/** Kills an actor at a step, once. */
export class Killer {
  deaths = 0;
  /** All steps of the run under way, each once. */
  readonly seen = new Set<string>();
  private actor: Actor | null = null;
  private fleet: DeployedFleet | null = null;
  private passed = 0;

  constructor(private readonly death: Death | null) {}

  /** Says whose run begins; `null`: one in which nothing happens. */
  enter(actor: Actor | null, fleet: DeployedFleet): void {
    [this.actor, this.fleet] = [actor, fleet];
  }

  readonly tamper: Tamper = {
    loses: (call) => {
      if (this.actor !== null) this.seen.add(`${this.actor} ${stepOf(call)}`);
      return this.kills('before', call);
    },
    losesAnswer: (call) => this.kills('after', call),
  };

  private kills(at: Death['at'], call: FleetCall): boolean {
    const { death, deaths, actor } = this;
    if (!death || deaths > 0 || actor !== death.actor || death.at !== at || stepOf(call) !== death.step) return false;
    if (this.passed < (death.skip ?? 0)) {
      this.passed++;
      return false;
    }
    this.deaths++;
    this.fleet?.crash();
    return true;
  }
}
