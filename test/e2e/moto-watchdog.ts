import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { ENVIRONMENT } from '../../lib/contract';
import { at, linesOfBody, prepareTraffic } from '../faults/scenario';
import { type DeployedWatchdog, deploy, RULES, setRules } from '../lambda/deployed';
import { type SecondProcess, startSecondProcess } from '../lambda/poller/second-process';
import type { Engine } from './engines';
import { type QueuedMessage, subscribeQueue } from './receivers';

/** The poller with quotas and metrics of the local account, and table, topics and queues of moto. */
export interface MotoWatchdog {
  readonly watchdog: DeployedWatchdog;
  readonly dynamoDb: DynamoDBClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly topicArn: string;
  /** What came to a queue that is subscribed to the topic. */
  received(): Promise<readonly QueuedMessage[]>;
  /** The same, one line an event. */
  said(): Promise<string[]>;
  /** A process more of the same function. */
  startOther(): Promise<SecondProcess>;
  close(): Promise<void>;
}

const TABLE = 'watchdog';
const KEY = [
  { name: 'pk', type: 'HASH' },
  { name: 'sk', type: 'RANGE' },
] as const;

/** Subscribes a queue of some name to a topic. @returns all that came to it, whenever it is asked. */
export async function receiveFrom(
  clients: { readonly sqs: SQSClient; readonly sns: SNSClient },
  name: string,
  topicArn: string,
): Promise<() => Promise<readonly QueuedMessage[]>> {
  const queue = await subscribeQueue(clients, name, topicArn);
  return async () => {
    for (let before = -1; before < queue.messages.length; ) {
      before = queue.messages.length;
      await queue.poll();
    }
    return queue.messages;
  };
}

/** Starts it on an engine that holds nothing of an earlier one. */
export async function startOnMoto(moto: Engine, environment: Record<string, string> = {}): Promise<MotoWatchdog> {
  await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = { endpoint: moto.url, region: 'us-east-1', credentials };
  const [dynamoDb, sns, sqs] = [new DynamoDBClient(config), new SNSClient(config), new SQSClient(config)];
  await dynamoDb.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: KEY.map(({ name }) => ({ AttributeName: name, AttributeType: 'S' })),
      KeySchema: KEY.map(({ name, type }) => ({ AttributeName: name, KeyType: type })),
    }),
  );
  const { TopicArn: topicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'alerts' }));
  const received = await receiveFrom({ sqs, sns }, 'subscriber', topicArn);
  const ofMoto = {
    AWS_ENDPOINT_URL_DYNAMODB: moto.url,
    AWS_ENDPOINT_URL_SNS: moto.url,
    AWS_ENDPOINT_URL_SQS: moto.url,
    [ENVIRONMENT.topicArn]: topicArn,
    ...RULES,
    ...environment,
  };
  const watchdog = await deploy({ now: new Date(at('11:00')) }, ofMoto);
  setRules(watchdog, { thresholds: [{ match: { quotaCode: 'L-4A6BFAB1' }, warningPercent: 86 }] });
  prepareTraffic(watchdog.account);
  const others: SecondProcess[] = [];
  return {
    watchdog,
    dynamoDb,
    sns,
    sqs,
    topicArn,
    received,
    said: async () => (await received()).flatMap(({ body }) => linesOfBody(body)),
    startOther: async () => {
      const other = await startSecondProcess(watchdog, ofMoto);
      others.push(other);
      return other;
    },
    close: async () => {
      for (const other of others) await other.close();
      await watchdog.close();
      for (const client of [dynamoDb, sns, sqs]) client.destroy();
    },
  };
}
