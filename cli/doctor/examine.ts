import { createClients } from '../../aws/clients';
import { createCloudTrailClient, tryLookup } from '../../aws/cloudtrail';
import { readModelLifecycles } from '../../aws/model-lifecycle';
import { expectDay, monthlyAmounts, toBill } from '../../lib/core/answers/bill';
import {
  type AccountFacts,
  type Check,
  checkAccount,
  checkRecords,
  checkWatchdog,
  type ExpectedBill,
  toChecklist,
} from '../../lib/core/answers/checklist';
import { followRequests } from '../../lib/core/answers/increase';
import { isContextVariant } from '../../lib/core/quotas/model-id';
import { toIso } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { adviseOn } from '../region/advice';
import { closeClients } from '../region/connection';
import type { EvaluatedRegion } from '../region/evaluate-region';
import type { CliIo } from '../terminal/process-io';
import { createProgress } from '../terminal/progress';
import type { Diagnosis } from './document';
import type { DoctorOptions } from './options';
import { readAvailability } from './read-models';
import { readWatchdog } from './read-watchdog';

function checkCaller({ quotas, evaluation }: EvaluatedRegion): Check {
  const { accountId } = quotas;
  const { region } = evaluation;
  const id = 'credentials';
  return accountId === null
    ? { id, status: 'unknown', said: { kind: 'callerUnknown' }, command: null }
    : { id, status: 'ok', said: { kind: 'caller', accountId, region }, command: null };
}

/** What the watchdog would cost here; `null` where one is deployed, or the traffic is not known. */
function expectBill({ usage, quotas, evaluation }: EvaluatedRegion, { watchdog }: AccountFacts): ExpectedBill | null {
  if (watchdog.kind === 'deployed' || usage.fatal || quotas.fatal) return null;
  const { traffic, now: until } = evaluation;
  const day = expectDay({ series: usage.series, traffic, quotas: quotas.catalog.quotas, until });
  const { lines, full, afterFreeTier } = toBill(monthlyAmounts(day));
  return { afterFreeTier, beforeFreeTier: full, lines };
}

function adviseOnFailures({ connection }: EvaluatedRegion, { language }: DoctorOptions): string[] {
  const words = commandWordsOf(language);
  const all = connection.failures.flatMap(({ error }) => adviseOn(error, words) ?? []);
  return [...new Set(all)];
}

/** What only a doctor asks for, with clients of its own: those of the evaluation are closed. */
async function readMore(read: EvaluatedRegion, options: DoctorOptions, io: CliIo) {
  const { region, now } = read.evaluation;
  const words = commandWordsOf(options.language);
  const calls = new Map(read.connection.counter);
  const clients = createClients(region, calls);
  const cloudTrail = createCloudTrailClient(region, calls);
  try {
    const [lifecycles, trail, watchdog] = await Promise.all([
      readModelLifecycles(clients.bedrock),
      tryLookup(cloudTrail),
      readWatchdog({ stack: options.stack, region, clients, now, words }),
    ]);
    // Variants for provisioned throughput are never called by themselves.
    const modelIds = lifecycles.value.map(({ modelId }) => modelId).filter((modelId) => !isContextVariant(modelId));
    const progress = createProgress(io, words);
    const availability = await readAvailability(clients, modelIds, { progress, region });
    return { lifecycles, trail, watchdog, availability, made: new Set(calls.keys()) };
  } finally {
    closeClients(clients);
    cloudTrail.destroy();
  }
}

/** Examines a Region that was read, and what surrounds it. */
export async function examine(read: EvaluatedRegion, options: DoctorOptions, io: CliIo): Promise<Diagnosis> {
  const { quotas, usage, evaluation } = read;
  const { made, trail, ...more } = await readMore(read, options, io);
  const { quotas: rows, requests } = quotas.catalog;
  const facts: AccountFacts = {
    evaluation,
    quotas: rows,
    blindSpots: [...quotas.blindSpots, ...usage.blindSpots],
    requests: followRequests(requests?.requests ?? [], rows),
    ...more,
  };
  return {
    accountId: quotas.accountId,
    region: evaluation.region,
    examinedAt: toIso(evaluation.now),
    checks: [
      checkCaller(read),
      ...checkAccount(facts, made),
      checkRecords(trail),
      ...checkWatchdog(facts.watchdog, evaluation.now),
    ],
    advice: adviseOnFailures(read, options),
    checklist: toChecklist(facts),
    bill: expectBill(read, facts),
  };
}
