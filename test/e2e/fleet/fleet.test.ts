import { CreateTopicCommand } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { STACK_NAME } from '../../../lib/contract';
import { ROWS } from '../../lambda/deployed';
import { runCdk } from '../cdk';
import { type Engine, installEngine, provideNode24, startMinistack, waitFor } from '../engines';
import { type QueueReceiver, subscribeQueue } from '../receivers';
import { clientsOf, deployReader, outputsOf, spendIn } from './accounts';
import { type Front, startFront } from './front';
import { FAILING, HOME, OWNED, OWNER_TOPIC, READ, REFUSING, REGIONS } from './places';

/** What each account spends of its 1,000,000 tokens a minute, in percent; no two targets the same. */
const PERCENT: Readonly<Record<string, number>> = Object.fromEntries(
  [HOME, ...READ].flatMap((accountId, account) =>
    REGIONS.filter((region) => region !== FAILING).map((region, index) => [
      `${accountId} ${region}`,
      81 + 2 * account + index,
    ]),
  ),
);

/** Targets that cannot be read: by their role, or for their Region. */
const UNREAD = [
  ...REGIONS.map((region) => ({ accountId: REFUSING, region })),
  ...[HOME, ...READ].map((accountId) => ({ accountId, region: FAILING })),
];

interface SaidFinding {
  readonly event: string;
  readonly accountId?: string;
  readonly region?: string;
  readonly finding: { readonly id: string; readonly kind: string; readonly utilizationPercent: number | null };
}

let engine: Engine;
let front: Front;
let alerts: QueueReceiver;
let owner: QueueReceiver;
let outputs: Record<string, string>;

function findingsOf({ messages }: QueueReceiver): SaidFinding[] {
  return messages.flatMap(({ body }) =>
    body.startsWith('{') ? ((JSON.parse(body) as { findings?: SaidFinding[] }).findings ?? []) : [],
  );
}

/** Percent by `account region` of the alerts that were opened. */
function openedIn(receiver: QueueReceiver): Record<string, number | null> {
  return Object.fromEntries(
    findingsOf(receiver)
      .filter(({ event, finding }) => event === 'opened' && finding.kind === 'utilization')
      .map(({ accountId, region, finding }) => [`${accountId} ${region}`, finding.utilizationPercent]),
  );
}

beforeAll(async () => {
  installEngine();
  front = await startFront(ROWS);
  front.failing.add(FAILING);
  const environment = {
    // Roles, trust and policies are evaluated; its root is whom the command line of CDK calls as.
    AUTH: 'true',
    AWS_ACCESS_KEY_ID: 'e2e',
    AWS_SECRET_ACCESS_KEY: 'e2e',
    AWS_ENDPOINT_URL: front.url,
    AWS_DISABLE_REQUEST_COMPRESSION: 'true',
  };
  engine = await startMinistack(environment, provideNode24());
  front.lead(engine.url);
  await runCdk(['bootstrap', `aws://${HOME}/${REGIONS[0]}`], front.url);
  const home = clientsOf(front.url, HOME);
  const { TopicArn: ownerTopicArn = '' } = await home.sns.send(new CreateTopicCommand({ Name: OWNER_TOPIC }));
  owner = await subscribeQueue(home, 'owner', ownerTopicArn);
  for (const [place, percent] of Object.entries(PERCENT)) {
    const [accountId = '', region = ''] = place.split(' ');
    await spendIn(front.url, accountId, region, percent * 10_000);
  }
  await runCdk(['deploy', '--app', 'npx tsx test/e2e/fleet/app.ts', '--require-approval', 'never'], front.url);
  outputs = await outputsOf(home, STACK_NAME);
  const { ReaderRoleName = '', ReaderTrustedRoleArns = '', ReaderExternalId = '', AlertTopicArn = '' } = outputs;
  const parameters = {
    RoleName: ReaderRoleName,
    TrustedRoleArns: ReaderTrustedRoleArns,
    ExternalId: ReaderExternalId,
  };
  // The engine knows no StackSets: the template is deployed as into accounts that none reaches.
  for (const accountId of READ) await deployReader(front.url, accountId, parameters);
  await deployReader(front.url, REFUSING, { ...parameters, ExternalId: 'of-somebody-else' });
  alerts = await subscribeQueue(home, 'alerts', AlertTopicArn);
}, 300_000);

afterAll(async () => {
  await engine?.stop();
  await front?.close();
});

it('three accounts in two Regions are told, each by its own numbers', async () => {
  await waitFor('the alerts of all that can be read', 280, async () => {
    await alerts.poll();
    return Object.keys(openedIn(alerts)).length >= Object.keys(PERCENT).length;
  });
  expect(openedIn(alerts)).toEqual(PERCENT);
});

it('the owner of an account hears of that account alone', async () => {
  await owner.poll();
  const own = Object.fromEntries(Object.entries(PERCENT).filter(([place]) => place.startsWith(OWNED)));
  expect(openedIn(owner)).toEqual(own);
});

/** Asks for the targets that cannot be read as later ticks do: the misses after which they are told need not be waited for. */
async function askAgain(minute: number): Promise<void> {
  const { ReaderRoleName = '', TargetQueueUrl = '' } = outputs;
  const time = new Date(minute * 60_000).toISOString();
  const Entries = UNREAD.map(({ accountId, region }, index) => {
    const roleArn = accountId === HOME ? null : `arn:aws:iam::${accountId}:role/${ReaderRoleName}`;
    return { Id: `${index}`, MessageBody: JSON.stringify({ time, target: { accountId, region, roleArn } }) };
  });
  await clientsOf(front.url, HOME).sqs.send(new SendMessageBatchCommand({ QueueUrl: TargetQueueUrl, Entries }));
}

it('an account whose role refuses, and a Region that does not answer, are told once each, and cost themselves alone', async () => {
  let asked = 0;
  let last = 0;
  const told = await waitFor('word of both', 1_080, async () => {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute > last && asked < 4) {
      await askAgain(minute);
      [last, asked] = [minute, asked + 1];
    }
    await alerts.poll();
    const coverage = findingsOf(alerts).filter(({ finding }) => finding.kind === 'coverage');
    return coverage.length >= 2 && coverage;
  });
  expect(told.map(({ event, finding }) => `${event} ${finding.id}`).sort()).toEqual([
    'opened coverage/fleet:unread/other',
    'opened coverage/fleet:unread/role',
  ]);
  const bodies = alerts.messages.map(({ body }) => body).join();
  expect(bodies).toContain(`sts:AssumeRole failed`);
  for (const { accountId, region } of UNREAD) expect(bodies).toContain(`${accountId}, ${region}`);
  expect(openedIn(alerts)).toEqual(PERCENT);
}, 1_200_000);

it('the engine let each role read its own account, and nobody another', () => {
  const readers = new Set([...front.calls.keys()].filter((name) => name.endsWith(' monitoring')));
  for (const place of Object.keys(PERCENT)) expect(readers).toContain(`${place} monitoring`);
  expect([...front.calls.keys()].filter((name) => name.startsWith(REFUSING))).toEqual([]);
});
