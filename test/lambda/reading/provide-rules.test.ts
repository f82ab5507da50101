import type { TablePartition } from '../../../aws/dynamodb';
import { provideRules, type RulesInForce, type RulesSurroundings } from '../../../lambda/reading/provide-rules';
import type { AlertRulesInput } from '../../../lib/core/rules/rules';
import type { BlindSpot } from '../../../lib/core/vocabulary/blind-spot';
import { spellStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import type { Fault } from '../../../local/wire/faults';
import { clientsOf } from '../../local/clients';

const USER = '/bedrock-quota-watchdog/mine/rules';
const STACK = '/bedrock-quota-watchdog/mine/stack-rules';
const THRESHOLDS = { warningPercent: 80, criticalPercent: 95 };

let account: LocalAccount;
let clients: ReturnType<typeof clientsOf>;
let table: TablePartition;

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:00:00Z'), quotas: [] });
  await account.createTable('watchdog');
  clients = clientsOf(account.url);
  table = newProcess();
});

afterEach(() => account.close());

/** What a process knows hangs on its table object: another one is another process. */
function newProcess(): TablePartition {
  return { client: clients.dynamoDb, tableName: 'watchdog', partition: 'us-east-1' };
}

/** One run at a minute. */
function run(minute: number, config: Partial<RulesSurroundings['config']> = {}, of = table) {
  const all = { rulesParameter: USER, stackRulesParameter: null, thresholds: THRESHOLDS, ...config };
  return provideRules({ config: all, clients, table: of }, minute);
}

function put(name: string, rules: AlertRulesInput | string): void {
  account.parameters.set(name, { value: typeof rules === 'string' ? rules : JSON.stringify(rules) });
}

const muteOf = (reason: string): AlertRulesInput => ({ mutes: [{ match: { quotaCode: 'L-F4DDD3EB' }, reason }] });
const reasonsOf = ({ value }: { value: RulesInForce }) => value.rules.mutes.map(({ reason }) => reason);
const messagesOf = (errors: readonly BlindSpot[]) =>
  errors.map((error) => `${error.source}: ${spellStatement(error, EN)}`);
const writes = () => account.calls.get('dynamodb:PutItem') ?? 0;

const BROKEN = '{"mutes":[{"match":{"quotaCode":"L-F4DDD3EB"}}],"quiet":[]}';

it('a parameter that does not exist is no rules, no error and no write', async () => {
  const { value, blindSpots } = await run(0);
  expect([reasonsOf({ value }), value.ruleProblems, blindSpots, writes()]).toEqual([[], [], [], 0]);
});

it('without a name nothing is asked', async () => {
  await run(0, { rulesParameter: null });
  expect(account.calls.get('ssm:GetParameters')).toBeUndefined();
});

it('is read every five minutes, and a change holds from then on', async () => {
  put(USER, muteOf('one'));
  const seen: string[][] = [];
  for (const minute of [0, 1, 4, 5, 6]) {
    if (minute === 1) put(USER, muteOf('two'));
    seen.push(reasonsOf(await run(minute)));
  }
  expect(seen).toEqual([['one'], ['one'], ['one'], ['two'], ['two']]);
  expect(account.calls.get('ssm:GetParameters')).toBe(2);
  expect([account.calls.get('dynamodb:GetItem'), writes()]).toEqual([1, 2]);
});

it('a parameter that is taken away takes its rules away', async () => {
  put(USER, muteOf('one'));
  await run(0);
  account.parameters.delete(USER);
  expect(reasonsOf(await run(5))).toEqual([]);
  expect(reasonsOf(await run(5, {}, newProcess()))).toEqual([]);
});

it('the rules of the stack come first, those of the user win, in one call', async () => {
  put(STACK, { ...muteOf('stack'), digest: { every: 'day', at: '08:00', timeZone: 'UTC' } });
  put(USER, { ...muteOf('user'), digest: { every: 'day', at: '09:00', timeZone: 'UTC' } });
  const { value } = await run(0, { stackRulesParameter: STACK });
  expect([reasonsOf({ value }), value.rules.digest?.at]).toEqual([['stack', 'user'], '09:00']);
  expect(account.calls.get('ssm:GetParameters')).toBe(1);
});

