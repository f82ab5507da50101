import type { Logger } from '@aws-lambda-powertools/logger';
import type { AssumeRole } from '../../aws/assumed-role';
import { statementOf } from '../../aws/aws-error';
import type { TablePartition } from '../../aws/dynamodb';
import { paceOf, paceOfMissed, type TargetRecord, toOpenAlerts } from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { type Statement, spellStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';
import { EN } from '../../lib/language/en';
import type { Job } from '../fleet/job';
import { loadRecord, saveRecord } from '../fleet/records';
import { type RunContext, type RunReport, runOnce } from '../poller/run';
import type { TargetWatch } from './watches';

/** What a look at a target needs. */
export interface Looking {
  readonly watchOf: (target: Job['target']) => TargetWatch;
  readonly assumeRole: AssumeRole;
  /** Where records of targets are kept. */
  readonly records: TablePartition;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Of a target that was seen. */
function toRecord({ target }: Job, { now, state, metrics }: RunReport, before: TargetRecord | null): TargetRecord {
  const temperatures = Object.values(state.series).map(({ temperature }) => temperature);
  return {
    target: { accountId: target.accountId, region: target.region },
    every: paceOf(temperatures),
    misses: 0,
    why: null,
    triedAt: now,
    evaluatedAt: metrics === null ? (before?.evaluatedAt ?? null) : now,
    metrics:
      metrics === null ? (before?.metrics ?? {}) : Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
    open: toOpenAlerts(state.alerts),
  };
}

/** Of a target that was not: what was known of it is unknown now. */
function toMiss({ target }: Job, now: EpochMinute, why: Statement, before: TargetRecord | null): TargetRecord {
  const misses = (before?.misses ?? 0) + 1;
  return {
    target: { accountId: target.accountId, region: target.region },
    every: paceOfMissed(misses),
    misses,
    why,
    triedAt: now,
    evaluatedAt: before?.evaluatedAt ?? null,
    metrics: {},
    ...(before?.open === undefined ? {} : { open: before.open }),
  };
}

/** What is said of a look, without its source: the dispatcher tells it of many targets. */
function toWhy({ source: _, ...why }: BlindSpot): Statement {
  return why;
}

async function tryToLook(job: Job, looking: Looking, context: RunContext): Promise<RunReport | Statement> {
  const { target, time } = job;
  const { assumeRole, logger, watchOf } = looking;
  try {
    // First of all: without a session each of its calls would fail alike.
    if (target.roleArn !== null) await assumeRole(target.roleArn);
    const { watch, voice } = watchOf(target);
    const report = await runOnce(watch, { voice, logger }, { time }, context);
    for (const { source, ...why } of report.blindSpots) logger.warn(spellStatement(why, EN), { target, source });
    const [first] = report.blindSpots;
    if (report.isBlind && first) return toWhy(first);
    return report;
  } catch (error) {
    return statementOf(error);
  }
}

/** After a miss the time without a look is one that was not planned. */
function paceOfLook(before: TargetRecord | null): Pick<RunContext, 'pace'> {
  return before === null || before.misses > 0 ? {} : { pace: before.every };
}

/**
 * Looks at one target, and notes what came of it. A target that cannot be read costs itself alone; a message that comes twice,
 * or after a later one, is no look. @throws StatementError when the record cannot be read or written.
 */
export async function lookAt(job: Job, looking: Looking, context: RunContext): Promise<void> {
  const now = toMinute(job.time);
  const before = await loadRecord(looking.records, job.target);
  if (before !== null && before.triedAt >= now) return;
  const outcome = await tryToLook(job, looking, {
    ...paceOfLook(before),
    // By its id even when nothing of it can be read: a rule may mute just that.
    account: { ...job.account, accountId: job.target.accountId },
    // What cannot be seen at all is told of all such targets as one.
    mustSee: true,
    ...context,
  });
  if ('now' in outcome) return saveRecord(looking.records, toRecord(job, outcome, before));
  looking.logger.error(spellStatement(outcome, EN), { target: job.target });
  return saveRecord(looking.records, toMiss(job, now, outcome, before));
}
