import type { FleetOptions } from '../fleet/options';
import type { GlobalOptions } from '../terminal/options';

/** Options of `doctor`. */
export type DoctorOptions = GlobalOptions &
  FleetOptions & {
    /** Name of the watchdog's stack. */
    readonly stack: string;
    /** File of overrides. */
    readonly overrides?: string;
    /** File of burndown rates. */
    readonly burndown?: string;
  };
