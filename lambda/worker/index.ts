import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { createAssumeRole, createStsClient } from '../../aws/assumed-role';
import { createClients } from '../../aws/clients';
import { readConfig } from '../config';
import { readFleetConfig } from '../fleet/fleet-config';
import { readJob } from '../fleet/job';
import { fleetPartition } from '../fleet/partitions';
import type { RunContext } from '../poller/run';
import { lookAt } from './look';
import { createWatches } from './watches';

const config = readConfig(process.env);
const fleet = readFleetConfig(process.env);
const counter = new Map<string, number>();
const clients = createClients(config.region, counter);
const assumeRole = createAssumeRole(createStsClient(config.region, counter), fleet);
const watchOf = createWatches({ config, fleet, clients, assumeRole });
const logger = new Logger();
const records = fleetPartition({ client: clients.dynamoDb, tableName: config.tableName }, 'targets');

/**
 * Looks at the targets of a batch, side by side: one that hangs holds up no other. A message comes again only where what came
 * of it could not be noted, or where it is none; the next tick looks at the target anyway.
 */
export async function handler({ Records }: SQSEvent, context: RunContext = {}): Promise<SQSBatchResponse> {
  const looked = await Promise.allSettled(
    Records.map(async ({ body }) => lookAt(readJob(body), { watchOf, assumeRole, records, logger }, context)),
  );
  const batchItemFailures = looked.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [];
    logger.error('the message is left to be tried again', outcome.reason as Error);
    return [{ itemIdentifier: Records[index]?.messageId ?? '' }];
  });
  return { batchItemFailures };
}
