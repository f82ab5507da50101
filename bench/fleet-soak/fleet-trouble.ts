import { createRandom } from '../../local/scenario/random';
import { type ArmedFault, type Crash, drawTrouble, type RunFault, type Target } from '../soak/trouble';

/** What goes wrong in a soak of several targets. Minutes since the start. */
export interface FleetTrouble {
  /** Minutes in which the schedule does not come. */
  readonly skipped: ReadonlySet<number>;
  /** Minutes in which no worker takes anything. */
  readonly unmanned: ReadonlySet<number>;
  /** What fails, with the number of the target whose account answers; what is the watchdog's own is of the first. */
  readonly runFaults: readonly (RunFault & { readonly nth: number })[];
  readonly armedFaults: readonly (ArmedFault & { readonly nth: number })[];
  readonly crashes: readonly (Crash & { readonly nth: number })[];
  /** Minute → minutes ago of the messages that come once more. */
  readonly repeats: ReadonlyMap<number, number>;
  /** Times in which the role of a target refuses, and sessions of before do not last. */
  readonly denied: readonly { readonly nth: number; readonly from: number; readonly until: number }[];
}

/** Services of the watchdog's own account. */
const OWN_SERVICES = new Set(['dynamodb', 'sns', 'sqs']);

/** Of the queue of targets the dispatcher makes one call. */
const SEND: Target = { service: 'sqs', operation: 'SendMessageBatch' };

const QUIET_START = 60;
const QUIET_END = 90;

/** Draws what goes wrong: what does with one target, spread over all, and what only a fleet can have. */
export function drawFleetTrouble(minutes: number, seed: number, targets: number): FleetTrouble {
  const random = createRandom(seed ^ 0xf1ee7);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const ofOne = drawTrouble(minutes, seed);
  const place = (target: Target | null) => {
    const nth = target === null || OWN_SERVICES.has(target.service) ? 0 : whole(0, targets - 1);
    return { ...(target?.service === 'sqs' ? SEND : target), nth };
  };
  const unmanned = new Set<number>();
  for (let minute = QUIET_START + whole(0, 600); minute < minutes - QUIET_END; minute += whole(400, 1_600))
    for (let gone = whole(1, 9); gone > 0; gone--) unmanned.add(minute + gone);
  const denied: { nth: number; from: number; until: number }[] = [];
  for (let minute = QUIET_START + whole(0, 900); minute < minutes - QUIET_END; minute += whole(700, 2_000))
    denied.push({ nth: whole(1, Math.max(1, targets - 1)), from: minute, until: minute + whole(2, 40) });
  return {
    skipped: ofOne.skipped,
    unmanned,
    runFaults: ofOne.runFaults.map((fault) => ({ ...fault, ...place(fault) })),
    armedFaults: ofOne.armedFaults.map((fault) => ({ ...fault, ...place(fault) })),
    crashes: ofOne.crashes.map((crash) => {
      const { nth, ...target } = place(crash.target);
      return { ...crash, nth, target: crash.target && { ...crash.target, ...target } };
    }),
    repeats: ofOne.repeats,
    denied: denied.filter(({ nth }) => nth < targets),
  };
}
