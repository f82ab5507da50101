import { closedAfterEach } from '../../closed-after-each';
import { RULES, setRules, spend } from '../deployed';
import { deployFleet, HOME, OTHER, ROOT } from './deployed-fleet';

const start = closedAfterEach(deployFleet);

const NOON = '2026-10-14T12:00:00Z';
const at = (minute: number) => new Date(Date.parse(NOON) + minute * 60_000).toISOString().replace('.000', '');
const SONNET = 'Claude Sonnet 4.5 V1, cross-Region';

describe('a fleet of two accounts', () => {
  it('tells what fills up in another account, with its id and Region', async () => {
    const { at: accountAt, ticks, subjects, fleet } = await start();
    const other = await accountAt(OTHER);
    spend(other, at(0), 100_000);
    spend(other, at(4), 800_000);
    await ticks(at(2), at(10));
    expect(subjects()).toEqual([`WARNING 80% tokens/min: ${SONNET}, ${OTHER} us-east-1`]);
    const [mail] = fleet.home.messages;
    expect(mail?.attributes).toMatchObject({ accountId: OTHER, region: 'us-east-1' });
    const json = JSON.parse(mail?.message.lambda ?? '');
    expect(json).toMatchObject({
      accountId: OTHER,
      findings: [{ event: 'opened', accountId: OTHER, region: 'us-east-1' }],
    });
    expect(mail?.message.default).toContain(`${OTHER}, us-east-1`);
  });

  it('tells two of them in one message, the worse one first', async () => {
    const { at: accountAt, ticks, fleet, subjects } = await start();
    spend(fleet.home, at(1), 800_000);
    spend(await accountAt(OTHER), at(1), 990_000);
    await ticks(at(2), at(8));
    const [first, second] = fleet.home.messages.map(({ message }) => JSON.parse(message.lambda ?? '').findings);
    expect(subjects()[0]).toBe(`CRITICAL 99% tokens/min: ${SONNET}, ${OTHER} us-east-1 (+1 more)`);
    expect(first.map(({ accountId }: { accountId: string }) => accountId)).toEqual([OTHER, HOME]);
    expect(second).toBeUndefined();
  });

  it('looks at an account without traffic every quarter of an hour', async () => {
    const { fleet, ticks } = await start();
    await ticks(at(0), at(60));
    const listings = (await fleet.at(OTHER, 'us-east-1')).calls.get('cloudwatch:ListMetrics') ?? 0;
    expect(listings / 3).toBeGreaterThanOrEqual(4);
    expect(listings / 3).toBeLessThanOrEqual(6);
  });

  it('says nothing twice for a message that comes twice, or late', async () => {
    const { at: accountAt, dispatch, takeJobs, work, subjects, ticks } = await start();
    spend(await accountAt(OTHER), at(1), 990_000);
    await dispatch(at(2));
    const jobs = takeJobs();
    await work([...jobs, ...jobs]);
    await ticks(at(3), at(6));
    await work(jobs);
    await ticks(at(6), at(9));
    expect(subjects()).toEqual([`CRITICAL 99% tokens/min: ${SONNET}, ${OTHER} us-east-1`]);
  });

  it('leaves a message that is no job to the queue, and does the others', async () => {
    const { at: accountAt, dispatch, takeJobs, work, subjects, ticks } = await start();
    spend(await accountAt(OTHER), at(1), 990_000);
    await dispatch(at(2));
    const done = await work(['{"time":"now"}', ...takeJobs()]);
    await ticks(at(3), at(4));
    expect(done).toEqual({ kind: 'returned', value: { batchItemFailures: [{ itemIdentifier: '0' }] } });
    expect(subjects()).toHaveLength(1);
  });
});