describe('rules that cannot be used', () => {
  it.each([
    ['broken', BROKEN, ['mutes[0].reason', 'quiet']],
    ['no JSON', '{', ['not JSON']],
    ['empty', '', ['empty']],
    ['above the thresholds', '{"thresholds":[{"match":{"quotaCode":"*"},"warningPercent":95}]}', ['thresholds[0]']],
  ])('%s: the last good ones stay, and it is told with the paths', async (_, text, words) => {
    put(USER, muteOf('good'));
    await run(0);
    put(USER, text);
    const { value, blindSpots } = await run(5);
    expect(reasonsOf({ value })).toEqual(['good']);
    expect(blindSpots).toEqual([]);
    expect(value.ruleProblems).toHaveLength(1);
    const [message = ''] = messagesOf(value.ruleProblems);
    expect(message).toMatch(/^ssm:rules: the rules in .*\/rules are not used, the previous ones stay in force: /);
    for (const word of words) expect(message).toContain(word);
    expect((await run(6)).value.ruleProblems).toEqual(value.ruleProblems);
  });

  it('stay away in another process too, until they are mended', async () => {
    put(USER, muteOf('good'));
    await run(0);
    put(USER, BROKEN);
    const next = newProcess();
    expect(reasonsOf(await run(1, {}, next))).toEqual(['good']);
    put(USER, muteOf('mended'));
    const mended = await run(6, {}, next);
    expect([reasonsOf(mended), mended.value.ruleProblems]).toEqual([['mended'], []]);
  });

  it('from the first are no rules', async () => {
    put(USER, BROKEN);
    const { value } = await run(0);
    expect([value.rules.mutes, value.ruleProblems.length, writes()]).toEqual([[], 1, 0]);
  });

  it('of the user leave those of the stack alone', async () => {
    put(STACK, muteOf('stack'));
    put(USER, BROKEN);
    const { value } = await run(0, { stackRulesParameter: STACK });
    expect([reasonsOf({ value }), value.ruleProblems.length]).toEqual([['stack'], 1]);
  });

  it('a SecureString and a missing parameter of the stack are told as such', async () => {
    account.parameters.set(USER, { value: '{}', type: 'SecureString' });
    const { value } = await run(0, { stackRulesParameter: STACK });
    expect(messagesOf(value.ruleProblems)).toEqual([
      expect.stringContaining('it does not exist, though the stack made it; deploy again'),
      expect.stringContaining('it is a SecureString; make it a String'),
    ]);
  });

  it('with very many problems: five are told', async () => {
    put(USER, JSON.stringify({ mutes: Array(9).fill({}) }));
    const [message = ''] = messagesOf((await run(0)).value.ruleProblems);
    expect(message).toMatch(/; and \d+ more$/);
  });
});

describe('Parameter Store that cannot be read', () => {
  it.each(['accessDenied', 'throttle', 'serverError', 'junk', 'emptyPageWithToken', 'cutBody'] as const)(
    '%s: the rules of before stay, the run says so, and the next reading makes up for it',
    async (kind) => {
      put(USER, muteOf('good'));
      await run(0);
      put(USER, muteOf('new'));
      account.faults.add({ service: 'ssm', kind });
      const { value, blindSpots } = await run(5);
      expect([reasonsOf({ value }), value.ruleProblems]).toEqual([['good'], []]);
      expect(messagesOf(blindSpots)).toEqual([
        expect.stringMatching(/^ssm:rules: ssm:GetParameters failed .*stay in force$/),
      ]);
      const between = await run(6);
      expect([between.blindSpots, messagesOf(between.value.ruleProblems)]).toEqual([[], messagesOf(blindSpots)]);
      account.faults.clear();
      expect(await run(10).then((next) => [reasonsOf(next), next.value.ruleProblems])).toEqual([['new'], []]);
    },
  );

  it('on a cold start the table remembers', async () => {
    put(USER, muteOf('good'));
    await run(0);
    account.faults.add({ service: 'ssm', kind: 'accessDenied' });
    expect(reasonsOf(await run(1, {}, newProcess()))).toEqual(['good']);
  });
});

describe('a table that fails', () => {
  const fault: Fault = { service: 'dynamodb', kind: 'accessDenied' };

  it('on a cold start with broken rules does not make the process forget what the table has', async () => {
    put(USER, muteOf('good'));
    await run(0);
    put(USER, BROKEN);
    account.faults.add(fault);
    const next = newProcess();
    const { blindSpots } = await run(1, {}, next);
    expect(messagesOf(blindSpots)).toEqual([expect.stringContaining('the rules last in force could not be read')]);
    account.faults.clear();
    expect(reasonsOf(await run(2, {}, next))).toEqual(['good']);
    expect(reasonsOf(await run(2, {}, newProcess()))).toEqual(['good']);
  });

  it('when good rules are to be saved: they hold, and are saved later', async () => {
    put(USER, muteOf('good'));
    account.faults.add({ ...fault, operation: 'PutItem' });
    const first = await run(0);
    expect(reasonsOf(first)).toEqual(['good']);
    expect(messagesOf(first.blindSpots)).toEqual([
      expect.stringContaining('the rules last in force could not be saved'),
    ]);
    account.faults.clear();
    await run(5);
    put(USER, BROKEN);
    expect(reasonsOf(await run(6, {}, newProcess()))).toEqual(['good']);
  });
});

it('two processes that find new rules at once both have them', async () => {
  put(USER, muteOf('good'));
  const [one, other] = [newProcess(), newProcess()];
  const both = await Promise.all([run(0, {}, one), run(0, {}, other)]);
  expect(both.map(reasonsOf)).toEqual([['good'], ['good']]);
  expect(both.flatMap(({ blindSpots }) => blindSpots)).toEqual([]);
  put(USER, muteOf('newer'));
  expect(reasonsOf(await run(5, {}, other))).toEqual(['newer']);
  put(USER, BROKEN);
  expect(reasonsOf(await run(6, {}, newProcess()))).toEqual(['newer']);
});
