import { createRandom } from '../../local/scenario/random';
import type { FaultKind } from '../../local/wire/faults';

/** An AWS call that goes wrong. */
export interface Target {
  readonly service: string;
  readonly operation: string;
}

/** A call that fails in every run of some minutes. */
export interface RunFault extends Target {
  readonly kind: FaultKind;
  readonly from: number;
  readonly until: number;
}

/** A rare call that fails so many times when it is next made. */
export interface ArmedFault extends Target {
  readonly kind: FaultKind;
  readonly from: number;
  readonly times: number;
}

/** The end of the function's process: between two runs, or at a call before or after AWS did what it asks. */
export interface Crash {
  readonly from: number;
  readonly at: 'between' | 'beforeCall' | 'afterCall';
  readonly target: Target | null;
  /** Matching calls that pass before. */
  readonly skip: number;
  /** Whether the service runs the event again. */
  readonly isRetried: boolean;
}

/** All that goes wrong in a soak. Minutes since the start. */
export interface Statement {
  readonly skipped: ReadonlySet<number>;
  readonly runFaults: readonly RunFault[];
  readonly armedFaults: readonly ArmedFault[];
  readonly crashes: readonly Crash[];
  /** Minute → minutes ago of the event that is repeated then; 0 is the same event again. */
  readonly repeats: ReadonlyMap<number, number>;
}

const KINDS: readonly FaultKind[] = ['throttle', 'serverError', 'accessDenied', 'cutBody', 'junk'];

/** Called in most runs that read. */
const FREQUENT: readonly Target[] = [
  { service: 'cloudwatch', operation: 'GetMetricData' },
  { service: 'cloudwatch', operation: 'GetMetricData' },
  { service: 'cloudwatch', operation: 'ListMetrics' },
  { service: 'cloudwatch', operation: 'PutMetricData' },
  { service: 'dynamodb', operation: 'GetItem' },
  { service: 'dynamodb', operation: 'PutItem' },
  { service: 'dynamodb', operation: 'Query' },
  { service: 'dynamodb', operation: 'BatchWriteItem' },
];

/** Called once an hour, or when there is something to say. */
const RARE: readonly Target[] = [
  { service: 'sns', operation: 'Publish' },
  { service: 'sns', operation: 'Publish' },
  { service: 'servicequotas', operation: 'ListServiceQuotas' },
  { service: 'servicequotas', operation: 'ListAWSDefaultServiceQuotas' },
  { service: 'servicequotas', operation: 'ListRequestedServiceQuotaChangeHistory' },
  { service: 'bedrock', operation: 'ListFoundationModels' },
  { service: 'bedrock', operation: 'ListInferenceProfiles' },
];

/** Called in each run, or where refused calls came. */
const OF_REFUSALS: readonly Target[] = [
  { service: 'sqs', operation: 'ReceiveMessage' },
  { service: 'sqs', operation: 'DeleteMessageBatch' },
];

const QUIET_START = 30;
const QUIET_END = 75;
const ATTEMPTS = 4;

/** Draws what goes wrong. A long outage is followed by hours without another, so that no recovery is put off for long. */
export function drawTrouble(minutes: number, seed: number): Statement {
  const random = createRandom(seed ^ 0x5eed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T;
  const end = minutes - QUIET_END;
  const runFault = (from: number): RunFault => ({
    ...pick(FREQUENT),
    kind: pick(KINDS),
    from,
    until: from + whole(1, 3),
  });
  const skipped = new Set<number>();
  const runFaults: RunFault[] = [];
  for (let minute = QUIET_START + whole(0, 400); minute < end; minute += whole(150, 900)) {
    const length = random() < 0.5 ? whole(1, 5) : whole(6, 30);
    for (let gone = 0; gone < length; gone++) skipped.add(minute + gone);
    if (random() < 0.35) runFaults.push(runFault(minute + length));
  }
  for (let minute = QUIET_START + whole(0, 60); minute < end; minute += whole(25, 240))
    runFaults.push(runFault(minute));
  const armedFaults: ArmedFault[] = [];
  for (let minute = QUIET_START + whole(0, 200); minute < end; minute += whole(60, 420)) {
    const times = random() < 0.4 ? whole(1, 3) : ATTEMPTS * whole(1, 3);
    armedFaults.push({ ...pick(RARE), kind: pick(KINDS), from: minute, times });
  }
  const crashes: Crash[] = [];
  for (let minute = QUIET_START + whole(0, 200); minute < end; minute += whole(60, 480)) {
    const at = pick(['between', 'beforeCall', 'afterCall'] as const);
    const target = at === 'between' ? null : random() < 0.5 ? pick(RARE) : pick(FREQUENT);
    crashes.push({ from: minute, at, target, skip: random() < 0.7 ? 0 : 1, isRetried: random() < 0.5 });
  }
  const repeats = new Map<number, number>();
  for (let minute = QUIET_START; minute < end; minute += whole(5, 90)) {
    repeats.set(minute, random() < 0.6 ? 0 : whole(1, 12));
  }
  const ofRefusals = drawRefusalTrouble(end, seed);
  return {
    skipped,
    runFaults: [...runFaults, ...ofRefusals.runFaults],
    armedFaults,
    crashes: [...crashes, ...ofRefusals.crashes].sort((a, b) => a.from - b.from),
    repeats,
  };
}

/** Of draws of its own: what else goes wrong stays as it was. */
function drawRefusalTrouble(end: number, seed: number): Pick<Statement, 'runFaults' | 'crashes'> {
  const random = createRandom(seed ^ 0x5a5);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const runFaults: RunFault[] = [];
  const crashes: Crash[] = [];
  for (let minute = QUIET_START + whole(0, 60); minute < end; minute += whole(60, 240)) {
    const kind = KINDS[whole(0, KINDS.length - 1)] ?? 'throttle';
    const target = OF_REFUSALS[whole(0, 1)] ?? null;
    if (target && random() < 0.7) runFaults.push({ ...target, kind, from: minute, until: minute + whole(1, 4) });
    else
      crashes.push({ from: minute, at: random() < 0.5 ? 'beforeCall' : 'afterCall', target, skip: 0, isRetried: true });
  }
  return { runFaults, crashes };
}