describe('a target that cannot be read', () => {
  it('costs itself alone, and is told once, after three misses', async () => {
    const { at: accountAt, denied, ticks, fleet, subjects } = await start();
    denied.add(OTHER);
    spend(fleet.home, at(4), 800_000);
    await ticks(at(2), at(45));
    expect(subjects().filter((subject) => subject.startsWith('WARNING 80%'))).toHaveLength(1);
    const told = fleet.home.messages.filter(({ message }) => message.default?.includes('sts:AssumeRole'));
    expect(told).toHaveLength(1);
    expect(told[0]?.message.default).toContain(
      '\n1 target is not watched: the reader role is missing or does not trust the watchdog. Of the first: sts:AssumeRole failed',
    );
    expect(told[0]?.message.default).toContain(`\nNot seen  ${OTHER}, us-east-1\n`);
    expect(told[0]?.message.default).toContain('\n1 Deploy the reader role there: ');
    denied.clear();
    spend(await accountAt(OTHER), at(46), 990_000);
    await ticks(at(45), at(70));
    expect(subjects()).toContain(`CRITICAL 99% tokens/min: ${SONNET}, ${OTHER} us-east-1`);
  });

  it('does not fail the dispatcher: it is told as a finding, and the Failed alarm is for the watchdog itself', async () => {
    const { denied, tick, ticks } = await start();
    denied.add(OTHER);
    await ticks(at(2), at(30));
    expect(await tick(at(30))).toMatchObject({ kind: 'returned' });
  });

  it('hides no other Region where one is not enabled', async () => {
    const { at: accountAt, fleet, ticks, subjects } = await start({ choice: { regions: ['us-east-1', 'eu-west-1'] } });
    fleet.closed.add(`${OTHER} eu-west-1`);
    spend(await accountAt(OTHER, 'us-east-1'), at(4), 990_000);
    await ticks(at(2), at(10));
    expect(subjects()).toEqual([`CRITICAL 99% tokens/min: ${SONNET}, ${OTHER} us-east-1`]);
  });

  it('is told once for all Regions that were never seen, with what to do, and watched as soon as it can be', async () => {
    const { at: accountAt, fleet, ticks, subjects } = await start({ choice: { regions: ['us-east-1', 'eu-west-1'] } });
    const closed = [`${HOME} eu-west-1`, `${OTHER} eu-west-1`];
    for (const place of closed) fleet.closed.add(place);
    await ticks(at(2), at(40));
    expect(subjects()).toEqual(['UNKNOWN 2 targets not watched: the Region is not enabled in the account, us-east-1']);
    expect(fleet.home.messages[0]?.message.default).toContain('\n1 Enable the Region in these accounts');
    fleet.closed.clear();
    for (let minute = 40; minute < 58; minute++) spend(await accountAt(OTHER, 'eu-west-1'), at(minute), 990_000);
    await ticks(at(40), at(58));
    expect(subjects()).toContain(`CRITICAL 99% tokens/min: ${SONNET}, ${OTHER} eu-west-1`);
  });

  it('that was seen before tells what it cannot see by itself, and loses no alert', async () => {
    const { at: accountAt, fleet, ticks, subjects } = await start();
    for (let minute = 4; minute < 90; minute++) spend(await accountAt(OTHER), at(minute), 990_000);
    await ticks(at(2), at(10));
    fleet.closed.add(`${OTHER} us-east-1`);
    await ticks(at(10), at(45));
    fleet.closed.clear();
    await ticks(at(45), at(60));
    const [opened, ...others] = subjects();
    expect(opened).toBe(`CRITICAL 99% tokens/min: ${SONNET}, ${OTHER} us-east-1`);
    expect(others.filter((subject) => !subject.includes('partly blind'))).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
  });
});

