import type { CheckDocument } from '../../../lib/core/vocabulary/check-document';
import { spend } from '../../lambda/deployed';
import { type DeployedFleet, HOME, OTHER } from '../../lambda/fleet/deployed-fleet';
import { type CapturedRun, linesOf, replaceEnvironment, runCli } from '../captured-io';
import { LOOKED_AT, STACK, watchOrganization } from './watched-organization';

let watched: DeployedFleet;
beforeAll(async () => {
  watched = await watchOrganization();
  spend(await watched.at(OTHER, 'us-west-2'), '2026-10-14T12:15:00Z', 990_000);
});
afterAll(() => watched.close());
beforeEach(() => replaceEnvironment(watched.fleet.environment));
afterEach(() => watched.denied.clear());

function run(args: string | readonly string[]): Promise<CapturedRun> {
  return runCli(args, { io: { now: () => Date.parse(LOOKED_AT) } });
}

/** The rows of a table in an output: its columns apart by two spaces and more. */
function rowsOf(out: string, begin: RegExp): string[][] {
  return linesOf(out)
    .filter((line) => begin.test(line))
    .map((line) => line.split(/ {2,}/));
}

describe('check --all', () => {
  it('lists every account and Region, the worst first', async () => {
    const { out, error, exitCode } = await run('check --all');
    expect({ error, exitCode }).toEqual({ error: '', exitCode: 1 });
    expect(linesOf(out)[0]).toBe('4 targets in 2 accounts, 2026-10-14 12:20 UTC: 1 critical, 3 ok.');
    const rows = rowsOf(out, /^(?:critical|ok) /);
    expect(rows.map(([severity, account, region]) => [severity, account, region])).toEqual([
      ['critical', `chat prod (${OTHER})`, 'us-west-2'],
      ['ok', `chat prod (${OTHER})`, 'us-east-1'],
      ['ok', `tools (${HOME})`, 'us-east-1'],
      ['ok', `tools (${HOME})`, 'us-west-2'],
    ]);
    expect(rows[0]?.at(-1)).toBe('99% 12:15');
  });

  it('is read of each account with its own role: numbers of one stand in no other', async () => {
    const { out } = await run('check --all --json');
    const { schemaVersion, targets, unread } = JSON.parse(out);
    expect({ schemaVersion, unread }).toEqual({ schemaVersion: 1, unread: [] });
    const found = (targets as (CheckDocument & { accountName: string })[])
      .filter(({ findings }) => findings.length > 0)
      .map(({ accountId, accountName, region, findings }) => [accountId, accountName, region, findings[0]?.severity]);
    expect(found).toEqual([[OTHER, 'chat prod', 'us-west-2', 'critical']]);
    expect(targets).toHaveLength(4);
  });

  it.each(['prod us-west', `${OTHER} WEST`, 'us-west-2 chat'])(
    'shows the one that --only "%s" leaves in full',
    async (only) => {
      const { out, exitCode } = await run(['check', '--only', only]);
      expect(exitCode).toBe(1);
      expect(linesOf(out)[0]).toBe(`us-west-2, account ${OTHER}, 2026-10-14 12:20 UTC: 1 critical, 1 ok.`);
      expect(out).toContain('Coverage: traffic of 1 model id');
    },
  );

  it('tells once why accounts are not read, and reads the others', async () => {
    watched.denied.add(OTHER);
    const { out, exitCode } = await run('check --all');
    expect(exitCode).toBe(3);
    expect(linesOf(out)[0]).toBe('4 targets in 2 accounts, 2026-10-14 12:20 UTC: 2 ok, 2 not read.');
    expect(out.match(/the reader role is missing/g)).toHaveLength(1);
    expect(out.replace(/\s+/g, ' ')).toContain(`chat prod (${OTHER}), us-east-1; chat prod (${OTHER}), us-west-2`);
    const { targets, unread } = JSON.parse((await run('check --all --json')).out);
    expect(targets.map(({ accountId }: CheckDocument) => accountId)).toEqual([HOME, HOME]);
    expect(unread).toEqual([
      expect.objectContaining({
        accountId: OTHER,
        accountName: 'chat prod',
        why: expect.stringContaining('sts:AssumeRole'),
      }),
      expect.objectContaining({ accountId: OTHER, region: 'us-west-2' }),
    ]);
  });

  it('says on a terminal how far it is', async () => {
    const { error } = await runCli('check --all --no-color', {
      isTerminal: true,
      io: { now: () => Date.parse(LOOKED_AT) },
    });
    expect(error).toMatch(/reading accounts and Regions … 1 of 4.*reading accounts and Regions … 4 of 4\n$/s);
  });

  it('fails by --fail-on as for one account', async () => {
    expect((await run('check --all --fail-on never')).exitCode).toBe(0);
    expect((await run('check --only tools')).exitCode).toBe(0);
  });

  it('writes a page on which each row leads to its quotas, further below', async () => {
    watched.denied.add(OTHER);
    const { files } = await run('check --all --html all.html');
    const page = files.get('all.html') ?? '';
    const targets = [...page.matchAll(/data-target="([^"]+)"/g)].map(([, target]) => target);
    expect(targets).toEqual([`${OTHER} us-east-1`, `${OTHER} us-west-2`, `${HOME} us-east-1`, `${HOME} us-west-2`]);
    expect(page.match(/Not seen:/g)).toHaveLength(2);
    const links = [...page.matchAll(/href="#(target-[^"]+)"/g)].map(([, id]) => id);
    expect(links).toEqual([`target-${HOME}-us-east-1`, `target-${HOME}-us-west-2`]);
    for (const id of links) expect(page).toContain(`<details id="${id}"`);
  });

  it('speaks Portuguese', async () => {
    const { out } = await run('check --all --language pt-BR');
    expect(linesOf(out)[0]).toMatch(/^4 alvos em 2 contas, .*: 1 crítico, 3 ok\.$/);
  });

  it.each([
    ['check --all --stack Other', 2, 'there is no stack "Other" in us-east-1'],
    ['check --all --region us-east-1 --region us-west-2', 2, 'several Regions are given'],
    ['check --all --only nowhere', 2, 'no account and Region has the words "nowhere"'],
    ['check --all --watch', 2, "option '--watch [seconds]' cannot be used with option '--all'"],
    ['check --all --replay day.jsonl', 2, "option '--replay <file>' cannot be used with option '--all'"],
  ])('%s is a wrong call', async (args, exitCode, said) => {
    const { error, ...ran } = await run(args);
    expect({ exitCode: ran.exitCode, out: ran.out }).toEqual({ exitCode, out: '' });
    expect(error).toContain(said);
  });

  it('finds a watchdog inside an app of your own, by its name', async () => {
    const { home } = watched.fleet;
    const outputs = Object.entries(home.stacks.get(STACK)?.outputs ?? {}).map(([key, value]) => [
      `Watchdog${key}0A1B2C3D`,
      value,
    ]);
    const RulesParameterName = '/bedrock-quota-watchdog/Chatbot-Watchdog/rules';
    home.stacks.set('Chatbot', {
      outputs: { ...Object.fromEntries(outputs), WatchdogRulesParameterName0A1B2C3D: RulesParameterName },
      resources: { WatchdogStateTable0A1B2C3D: { type: 'AWS::DynamoDB::GlobalTable', physicalId: 'watchdog' } },
    });
    const { out } = await run('check --all --stack Chatbot-Watchdog');
    home.stacks.delete('Chatbot');
    expect(linesOf(out)[0]).toMatch(/^4 targets in 2 accounts/);
  });

  it('says that a watchdog of one account has no more', async () => {
    const { home } = watched.fleet;
    home.stacks.set('Single', { outputs: { AlertTopicArn: 'x' }, resources: {} });
    const { error, exitCode } = await run('quotas --all --stack Single');
    expect(exitCode).toBe(2);
    expect(error).toContain('the stack "Single" in us-east-1 watches one account and Region alone');
  });

  it('says when nothing was looked at yet, and when the table cannot be read', async () => {
    const { home } = watched.fleet;
    const stack = home.stacks.get(STACK);
    await home.createTable('empty');
    const withTable = (physicalId: string) => ({
      outputs: stack?.outputs ?? {},
      resources: { Table: { type: 'AWS::DynamoDB::GlobalTable', physicalId } },
    });
    home.stacks.set('Fresh', withTable('empty'));
    home.stacks.set('Broken', withTable('missing'));
    const fresh = await run('doctor --all --stack Fresh');
    expect([fresh.exitCode, fresh.error]).toEqual([3, expect.stringContaining('has looked at nothing yet')]);
    const broken = await run('doctor --all --stack Broken');
    expect([broken.exitCode, broken.error]).toEqual([3, expect.stringContaining('dynamodb:')]);
  });
});

