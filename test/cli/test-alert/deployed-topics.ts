import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { ServiceError } from '../../../local/wire/service-error';
import { NOW, replaceEnvironment } from '../captured-io';
import { type QueryStandIn, startQueryStandIn } from './query-stand-in';

export const TOPIC = 'arn:aws:sns:us-east-1:111122223333:alerts';
export const CHAT_TOPIC = 'arn:aws:sns:us-east-1:111122223333:chat';
export const DASHBOARD =
  'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/X';
export const RUNBOOK_PAGE = 'https://wiki.example.com/runbook';

/** Name of the table of the stack that has one. */
export const TABLE = 'watchdog';

const CREATED = '2026-10-01T00:00:00Z';

function toStack(name: string, outputs: Readonly<Record<string, string>>) {
  const Outputs = Object.entries(outputs).map(([key, value]) => ({ OutputKey: key, OutputValue: value }));
  return { StackName: name, CreationTime: CREATED, StackStatus: 'CREATE_COMPLETE', Outputs };
}

const STACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  odd: { AlertTopicArn: 'alerts' },
  BedrockQuotaWatchdog: {
    AlertTopicArn: TOPIC,
    ChatTopicArn: CHAT_TOPIC,
    DashboardUrl: DASHBOARD,
    Runbook: RUNBOOK_PAGE,
  },
  'mail-only': { AlertTopicArn: TOPIC },
  another: { BucketName: 'some-bucket' },
};

/** CloudFormation, which the local account does not have: some stacks, and one that is not let be read. */
function startStacks(): Promise<QueryStandIn> {
  return startQueryStandIn({
    DescribeStacks: (parameters) => {
      const name = parameters.get('StackName');
      if (name === 'forbidden') throw new ServiceError('AccessDenied', 'User is not authorized', 403);
      if (name === null) return { Stacks: Object.entries(STACKS).map(([one, outputs]) => toStack(one, outputs)) };
      const outputs = STACKS[name];
      if (!outputs) throw new ServiceError('ValidationError', `Stack with id ${name} does not exist`);
      return { Stacks: [toStack(name, outputs)] };
    },
    ListStackResources: (parameters) => {
      const of = { LogicalResourceId: 'Table', ResourceStatus: 'CREATE_COMPLETE', LastUpdatedTimestamp: CREATED };
      const table = { ...of, ResourceType: 'AWS::DynamoDB::GlobalTable', PhysicalResourceId: TABLE };
      return { StackResourceSummaries: parameters.get('StackName') === 'mail-only' ? [] : [table] };
    },
  });
}

/** Gives each test of a file an account with the topics of some stacks. @returns the account of the test under way. */
export function useDeployedTopics(): () => LocalAccount {
  let account: LocalAccount;
  let stacks: QueryStandIn;
  beforeAll(async () => {
    stacks = await startStacks();
  });
  afterAll(() => stacks.close());
  beforeEach(async () => {
    account = await startLocalAccount({ now: new Date(NOW), quotas: [] });
    for (const name of ['alerts', 'chat']) await account.createTopic(name);
    await account.createTable(TABLE);
    replaceEnvironment({ ...account.environment, AWS_ENDPOINT_URL_CLOUDFORMATION: stacks.url });
  });
  afterEach(() => account.close());
  return () => account;
}
