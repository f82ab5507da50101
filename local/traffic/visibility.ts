import { hash } from './hash';

/** Milliseconds since 1970 from which the values of a call that ended in this second of a ModelId's minute show. */
export type Visibility = (modelId: string, minute: number, second: number) => number;

/** How late values show. */
export interface VisibilityOptions {
  /** The same seed makes the same values late in every run. @default 1 */
  readonly seed?: number;
  /** Seconds more, by ModelId and minute: 0 to 900. @default 0 */
  readonly extraSeconds?: (modelId: string, minute: number) => number;
}

const LATEST_EXTRA_SECONDS = 15 * 60;
const MINUTE_MS = 60_000;

/** One minute in so many shows in two steps. */
const SPLIT_MINUTES = 8;
/** Of a minute that shows in two steps, the calls that ended from this second on show later. */
const SPLIT_SECOND = 40;

/**
 * Values show 60 to 120 seconds after their minute ended. Of one minute in eight the last 20 seconds show a minute after
 * the rest, so that a reader who takes the first value for the last one is wrong.
 * @throws RangeError when `extraSeconds` gives more than 15 minutes.
 */
export function createVisibility({ seed = 1, extraSeconds = () => 0 }: VisibilityOptions = {}): Visibility {
  return (modelId, minute, second) => {
    const random = hash(`${seed} ${modelId} ${minute}`);
    const extra = extraSeconds(modelId, minute);
    if (!(extra >= 0 && extra <= LATEST_EXTRA_SECONDS)) {
      throw new RangeError(`values can be 0 to ${LATEST_EXTRA_SECONDS} seconds later than usual, not ${extra}`);
    }
    const isSecondStep = second >= SPLIT_SECOND && Math.floor(random / 60) % SPLIT_MINUTES === 0;
    return (minute + 2) * MINUTE_MS + ((random % 60) + extra + (isSecondStep ? 60 : 0)) * 1000;
  };
}
