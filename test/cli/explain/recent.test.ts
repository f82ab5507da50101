import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';
import { ago, CHECKOUT, HAIKU, startRefusingAccount } from '../refusing-account';

const BASE = PROFILE.replace('us.', '');
const TOO_MANY = 'Too many tokens, please wait before trying again.';

let refusing: LocalAccount;
let busy: LocalAccount;
beforeAll(async () => {
  [refusing, busy] = await Promise.all([startRefusingAccount(), startBusyAccount()]);
});
afterAll(() => Promise.all([refusing.close(), busy.close()]));
beforeEach(() => replaceEnvironment(refusing.environment));
afterEach(() => {
  for (const account of [refusing, busy]) account.faults.clear();
});

interface Row {
  readonly text: string;
  readonly modelId: string;
  readonly principal: string;
  readonly userAgent: string;
  readonly calls: number;
  readonly answer: number;
}

async function recent(...args: readonly string[]) {
  const { out, error, exitCode } = await runCli(['explain', '--recent', ...args, '--json']);
  const document = JSON.parse(out);
  const rows: Row[] = document.refusals ?? [];
  return { document, rows, error, exitCode, modelIds: [...new Set(rows.map(({ modelId }) => modelId))].sort() };
}

describe('explain --recent --json', () => {
  test('is the document of explain, with all that was refused, whose it was, and what it means', async () => {
    const { document, rows, error, exitCode } = await recent();
    expect({ exitCode, error }).toEqual({ exitCode: 1, error: '' });
    const plain = JSON.parse((await runCli(['explain', TOO_MANY, '--model', PROFILE, '--json'])).out);
    expect(Object.keys(document)).toEqual([...Object.keys(plain), 'refusals', 'answers', 'reading']);
    expect(document).toMatchObject({ quotaCode: TPM, modelId: PROFILE, remedies: plain.remedies, cause: plain.cause });
    expect(rows.map(({ text, modelId, principal, answer }) => [text.slice(0, 15), modelId, principal, answer])).toEqual(
      [
        ['Too many tokens', PROFILE, 'SummaryWorker/worker-7', 0],
        ['Too many tokens', CHECKOUT, 'Checkout/checkout-api', 0],
        ['User is not aut', HAIKU, 'Application/main', 1],
      ],
    );
    const counted = rows.reduce((sum, { calls }) => sum + calls, 0);
    expect(counted).toBe(refusing.traffic.refusals.length + 1);
    expect(document.refusals[0]).toMatchObject({
      kind: 'tokensPerMinute',
      userAgent: 'Boto3/1.40.0 md/Botocore#1.40.0',
      from: expect.stringMatching(/^2026-10-14T14:09:\d\dZ$/),
      to: expect.stringMatching(/^2026-10-14T14:13:\d\dZ$/),
    });
    expect(document.answers.map((answer: { error: { kind: string } }) => answer.error.kind)).toEqual([
      'tokensPerMinute',
      'accessDenied',
    ]);
    expect(document.answers[0].calls).toBe(refusing.traffic.refusals.length);
  });

  test('reads the minutes that CloudWatch shows, and no others', async () => {
    const { document, rows } = await recent('1h');
    expect(document.reading).toMatchObject({
      basis: 'metrics',
      windows: [{ from: '2026-10-14T14:08:00Z', to: '2026-10-14T14:15:00Z' }],
      readBackTo: null,
      lateFrom: '2026-10-14T14:18:00Z',
    });
    expect(rows.filter(({ modelId }) => modelId === HAIKU)).toMatchObject([{ calls: 1 }]);
  });

  test.each([
    ['a profile id, its application profiles too', PROFILE, [CHECKOUT, PROFILE].sort()],
    ['a base id, in every scope', BASE, [CHECKOUT, PROFILE].sort()],
    ['an application profile, alone', CHECKOUT, [CHECKOUT]],
    ['a model of which no metric shows a refusal', HAIKU, [HAIKU]],
    ['another scope', PROFILE.replace('us.', 'global.'), []],
    ['an id that names no model', 'nobody', []],
  ])('--model takes %s', async (_, model, wanted) => {
    expect((await recent('--model', model)).modelIds).toEqual(wanted);
  });

  test('without a throttle in CloudWatch all of the time is read', async () => {
    const { document, rows } = await recent('1h', '--model', HAIKU);
    expect(document.reading).toMatchObject({ basis: 'noMetric', windows: [{ from: '2026-10-14T13:33:00Z' }] });
    expect(rows).toMatchObject([{ calls: 2 }]);
  });

  test('as it is where CloudWatch cannot be read', async () => {
    refusing.faults.add({ service: 'cloudwatch', operation: 'ListMetrics', kind: 'accessDenied' });
    const { document, rows, exitCode } = await recent();
    expect(document.reading.basis).toBe('metricsUnread');
    expect(rows.length).toBeGreaterThan(0);
    expect(exitCode).toBe(3);
  });

  test('nothing refused is an answer: no error, no cause, exit 0', async () => {
    replaceEnvironment(busy.environment);
    const { document, exitCode, error } = await recent();
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    expect(document).toMatchObject({ error: null, cause: null, remedies: [], refusals: [], answers: [] });
  });

  test('a history that cannot be read is unknown, not empty, and the missing action is named', async () => {
    refusing.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind: 'accessDenied' });
    const { document, exitCode, error } = await recent();
    expect(exitCode).toBe(3);
    expect(document.refusals).toBeNull();
    expect(linesOf(error)).toEqual([
      expect.stringMatching(/^quota-watchdog: us-east-1: .*allow the action cloudtrail:LookupEvents$/),
    ]);
  });

  test('several Regions are one document', async () => {
    const { document } = await recent('--region', 'us-east-1', '--region', 'us-west-2');
    expect(document.regions.map(({ region }: { region: string }) => region)).toEqual(['us-east-1', 'us-west-2']);
  });

  test('the quotas and the traffic are read once for all texts', async () => {
    const before = new Map(refusing.calls);
    await recent();
    const made = (action: string) => (refusing.calls.get(action) ?? 0) - (before.get(action) ?? 0);
    await runCli(['explain', TOO_MANY, '--json']);
    expect(made('cloudwatch:ListMetrics')).toBe(6);
    expect(made('cloudtrail:LookupEvents')).toBe(5);
  });
});

