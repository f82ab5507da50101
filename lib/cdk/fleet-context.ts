import type { Node } from 'constructs';
import { readList, readNumber, readSwitch } from './context-values';
import type { WatchedOrganization } from './fleet/fleet';
import type { WatchdogStackProps } from './watchdog-stack';

/** Stands for every account of the organisation. */
const ALL = 'all';

/** @throws Error for what goes with an organization only. */
function refuseAlone(key: string, got: unknown): never {
  throw new Error(`context ${key} is ${JSON.stringify(got)}; it goes with organization only`);
}

function readOrganization(node: Node): WatchedOrganization | undefined {
  const parents = readList(node, 'organization');
  const exclude = readList(node, 'organizationExclude');
  const rootId = readList(node, 'organizationRootId')?.join(',');
  const delegatedAdministrator = readSwitch(node, 'delegatedAdministrator');
  if (!parents) {
    if (exclude) refuseAlone('organizationExclude', exclude.join(','));
    if (rootId) refuseAlone('organizationRootId', rootId);
    if (delegatedAdministrator) refuseAlone('delegatedAdministrator', 'true');
    return undefined;
  }
  const isAll = parents.length === 1 && parents[0] === ALL;
  return {
    ...(isAll ? { all: true } : { organizationalUnits: parents }),
    ...(rootId ? { rootId } : {}),
    ...(exclude ? { exclude } : {}),
    ...(delegatedAdministrator ? { delegatedAdministrator } : {}),
  };
}

/**
 * The accounts and Regions in the context: the comma lists `regions`, `accounts`, `organization` (units, a root, or `all`),
 * `organizationExclude` and `operators`, `organizationRootId`, the switches `delegatedAdministrator`, `metricsPerRegion` and `monitoringAccount`, and `maxConcurrency`.
 * @throws Error for what goes with an organization and has none.
 */
export function readFleetContext(node: Node): WatchdogStackProps {
  const regions = readList(node, 'regions');
  const accounts = readList(node, 'accounts');
  const operators = readList(node, 'operators');
  const organization = readOrganization(node);
  const maxConcurrency = readNumber(node, 'maxConcurrency', 'a whole number of workers such as 8 is needed');
  return {
    ...(regions ? { regions } : {}),
    ...(accounts ? { accounts } : {}),
    ...(organization ? { organization } : {}),
    ...(operators ? { operators } : {}),
    ...(readSwitch(node, 'metricsPerRegion') ? { metricsPerRegion: true } : {}),
    ...(readSwitch(node, 'monitoringAccount') ? { monitoringAccount: true } : {}),
    ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
  };
}
