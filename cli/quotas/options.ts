import type { FleetOptions } from '../fleet/options';
import type { GlobalOptions } from '../terminal/options';
import type { QuotaFilters } from './document';

/** Options of `quotas`. */
export type QuotasOptions = GlobalOptions &
  FleetOptions &
  QuotaFilters & {
    /** File of overrides. */
    readonly overrides?: string;
  };
