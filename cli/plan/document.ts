import type { SCHEMA_VERSION } from '../../lib/contract';
import type { WorkloadPlan } from '../../lib/core/answers/plan';

/** The document of `plan --json`. */
export interface PlanDocument extends WorkloadPlan {
  readonly schemaVersion: typeof SCHEMA_VERSION;
}

/** A plan of one Region. */
export interface PlannedRegion {
  readonly region: string;
  readonly document: PlanDocument;
  /** The same workload with a `max_tokens` near its answers. */
  readonly lower: WorkloadPlan;
}