describe('quotas --all', () => {
  it('counts the quotas of every account and Region, those with most at zero first', async () => {
    const west = await watched.at(OTHER, 'us-west-2');
    west.quotas.set('L-F4DDD3EB', 0);
    const { out, exitCode } = await run('quotas --all');
    west.quotas.set('L-F4DDD3EB', 1_000_000);
    expect(exitCode).toBe(0);
    expect(linesOf(out)[0]).toBe('Inference quotas of 4 targets in 2 accounts.');
    const [first, ...others] = rowsOf(out, /us-(?:east|west)-\d /);
    expect(first?.slice(0, 2)).toEqual([`chat prod (${OTHER})`, 'us-west-2']);
    const zeros = (row: readonly string[] | undefined) => Number(row?.[3]);
    expect(zeros(first) - zeros(others[0])).toBe(1);
    expect(others).toHaveLength(3);
  });

  it('lists the rows of each where some are asked for', async () => {
    const { out } = await run('quotas L-F4DDD3EB --all');
    expect(out.match(/L-F4DDD3EB/g)).toHaveLength(4);
    expect((await run('quotas nonesuch --all')).out).toBe(
      'No quota of these accounts and Regions is one of those asked for.\n',
    );
  });

  it('is one document with --json', async () => {
    watched.denied.add(OTHER);
    const { out, exitCode } = await run('quotas --all --json');
    expect(exitCode).toBe(3);
    const { targets, unread } = JSON.parse(out);
    expect(targets.map(({ accountId, region }: CheckDocument) => [accountId, region])).toEqual([
      [HOME, 'us-east-1'],
      [HOME, 'us-west-2'],
    ]);
    expect(unread).toHaveLength(2);
  });
});

