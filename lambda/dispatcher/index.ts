import { Logger } from '@aws-lambda-powertools/logger';
import { boundBy } from '../../aws/bound';
import { createClients } from '../../aws/clients';
import { createOrganizationsClient, listOrganizationAccounts, readAccountTags } from '../../aws/organizations';
import { DISPATCHER_TIMEOUT_SECONDS } from '../../lib/contract';
import { readConfig } from '../config';
import { readFleetConfig } from '../fleet/fleet-config';
import { openFleet } from '../fleet/partitions';
import { beginRun, type LambdaContext } from '../poller/begin';
import { conclude } from '../poller/conclude';
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
// Once for the life of the process: what is known of a partition is known by the object.
const partitions = openFleet(table);

/**
 * One tick of a fleet: sends the targets that are due to the workers, and tells what these had to say since the last one, for
 * all targets as one. It fails where something failed, so that the Failed alarm sees it.
 */
export async function handler(event: unknown, context: LambdaContext = {}): Promise<{ calls: Record<string, number> }> {
  counter.clear();
  const beginning = beginRun(event, context, { lifetimeSeconds: DISPATCHER_TIMEOUT_SECONDS, logger });
  const { signals } = beginning.budget;
  endSignal = signals.all;
  const bound = boundBy(organizations, () => signals.reading);
  const organization: OrganizationReader = {
    list: (choice) => listOrganizationAccounts(bound, choice),
    tagsOf: (accountId) => readAccountTags(bound, accountId),
  };
  const surroundings = { config, fleet, clients, table, partitions, organization, logger };
  const blindSpots = await dispatchAndTell(surroundings, beginning);
  conclude(blindSpots, logger);
  return { calls: Object.fromEntries(counter) };
}
