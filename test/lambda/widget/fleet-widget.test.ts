import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../../lib/contract';
import { type LambdaHost, startLambda } from '../../../local/deployed/lambda-host';
import { SONNET_ID, spend } from '../deployed';
import { type DeployedFleet, deployFleet, HOME, OTHER, ROOT, WHOLE_ORGANIZATION } from '../fleet/deployed-fleet';

const ARN = `arn:aws:lambda:us-east-1:${HOME}:function:widget`;
const bundles = join(__dirname, '../../../dist/lambda');

let deployed: DeployedFleet;
let host: LambdaHost;

beforeEach(async () => {
  deployed = await deployFleet({
    choice: WHOLE_ORGANIZATION,
    accounts: [
      { accountId: HOME, name: 'tools', parentId: ROOT },
      { accountId: OTHER, name: 'chat <prod>', parentId: ROOT },
    ],
  });
  const environment = { [ENVIRONMENT.tableName]: 'watchdog', [ENVIRONMENT.accountId]: HOME };
  const code = { codeDirectory: join(bundles, 'widget'), handler: 'index.handler', environment };
  host = startLambda(code, deployed.fleet.environment, createWriteStream('/dev/null'));
});
afterEach(async () => {
  host.kill();
  await deployed.close();
});

async function draw(event: unknown = {}, moment: object = { functionArn: ARN }): Promise<string> {
  const machineTime = deployed.fleet.home.clock.now().getTime();
  const run = await host.invoke(event, { machineTime, ...moment });
  return run.kind === 'returned' ? String(run.value) : `failed: ${run.message}`;
}

/** The targets in the order of their rows. */
function rowsOf(widget: string): (string | undefined)[] {
  return [...widget.matchAll(/data-target="([^"]+)"/g)].map(([, target]) => target);
}

it('says so before the first tick, then shows every account and Region, the worst first, each leading to its own', async () => {
  expect(await draw()).toContain('No data yet');
  const west = await deployed.at(OTHER, 'us-west-2');
  spend(west, '2026-10-14T12:00:00Z', 500_000);
  spend(west, '2026-10-14T12:03:00Z', 990_000);
  await deployed.ticks('2026-10-14T12:01:00Z', '2026-10-14T12:08:00Z');
  const widget = await draw();
  expect(rowsOf(widget)).toEqual([
    `${OTHER} us-west-2`,
    `${OTHER} us-east-1`,
    `${HOME} us-east-1`,
    `${HOME} us-west-2`,
  ]);
  expect(widget).toContain(`chat &lt;prod&gt; (${OTHER})`);
  expect(widget.replace(/<[^>]+>/g, '')).toMatch(/Claude Sonnet 4\.5 V1, cross-Region.*99%/);
  const calls = [...widget.matchAll(/<cwdb-action action="call" display="widget" endpoint="([^"]+)">([^<]+)</g)];
  expect(calls).toHaveLength(4);
  expect(calls[0]?.[1]).toBe(ARN);
  const event = JSON.parse((calls[0]?.[2] ?? '').replaceAll('&quot;', '"'));
  const target = await draw(event);
  expect(target).toContain(`chat &lt;prod&gt; (${OTHER}), us-west-2`);
  expect(target).toContain('990,000 of 1,000,000 tokens');
  expect(target).toContain('All accounts and Regions');
  const calm = await draw({ target: { accountId: HOME, region: 'us-west-2' } });
  expect(calm).not.toContain('990,000');
  expect(calm).toContain(`tools (${HOME}), us-west-2`);

  deployed.denied.add(OTHER);
  // A session lasts for an hour: it is the next process that is denied.
  deployed.crash();
  await deployed.ticks('2026-10-14T12:08:00Z', '2026-10-14T12:40:00Z');
  const blind = await draw();
  expect(blind).toMatch(new RegExp(`data-target="${OTHER} us-west-2".*Not seen:.*sts:AssumeRole`));
  expect(blind).not.toContain(SONNET_ID);
});

it.each([
  [{ target: { accountId: HOME, region: 'eu-west-1' } }, 'Nothing is known of tools'],
  [{ target: { accountId: '<b>', region: 'us-east-1' } }, 'Accounts and Regions, worst first'],
  [{ target: 'news' }, 'Accounts and Regions, worst first'],
])('the event %j shows what there is', async (event, said) => {
  await deployed.tick('2026-10-14T12:01:00Z');
  expect(await draw(event)).toContain(said);
});

it('calls nothing where it does not know its own name', async () => {
  await deployed.tick('2026-10-14T12:01:00Z');
  expect(await draw({}, {})).not.toContain('<cwdb-action');
});
