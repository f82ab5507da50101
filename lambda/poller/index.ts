import { Logger } from '@aws-lambda-powertools/logger';
import { createClients } from '../../aws/clients';
import { readConfig } from '../config';
import { conclude } from './conclude';
import { type RunContext, runOnce } from './run';
import { speakDirectly } from './speak-directly';
import { createWatch } from './watch';

const config = readConfig(process.env);
const counter = new Map<string, number>();
const clients = createClients(config.region, counter);
const watch = createWatch({ config, clients, counter, hasOwnMetrics: true, partition: config.region });
const logger = new Logger();
const voice = speakDirectly(clients, config, logger);

/**
 * One tick of the watchdog: gather → judge → remember → deliver. What is known is always published first; then a run in
 * which something failed fails, so that the Failed alarm sees it.
 */
export async function handler(event: unknown, context: RunContext = {}): Promise<{ calls: Record<string, number> }> {
  const { blindSpots } = await runOnce(watch, { voice, logger }, event, context);
  conclude(blindSpots, logger);
  return { calls: Object.fromEntries(counter) };
}
