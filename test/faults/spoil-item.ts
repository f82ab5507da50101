import { type AttributeValue, type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { DeployedWatchdog } from '../lambda/deployed';
import { at, play, TICKS } from './scenario';
import type { StoredItemRow } from './stored-item-rows';

type Item = Record<string, AttributeValue>;

/** The run that opens the alert, and one while it is open. */
const CALM_AT = '12:06';
const ALERTING_AT = '12:08';

/** A watchdog and the table it keeps its items in. */
export interface Stage {
  readonly watchdog: DeployedWatchdog;
  readonly client: DynamoDBClient;
}

/** All that the table has. */
export async function allItems(client: DynamoDBClient): Promise<Item[]> {
  return (await client.send(new ScanCommand({ TableName: 'watchdog' }))).Items ?? [];
}

/** The item whose sort key begins so. */
export async function findItem(client: DynamoDBClient, key: string): Promise<Item> {
  const items = await allItems(client);
  const found = items.find(({ pk, sk }) => pk?.S === 'us-east-1' && sk?.S?.startsWith(key));
  if (!found) throw new Error(`no item ${key} among ${items.map(({ sk }) => sk?.S).join(', ')}`);
  return found;
}

/** Plays the scenario; before the run of 12:06, or of 12:08, the process ends and the item is spoilt. */
export async function playSpoilt({ watchdog, client }: Stage, { item, spoil, isAlerting = false }: StoredItemRow) {
  const time = isAlerting ? ALERTING_AT : CALM_AT;
  const killAt = TICKS.indexOf(time);
  await play(watchdog, TICKS.slice(0, killAt));
  const spoilt = spoil(await findItem(client, item));
  await client.send(new PutItemCommand({ TableName: 'watchdog', Item: spoilt }));
  watchdog.crash();
  const hit = await watchdog.tick(at(time));
  watchdog.crash();
  const runs = await play(watchdog, TICKS.slice(killAt + 1));
  return { spoilt, hit, runs: [...runs.values()] };
}
