import type { CallCounter } from '../../aws/call-counter';
import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import type { DayProfile } from '../../lib/core/measure/day-profile';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import type { LedgerGroup } from '../../lib/core/refusals';
import type { AlertRules } from '../../lib/core/rules/rules';
import type { SeriesHistory } from '../../lib/core/traffic/history';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';
import type { StoredHour } from '../memory/histories';
import type { WatchdogState } from '../memory/state';
import type { WarmMemory } from '../memory/warm';
import type { ChangedHistory } from '../reading/read-usage';
import type { Budget } from './budget';

/** What a run needs of its surroundings. */
export interface PollSurroundings {
  readonly config: PollerConfig;
  readonly clients: AwsClients;
  readonly table: TablePartition;
  readonly counter: CallCounter;
  /** What this process knows from its last run. */
  readonly memory: WarmMemory;
  /** The time of this run. */
  readonly budget: Budget;
  /** The machine's clock, not the event's. */
  readonly machineNow: EpochMinute;
  /** Calls of this process that no saved state counts yet. */
  readonly uncounted: CallCounter;
}

/** What an evaluation is made of. */
export interface Material {
  readonly catalog: QuotaCatalog;
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  readonly changed: readonly ChangedHistory[];
  /** Stored hours that cannot be read, to be written over. */
  readonly broken: readonly StoredHour[];
  /** The days before; `null` when they could not be read. */
  readonly profile: DayProfile | null;
  readonly rules: AlertRules;
  /** What is wrong with the rules, or kept them from being read, at their last reading. */
  readonly ruleProblems: readonly BlindSpot[];
  /** Refused calls that CloudTrail recorded in the last hours. */
  readonly refusals: readonly LedgerGroup[];
  /** What is wrong with those that came, or keeps them waiting. */
  readonly refusalProblems: readonly BlindSpot[];
  /** Own calls since the last evaluation, but for those of this run. */
  readonly calls: ReadonlyMap<string, number>;
}

/** All that was gathered at a tick. */
export interface Gathered {
  readonly now: EpochMinute;
  readonly state: WatchdogState;
  /** Version of the state as it was loaded. */
  readonly version: number;
  /** Where this program keeps its own: a part of the table where a newer program's items are in it. */
  readonly table: TablePartition;
  /** `null` when there is nothing to evaluate. */
  readonly material: Material | null;
  /** What failed in this run. */
  readonly blindSpots: readonly BlindSpot[];
}
