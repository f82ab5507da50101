import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { boundBy } from '../../aws/bound';
import { createClients } from '../../aws/clients';
import { createOrganizationsClient, listOrganizationAccounts, readAccountTags } from '../../aws/organizations';
import { DISPATCHER_TIMEOUT_SECONDS } from '../../lib/contract';
import { toMinute } from '../../lib/core/vocabulary/time';
import { readConfig } from '../config';
import { readFleetConfig } from '../fleet/fleet-config';
import { createBudget } from '../poller/budget';
import { conclude } from '../poller/conclude';
import type { RunContext } from '../poller/run';
import { readTick } from '../poller/tick';
import type { OrganizationReader } from './provide-accounts';
import { dispatchAndTell } from './tick';

const config = readConfig(process.env);
const fleet = readFleetConfig(process.env);
const counter = new Map<string, number>();
const clients = createClients(config.region, counter);
const organizations = createOrganizationsClient(config.region, counter);
const logger = new Logger();
let endSignal: AbortSignal | null = null;
const table = { client: boundBy(clients.dynamoDb, () => endSignal), tableName: config.tableName };

/**
 * One tick of a fleet: sends the targets that are due to the workers, and tells what these had to say since the last one, for
 * all targets as one. It fails where something failed, so that the Failed alarm sees it.
 */
export async function handler(event: unknown, context: RunContext = {}): Promise<{ calls: Record<string, number> }> {
  counter.clear();
  const machineTime = context.machineTime ?? Date.now();
  const { now, complaint } = readTick(event, machineTime);
  if (complaint) logger.warn(complaint);
  const lifetimeMs = context.getRemainingTimeInMillis?.() ?? DISPATCHER_TIMEOUT_SECONDS * 1000;
  const budget = createBudget(lifetimeMs);
  endSignal = budget.signals.all;
  const speaker = { id: randomUUID(), startedAt: machineTime, endsAt: machineTime + lifetimeMs };
  const bound = boundBy(organizations, () => budget.signals.reading);
  const organization: OrganizationReader = {
    list: (choice) => listOrganizationAccounts(bound, choice),
    tagsOf: (accountId) => readAccountTags(bound, accountId),
  };
  const blindSpots = await dispatchAndTell(
    { config, fleet, clients, table, organization, logger },
    { now, machineNow: toMinute(machineTime), budget, speaker },
  );
  conclude(blindSpots, logger);
  return { calls: Object.fromEntries(counter) };
}