describe('an organisation', () => {
  const account = (accountId: string, parentId = ROOT) => ({
    accountId,
    name: `team-${accountId.slice(-1)}`,
    parentId,
  });
  const all = { accounts: [], organization: { all: true, organizationalUnits: [], exclude: [] } };

  it('is watched with the names of its accounts', async () => {
    const { at: accountAt, ticks, subjects } = await start({ choice: all, accounts: [account(HOME), account(OTHER)] });
    spend(await accountAt(OTHER), at(4), 990_000);
    await ticks(at(2), at(10));
    expect(subjects()).toEqual([`CRITICAL 99% tokens/min: ${SONNET}, team-0 us-east-1`]);
  });

  it('is watched below a unit, but for what is excluded, or not active', async () => {
    const [inside, below, excluded, closed] = ['000000000001', '000000000002', '000000000003', '000000000004'];
    const accounts = [
      account(OTHER),
      account(inside ?? '', 'ou-a'),
      account(below ?? '', 'ou-b'),
      account(excluded ?? '', 'ou-a'),
      { ...account(closed ?? '', 'ou-a'), state: 'CLOSED' },
    ];
    const units = new Map([
      ['ou-a', ROOT],
      ['ou-b', 'ou-a'],
    ]);
    const organization = { all: false, organizationalUnits: ['ou-a'], exclude: [excluded ?? ''] };
    const { dispatch, takeJobs } = await start({ choice: { accounts: [], organization }, accounts, units });
    await dispatch(at(2));
    const watched = takeJobs().map((body) => JSON.parse(body).target.accountId);
    expect(watched.sort()).toEqual([inside, below, HOME].sort());
  });

  it('ends the alerts of an account that leaves, with that reason, and forgets it', async () => {
    const accounts = [account(HOME), account(OTHER)];
    const { at: accountAt, fleet, ticks, subjects } = await start({ choice: all, accounts });
    const other = await accountAt(OTHER);
    for (let minute = 4; minute < 70; minute++) spend(other, at(minute), 990_000);
    await ticks(at(2), at(10));
    fleet.organization.accounts.pop();
    await ticks(at(10), at(70));
    expect(subjects()).toEqual([
      `CRITICAL 99% tokens/min: ${SONNET}, team-0 us-east-1`,
      expect.stringContaining('RECOVERED'),
    ]);
    expect(fleet.home.messages.at(-1)?.message.default).toContain('is no longer watched');
    const calls = other.calls.get('cloudwatch:ListMetrics');
    await ticks(at(70), at(90));
    expect(other.calls.get('cloudwatch:ListMetrics')).toBe(calls);
  });

  it('tells the owners of the alerts of an account that leaves', async () => {
    const accounts = [account(HOME), account(OTHER)];
    const { at: accountAt, fleet, ticks } = await start({ choice: all, accounts, environment: RULES });
    const topicArn = await fleet.home.createTopic('team');
    setRules({ account: fleet.home }, { owners: [{ match: { accountId: OTHER }, topicArn }] });
    const other = await accountAt(OTHER);
    for (let minute = 4; minute < 70; minute++) spend(other, at(minute), 990_000);
    await ticks(at(2), at(10));
    fleet.organization.accounts.pop();
    await ticks(at(10), at(70));
    const told = fleet.home.messages.filter((message) => message.topicArn === topicArn).map(({ subject }) => subject);
    expect(told).toEqual([expect.stringContaining('CRITICAL 99%'), expect.stringContaining('RECOVERED')]);
  });

  it('keeps its accounts while they cannot be listed', async () => {
    const accounts = [account(HOME), account(OTHER)];
    const { at: accountAt, fleet, ticks, subjects } = await start({ choice: all, accounts });
    const other = await accountAt(OTHER);
    await ticks(at(2), at(4));
    fleet.organization.accounts.splice(0);
    fleet.closed.add('organizations');
    for (let minute = 62; minute < 70; minute++) spend(other, at(minute), 990_000);
    await ticks(at(58), at(75));
    expect(subjects()).toContain(`CRITICAL 99% tokens/min: ${SONNET}, team-0 us-east-1`);
  });

  it('is told of a default that AWS lowered for all of it in one message, once', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `0000000000${String(index + 10)}`);
    const {
      at: accountAt,
      ticks,
      fleet,
      subjects,
    } = await start({
      choice: all,
      accounts: ids.map((id) => ({ ...account(id), name: `team-${id.slice(-2)}` })),
    });
    await ticks(at(2), at(3));
    for (const id of ids) (await accountAt(id)).quotas.set('L-F4DDD3EB', 400_000);
    await ticks(at(3), at(90));
    expect(subjects()).toEqual([expect.stringMatching(/12 targets/)]);
    expect(fleet.home.messages[0]?.message.default).toContain('team-10 (000000000010), us-east-1');
  });
});

it('becomes a fleet, and one again, without an alert that is lost or told anew', async () => {
  const { fleet, tickAlone, tick, ticks, subjects } = await start();
  for (let minute = 0; minute < 12; minute++) spend(fleet.home, at(minute), 990_000);
  await tickAlone(at(2));
  await tickAlone(at(3));
  await ticks(at(4), at(8));
  await tickAlone(at(9));
  expect(subjects()).toEqual([`CRITICAL 99% tokens/min: ${SONNET}, us-east-1`]);
  await ticks(at(10), at(60));
  expect(subjects()).toEqual([
    `CRITICAL 99% tokens/min: ${SONNET}, us-east-1`,
    expect.stringMatching(/^RECOVERED .*, 111122223333 us-east-1$/),
  ]);
  expect(await tick(at(61))).toMatchObject({ kind: 'returned' });
});

describe('a fleet in a monitoring account', () => {
  const environment = { WATCHDOG_MONITORING_ACCOUNT: 'true' };

  it('reads the metrics of a linked account there, and its quotas by the reader role', async () => {
    const { at: accountAt, ticks, subjects, fleet } = await start({ environment });
    fleet.linked.add(OTHER);
    const other = await accountAt(OTHER);
    spend(other, at(1), 990_000);
    await ticks(at(2), at(8));
    expect(subjects()).toEqual([`CRITICAL 99% tokens/min: ${SONNET}, ${OTHER} us-east-1`]);
    expect(fleet.calls.get(`${OTHER} us-east-1 monitoring`)).toBeUndefined();
    expect(fleet.calls.get(`${OTHER} us-east-1 servicequotas`)).toBeGreaterThan(0);
  });

  it('takes an account that shares nothing for no quiet one', async () => {
    const { at: accountAt, ticks, fleet } = await start({ environment });
    spend(await accountAt(OTHER), at(1), 990_000);
    spend(fleet.home, at(1), 100_000);
    await ticks(at(2), at(40));
    const told = fleet.home.messages.map(({ message }) => message.default).join('\n');
    expect(told.replace(/\s+/g, ' ')).toContain(
      `the account ${OTHER} has metrics and shares none with the monitoring account`,
    );
  });

  it('says nothing of one that is not linked and has no traffic', async () => {
    const { ticks, subjects } = await start({ environment });
    await ticks(at(2), at(40));
    expect(subjects()).toEqual([]);
  });
});