describe('explain --recent for people', () => {
  test('says what was refused, whose calls, what it means, and what was not read', async () => {
    const { out, exitCode } = await runCli(['explain', '--recent', '--no-color']);
    const lines = linesOf(out);
    expect(exitCode).toBe(1);
    expect(lines[1]).toMatch(/^\d+ refused calls from 14:03 to 14:33 UTC, as CloudTrail recorded them$/);
    expect(lines).toContainEqual(`error     ${TOO_MANY}`);
    expect(lines).toContainEqual(expect.stringMatching(/^refused {3}\d+ refused calls, 14:09 to 14:13$/));
    expect(lines).toContainEqual(expect.stringMatching(/^by {8}SummaryWorker\/worker-7: \d+; Boto3\/1\.40\.0/));
    expect(out).toMatch(/\n {10}Checkout\/checkout-api \(s529qz7ddy06\): \d+; aws-sdk-js/);
    expect(lines).toContainEqual(expect.stringMatching(/^here {6}tokens per minute, L-F4DDD3EB/));
    expect(out).toContain('no metric shows, were not looked for');
    expect(out).toContain('since 14:18 UTC more may follow');
  });

  test('says so where nothing was refused, or it is not known', async () => {
    replaceEnvironment(busy.environment);
    expect((await runCli('explain --recent')).out).toContain('no refused call from 14:03 to 14:33 UTC');
    busy.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind: 'accessDenied' });
    expect((await runCli('explain --recent')).out).toContain('Which calls were refused is not known');
  });

  test('a time long past has no late records', async () => {
    const { out } = await runCli('explain --recent 30m --at 2026-10-14T14:15:00Z');
    expect(out).not.toContain('more may follow');
  });

  test('says on a terminal what is read', async () => {
    const { error } = await runCli('explain --recent', { isTerminal: true });
    expect(error).toContain('reading refused calls of us-east-1, two pages a second');
  });
});

test('ends at the bound of lookups, and says before when calls are missing', async () => {
  const many = await startRefusingAccount({ events: 1 });
  for (let call = 0; call < 150; call++) {
    many.trail.add({
      at: ago(22) + call * 100,
      operation: 'ConverseStream',
      modelId: PROFILE,
      errorCode: 'ThrottlingException',
      errorMessage: TOO_MANY,
    });
  }
  replaceEnvironment(many.environment);
  const { document, exitCode } = await recent();
  expect(many.calls.get('cloudtrail:LookupEvents')).toBe(120);
  expect(document.reading).toMatchObject({ readBackTo: '2026-10-14T14:12:00Z', recordedCalls: expect.any(Number) });
  expect(exitCode).toBe(1);
  const { out } = await runCli('explain --recent');
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /the reading ended at \d+ refused calls of \d+ recorded calls: before 14:12 UTC some are missing/,
  );
  await many.close();
});

test.each([
  [['explain', 'text', '--recent'], 'leave one of them out'],
  [['explain', '--recent', '91d'], 'Give 1m to 24h'],
  [['explain', '--recent', '--model', ' '], '--model is empty'],
])('a wrong call %j is 2, with one line', async (args, words) => {
  const { exitCode, out, error } = await runCli(args);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(linesOf(error)).toEqual([expect.stringContaining(words)]);
});
