import type { AssumeRole } from '../../aws/assumed-role';
import type { AwsClients } from '../../aws/clients';
import { closeTargetClients, createTargetClients, type TargetClients } from '../../aws/target-clients';
import { type Target, targetKeyOf } from '../../lib/core/targets';
import type { PollerConfig } from '../config';
import type { FleetConfig } from '../fleet/fleet-config';
import { fleetPartition, partitionOf } from '../fleet/partitions';
import type { Voice } from '../poller/voice';
import { createWatch, type Watch } from '../poller/watch';
import { handOverToDispatcher } from './hand-over';

/**
 * Targets that a worker keeps clients, minutes and catalog of; of more, the one that was looked at longest ago goes. A target
 * in full traffic takes about 3 MB, and the worker has 256.
 */
const MOST_WATCHES = 24;

/** A target as this process knows it. */
export interface TargetWatch {
  readonly watch: Watch;
  readonly voice: Voice;
}

interface Kept extends TargetWatch {
  readonly clients: TargetClients;
}

/** What the watches of a worker are made of. */
export interface WatchesParts {
  readonly config: PollerConfig;
  readonly fleet: FleetConfig;
  /** Of the watchdog's own account and Region. */
  readonly clients: AwsClients;
  readonly assumeRole: AssumeRole;
}

/** What is of the watchdog's own account and Region alone: refused calls come to a queue there, applications read limits there. */
function configOf(config: PollerConfig, { accountId, region }: Target, { home }: FleetConfig): PollerConfig {
  if (accountId === home.accountId && region === home.region) return config;
  return { ...config, region, refusalQueueUrl: null, limitsParameter: null };
}

/** The targets that a process knows, each made when it is first asked for. */
export function createWatches({ config, fleet, clients, assumeRole }: WatchesParts): (target: Target) => TargetWatch {
  const kept = new Map<string, Kept>();
  const make = (target: Target): Kept => {
    const { accountId, region, roleArn } = target;
    const counter = new Map<string, number>();
    const credentials = roleArn === null ? null : () => assumeRole(roleArn);
    const linkedAccountId = fleet.isMonitoringAccount && roleArn !== null ? accountId : undefined;
    const reading = createTargetClients({ region, credentials, linkedAccountId }, counter);
    const watch = createWatch({
      config: configOf(config, target, fleet),
      clients: { ...clients, ...reading },
      counter,
      partition: partitionOf(target, fleet.home),
      hasOwnMetrics: false,
    });
    const table = fleetPartition({ client: watch.table.client, tableName: config.tableName }, 'news');
    return { watch, voice: handOverToDispatcher(target, table), clients: reading };
  };
  return (target) => {
    // By the role as well: one that changed is another connection.
    const key = `${targetKeyOf(target)} ${target.roleArn ?? ''}`;
    const one = kept.get(key) ?? make(target);
    kept.delete(key);
    kept.set(key, one);
    const [oldest] = kept;
    if (kept.size > MOST_WATCHES && oldest) {
      kept.delete(oldest[0]);
      closeTargetClients(oldest[1].clients);
    }
    return one;
  };
}
