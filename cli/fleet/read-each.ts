import { createAssumeRole, createStsClient } from '../../aws/assumed-role';
import { statementOf } from '../../aws/aws-error';
import { boundBy } from '../../aws/bound';
import { createTargetClients } from '../../aws/target-clients';
import type { UnseenTarget } from '../../lib/core/answers/overview';
import type { Place } from '../../lib/core/vocabulary/place';
import { closeClients, guardClients, type ReadingConnection } from '../region/connection';
import type { KnownFleet } from './find-fleet';

/** Targets that are read at once: each takes some megabytes, and its calls are its own account's. */
const AT_ONCE = 8;

/** One call of STS with its retries. */
const ASSUME_MS = 25_000;

interface Read<T> {
  readonly place: Place;
  readonly read: T;
}

/** Targets in their order: those that were read, what of them could not be is in the reading, and those that were not at all. */
export interface ReadTargets<T> {
  readonly read: readonly Read<T>[];
  readonly unseen: readonly UnseenTarget[];
}

/** Reads all targets, some at a time, each by the role of its account: one that cannot be read costs itself alone. */
export async function readEach<T>(
  fleet: KnownFleet,
  read: (connection: ReadingConnection, place: Place) => Promise<T>,
  tellCount: (done: number, all: number) => void,
): Promise<ReadTargets<T>> {
  const sts = createStsClient(fleet.region, new Map());
  const assumeRole = createAssumeRole(
    boundBy(sts, () => AbortSignal.timeout(ASSUME_MS), 'noAnswer'),
    fleet,
  );
  const readOne = async (place: Place): Promise<Read<T> | UnseenTarget> => {
    const { accountId, region } = place;
    const roleArn = accountId === fleet.ownAccountId ? null : fleet.roleArnOf(accountId);
    const counter = new Map<string, number>();
    try {
      // First of all: without a session each of its calls would fail alike.
      if (roleArn !== null) await assumeRole(roleArn);
      const credentials = roleArn === null ? null : () => assumeRole(roleArn);
      const connection = {
        region,
        accountId,
        counter,
        ...guardClients(createTargetClients({ region, credentials }, counter)),
      };
      try {
        return { place, read: await read(connection, place) };
      } finally {
        closeClients(connection.clients);
      }
    } catch (error) {
      return { place, why: statementOf(error) };
    }
  };
  const outcomes: (Read<T> | UnseenTarget)[] = [];
  let [next, done] = [0, 0];
  const readOn = async () => {
    for (let index = next++; index < fleet.targets.length; index = next++) {
      const place = fleet.targets[index];
      if (place) outcomes[index] = await readOne(place);
      tellCount(++done, fleet.targets.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
    return {
      read: outcomes.flatMap((one) => ('read' in one ? [one] : [])),
      unseen: outcomes.flatMap((one) => ('why' in one ? [one] : [])),
    };
  } finally {
    sts.destroy();
  }
}
