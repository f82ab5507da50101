/** Ways in which a call can go wrong; `throttleStream` and `shortStream` have a stream of events throttled, or ended for want of capacity, midway, and leave other replies alone. */
export type FaultKind =
  | 'throttle'
  | 'serverError'
  | 'accessDenied'
  /** What was sent is refused, and will be again. */
  | 'invalid'
  /** The key of the topic is disabled. */
  | 'keyDisabled'
  /** Topic or bus are deleted. */
  | 'gone'
  | 'hang'
  /** A call's first try is never answered, its others are. */
  | 'hangFirstTry'
  | 'slow'
  | 'cutBody'
  | 'junk'
  | 'throttleStream'
  | 'shortStream'
  | 'emptyPageWithToken'
  /** Empty pages, each with a token of its own. */
  | 'endlessPages';

/** A fault that is switched on. */
export interface Fault {
  /** `servicequotas`, `cloudwatch`, `bedrock`, `bedrock-runtime`, `sns`, `events`, `ssm`, `sqs`, `sts`, `dynamodb`; all when left out. */
  readonly service?: string;
  /**
   * `ListMetrics` and the like; all when left out. `PutEventsEntry`, `SendMessageBatchEntry` and
   * `DeleteMessageBatchEntry` stand for each entry of such a call, which takes the faults that are errors of the service.
   */
  readonly operation?: string;
  readonly kind: FaultKind;
  /** How many calls it hits; without end when left out. */
  readonly times?: number;
  /** How many matching calls pass before it hits. @default 0 */
  readonly skip?: number;
  /** What `slow` adds to an answer, which is as usual. @default 400 */
  readonly slowMs?: number;
}

/** The faults of an account. */
export interface FaultBoard {
  add(fault: Fault): void;
  /** Switches off the fault that was added as this very object. */
  remove(fault: Fault): void;
  clear(): void;
  /** The fault that hits this call, counted as used; `null` when none does. */
  take(service: string, operation: string): Fault | null;
}

/** An empty board. */
export function createFaultBoard(): FaultBoard {
  let active: { fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) => {
      active.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    remove: (fault) => {
      active = active.filter((entry) => entry.fault !== fault);
    },
    clear: () => {
      active = [];
    },
    take: (service, operation) => {
      for (const entry of active) {
        const { fault } = entry;
        if (fault.service !== undefined && fault.service !== service) continue;
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        if (entry.skip > 0) {
          entry.skip--;
          continue;
        }
        if (entry.left <= 0) continue;
        entry.left--;
        return fault;
      }
      return null;
    },
  };
}
