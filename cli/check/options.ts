import type { FleetOptions } from '../fleet/options';
import type { EvaluationOptions } from '../region/evaluate-region';
import type { ReplayFiles } from '../replay/replay-quotas';

/** Options of `check`. */
export type CheckOptions = EvaluationOptions &
  ReplayFiles &
  FleetOptions & {
    readonly failOn: 'warning' | 'critical' | 'never';
    /** One line a finding. */
    readonly brief?: boolean;
    /** File to write the page to. */
    readonly html?: string;
    /** Seconds between two readings, of a check that is kept fresh. @default - once */
    readonly watch?: number;
  };