describe('doctor --all', () => {
  it('examines the watchdog once, and each account and Region in a line', async () => {
    const { out, exitCode } = await run('doctor --all');
    expect(exitCode).toBe(1);
    expect(linesOf(out)[0]).toBe(`Watchdog ${STACK}, 4 targets, 2026-10-14 12:20 UTC`);
    expect(out.match(/stack BedrockQuotaWatchdog/g)).toHaveLength(1);
    expect(rowsOf(out, /us-(?:east|west)-\d /)).toHaveLength(4);
  });

  it('shows every check of a single one', async () => {
    const { out } = await run(['doctor', '--all', '--only', 'prod us-west-2']);
    expect(out).toMatch(/^chat prod \(0{12}\), us-west-2$/m);
    expect(out).not.toContain('ACCOUNT');
  });

  it('is one document with --json, the watchdog beside its targets', async () => {
    watched.denied.add(OTHER);
    const { targets, unread, watchdog } = JSON.parse((await run('doctor --all --json')).out);
    expect(targets).toHaveLength(2);
    expect(unread).toHaveLength(2);
    const idsOf = (checks: readonly { id: string }[]) => checks.map(({ id }) => id);
    expect(idsOf(watchdog)).toContain('watchdog/outbox');
    expect(idsOf(targets[0].checks)).toContain('quotas/zero');
    // A reader role may not ask for it.
    expect(idsOf(targets[0].checks)).not.toContain('models/access');
  });
});
