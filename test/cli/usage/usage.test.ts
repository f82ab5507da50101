import type { LocalAccount } from '../../../local/account/local-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';
import { CHECKOUT, NOVA, type RecordedMinute, SONNET, startDaysAccount } from '../days-account';

let account: LocalAccount;
let recorded: readonly RecordedMinute[];
beforeAll(async () => {
  ({ account, recorded } = await startDaysAccount());
});
beforeEach(() => {
  replaceEnvironment(account.environment);
  account.faults.clear();
  account.invocationLog.logGroupName = null;
  account.invocationLog.invocations.length = 0;
});
afterAll(() => account.close());

async function usage(args: string, answer?: string) {
  const run = await runCli(`usage ${args}`, answer === undefined ? {} : { answer });
  return { ...run, error: run.error.replace(/^reading.*\n/gm, '') };
}

async function usageJson(args: string) {
  const { out } = await usage(`${args} --json`);
  return JSON.parse(out);
}

/** The median and others by the definition of numpy, computed here once more. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.min(sorted.length - 1, Math.floor(place) + 1)] ?? Number.NaN;
  return Math.round((low + (high - low) * (place % 1)) * 100) / 100;
}

function byMinute(of: readonly RecordedMinute[], pick: (one: RecordedMinute) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const one of of) sums.set(one.minute, (sums.get(one.minute) ?? 0) + pick(one));
  return sums;
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, one) => total + one, 0);
}

const ofSonnet = () => recorded.filter(({ modelId }) => modelId !== NOVA);

test('the numbers of a profile are those that were recorded, its application profiles with it', async () => {
  const document = await usageJson(SONNET);
  const tokens = byMinute(ofSonnet(), (one) => one.quotaTokens);
  const requests = byMinute(ofSonnet(), (one) => one.requests);
  const calls = sum(ofSonnet().map((one) => one.throttles));
  const values = [...tokens.values()];
  const peak = Math.max(...values);
  expect(document).toMatchObject({
    schemaVersion: 1,
    modelIds: [CHECKOUT, SONNET],
    from: '2026-09-30T14:33:00Z',
    to: NOW,
    resolutionSeconds: 60,
    busyMinutes: tokens.size,
    tokensPerMinute: {
      p50: quantile(values, 0.5),
      p90: quantile(values, 0.9),
      p99: quantile(values, 0.99),
      peak,
      peakAt: new Date(
        Math.min(...[...tokens].filter(([, value]) => value === peak).map(([minute]) => minute)) * 60_000,
      )
        .toISOString()
        .replace('.000', ''),
    },
    requestsPerMinute: { p50: 8, p90: 8, p99: 8, peak: 8 },
    throttles: {
      calls,
      minutes: byMinute(
        ofSonnet().filter((one) => one.throttles > 0),
        () => 1,
      ).size,
      share: calls / (calls + sum(requests.values())),
    },
  });
  const input = sum(ofSonnet().map((one) => one.input)) / sum(ofSonnet().map((one) => one.requests));
  expect(document.inputTokensPerRequest.average).toBeCloseTo(input, 1);
  expect(document.outputTokensPerRequest).toEqual({ average: 212.5, p90: 212.5 });
});

test('p90 of the sizes is that of the minutes, by their requests', async () => {
  const { inputTokensPerRequest } = await usageJson(SONNET);
  const input = byMinute(ofSonnet(), (one) => one.input);
  const requests = byMinute(ofSonnet(), (one) => one.requests);
  const sizes = [...input].flatMap(([minute, tokens]) => {
    const count = requests.get(minute) ?? 0;
    return Array.from({ length: count }, () => tokens / count);
  });
  const sorted = sizes.sort((a, b) => a - b);
  expect(inputTokensPerRequest.p90).toBeCloseTo(sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0, 1);
});

test('days are those of UTC, with their sums, and say whether they are whole', async () => {
  const { days } = await usageJson(SONNET);
  const dayOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 10);
  const tokens = new Map<string, number>();
  for (const one of ofSonnet()) tokens.set(dayOf(one.minute), (tokens.get(dayOf(one.minute)) ?? 0) + one.quotaTokens);
  expect(days).toHaveLength(15);
  for (const day of days) expect(day.tokens).toBe(tokens.get(day.date) ?? 0);
  expect(days.map(({ isWhole }: { isWhole: boolean }) => isWhole)).toEqual([false, ...Array(13).fill(true), false]);
});

test('a rise of thirteen days is carried on to the quota, in the week that the line gives', async () => {
  const { trend } = await usageJson(SONNET);
  // 4,200 tokens/min a day more; the largest minute of 10-13 was 63,800 of 200,000.
  expect(trend).toMatchObject({ dimension: 'tokensPerMinute', quotaCode: 'L-F4DDD3EB', limit: 200_000 });
  expect(trend.perWeek).toBeCloseTo(29_400, -2);
  const days = Math.ceil((200_000 - 67_700) / 4_200);
  const met = new Date(Date.UTC(2026, 9, 14 + days));
  expect(Math.abs(Date.parse(trend.limitWeek) - met.getTime())).toBeLessThanOrEqual(7 * 86_400_000);
  expect(new Date(trend.limitWeek).getUTCDay()).toBe(1);
});

test('the hours of the week are the mean over all minutes of such hours', async () => {
  const { hoursOfWeek } = await usageJson(NOVA);
  expect(hoursOfWeek).toHaveLength(168);
  const tuesdayNoon = hoursOfWeek.find(
    (one: { weekday: number; hour: number }) => one.weekday === 2 && one.hour === 12,
  );
  const own = recorded.filter(({ modelId, minute }) => {
    const at = new Date(minute * 60_000);
    return modelId === NOVA && at.getUTCDay() === 2 && at.getUTCHours() === 12;
  });
  expect(own.length).toBeGreaterThan(10);
  expect(tuesdayNoon.tokensPerMinute).toBeCloseTo(sum(own.map((one) => one.quotaTokens)) / 120, 1);
});

test('all models are one document, each model and scope in it', async () => {
  const { modelIds, pools, tokensPerMinute, busyMinutes } = await usageJson('all');
  expect(modelIds).toEqual([NOVA, CHECKOUT, SONNET]);
  expect(busyMinutes).toBe(byMinute(recorded, () => 1).size);
  expect(tokensPerMinute.peak).toBe(Math.max(...byMinute(recorded, (one) => one.quotaTokens).values()));
  expect(
    pools.map(({ baseModelId, scope }: { baseModelId: string; scope: string }) => `${scope} ${baseModelId}`),
  ).toEqual(['crossRegion anthropic.claude-sonnet-4-5-20250929-v1:0', `onDemand ${NOVA}`]);
});

test('an application profile is that caller alone, and is held against no quota', async () => {
  const { modelIds, tokensPerMinute } = await usageJson(CHECKOUT);
  expect({ modelIds, peak: tokensPerMinute.peak }).toEqual({ modelIds: [CHECKOUT], peak: 2000 });
});

test('is a table no wider than a page, with a graph of the week', async () => {
  const { out, exitCode } = await usage(SONNET);
  const lines = linesOf(out);
  expect(exitCode).toBe(0);
  expect(lines[0]).toContain(`${SONNET}, us-east-1: 2026-09-30 14:33 to`);
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(lines.find((line) => line.startsWith('requests/min'))).toMatch(/^requests\/min +8 +8 +8 +8 +10-01 04:35$/);
  expect(out).toMatch(/^ {2}Wed {2}[·▁▂▃▄▅▆▇█]{24} {2}[\d,]+$/m);
  expect(out).toContain('* a part of a day');
});

test('speaks Portuguese, and not in JSON', async () => {
  const { out } = await usage(`${NOVA} --language pt-BR`);
  expect(out).toContain('ativo em');
  expect(out).toContain('  seg  ');
});

describe('by', () => {
  test('profile names the callers with their parts', async () => {
    const { by } = await usageJson(`${SONNET} --by profile`);
    const tokens = sum(recorded.filter(({ modelId }) => modelId === CHECKOUT).map((one) => one.quotaTokens));
    expect(by).toMatchObject([{ name: null }, { name: 'checkout', tokens, throttles: 0 }]);
    expect(sum(by.map(({ share }: { share: number }) => share))).toBeCloseTo(1, 3);
  });

  test('tag reads the tags of the profiles that called, and those alone', async () => {
    account.addApplicationProfile({ id: 'quiet0000001', name: 'quiet', source: SONNET, tags: { team: 'nobody' } });
    const before = account.calls.get('bedrock:ListTagsForResource') ?? 0;
    const { by } = await usageJson(`${SONNET} --by tag:team`);
    expect(by.map(({ name }: { name: string | null }) => name)).toEqual([null, 'shop']);
    expect(account.calls.get('bedrock:ListTagsForResource')).toBe(before + 1);
    const { by: none } = await usageJson(`${SONNET} --by tag:owner`);
    expect(none.map(({ name }: { name: string | null }) => name)).toEqual([null]);
  });

  test('tags that cannot be read are told, and their profile has none', async () => {
    account.faults.add({ service: 'bedrock', operation: 'ListTagsForResource', kind: 'accessDenied', times: 1 });
    const { out, error, exitCode } = await usage(`${SONNET} --by tag:team --json`);
    expect(error).toContain('bedrock:ListTagsForResource');
    expect(JSON.parse(out).by).toHaveLength(1);
    expect(exitCode).toBe(0);
  });

  const NIGHTLY = 'arn:aws:sts::111122223333:assumed-role/nightly/job';
  const logCalls = (at: string, count: number, principal: string, modelId: string) => {
    for (let call = 0; call < count; call++)
      account.invocationLog.invocations.push({ at: Date.parse(at), principal, modelId, input: 100, output: 10 });
  };

  test('principal says that there is no log', async () => {
    const { out, error, exitCode } = await usage(`${SONNET} --by principal --json`);
    expect(JSON.parse(out).by).toBeUndefined();
    expect(error).toContain('keeps no model invocation log');
    expect(exitCode).toBe(3);
  });

  const LOG = 'bedrock-log';
  const startLog = (gigabytes: number, group: string) => {
    account.invocationLog.logGroupName = group;
    const bytes = { namespace: 'AWS/Logs', name: 'IncomingBytes', dimensions: { LogGroupName: group } };
    account.record(bytes, {
      minute: Math.floor(Date.parse('2026-10-10T10:00:00Z') / 60_000),
      sum: gigabytes * 2 ** 30,
    });
  };

  test('principal reads the log of the time and the model, its price first', async () => {
    startLog(1, LOG);
    const arn = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${SONNET}`;
    logCalls('2026-10-14T10:00:00Z', 3, NIGHTLY, arn);
    logCalls('2026-10-14T10:00:00Z', 1, 'arn:aws:iam::111122223333:user/ana', SONNET);
    logCalls('2026-10-14T10:00:00Z', 5, NIGHTLY, NOVA);
    logCalls('2026-09-01T10:00:00Z', 7, NIGHTLY, arn);
    const { out, error } = await usage(`${SONNET} --by principal --json`);
    expect(JSON.parse(out).by).toEqual([
      { name: NIGHTLY, tokens: 330, requests: 3, throttles: 0, share: 0.75 },
      { name: 'arn:aws:iam::111122223333:user/ana', tokens: 110, requests: 1, throttles: 0, share: 0.25 },
    ]);
    expect(error).toContain('at most 1.00 GB, about $0.01');
  });

  test('principal asks where that is over a cent; nobody there is a wrong call, no is no', async () => {
    startLog(99, 'large-log');
    logCalls('2026-10-14T10:00:00Z', 3, NIGHTLY, SONNET);
    const started = account.calls.get('logs:StartQuery');
    const refused = await usage(`${SONNET} --by principal --json`);
    expect(refused).toMatchObject({ exitCode: 2, error: expect.stringContaining('add --yes') });
    expect((await usage(`${SONNET} --by principal`, 'n')).error).toContain('the answer was no');
    expect(account.calls.get('logs:StartQuery')).toBe(started);
    expect((await usage(`${SONNET} --by principal`, 'y')).out).toContain('By principal');
    expect((await usage(`${SONNET} --by principal --yes`)).out).toContain(NIGHTLY);
  });

  test('principal names the permission that is missing', async () => {
    startLog(1, 'refused-log');
    account.faults.add({ service: 'logs', operation: 'StartQuery', kind: 'accessDenied', times: 1 });
    const { error, exitCode } = await usage(`${SONNET} --by principal --yes`);
    expect(error).toContain('logs:StartQuery');
    expect(exitCode).toBe(3);
  });
});

describe('longer than fifteen days', () => {
  let old: LocalAccount;
  beforeAll(async () => {
    ({ account: old } = await startDaysAccount(40));
  });
  beforeEach(() => replaceEnvironment(old.environment));
  afterAll(() => old.close());

  test('is by points of five minutes, whose peaks are means', async () => {
    const { out } = await usage(`${NOVA} --days 40`);
    expect(out).toContain('these cover 5');
    const { resolutionSeconds, tokensPerMinute, days } = await usageJson(`${NOVA} --days 40`);
    expect(resolutionSeconds).toBe(300);
    expect(tokensPerMinute.peak).toBe(80);
    expect(days.find(({ date }: { date: string }) => date === '2026-09-10').requests).toBeGreaterThan(300);
  });

  test('fifteen days are by the minute, sixteen are not', async () => {
    expect((await usageJson(`${NOVA} --days 15`)).resolutionSeconds).toBe(60);
    expect((await usageJson(`${NOVA} --days 16`)).resolutionSeconds).toBe(300);
    expect((await usageJson(`${NOVA} --days 64`)).resolutionSeconds).toBe(3600);
  });
});

test('writes the page of check, grown by charts, with the days in numbers', async () => {
  const { files, exitCode } = await usage(`${SONNET} --html usage.html`);
  const page = files.get('usage.html') ?? '';
  expect(exitCode).toBe(0);
  expect(page).toContain(`<title>Usage of ${SONNET}</title>`);
  expect(page).toContain('<h2>Usage: anthropic.claude-sonnet-4-5-20250929-v1:0, cross-Region</h2>');
  expect(page.match(/<svg class="(?:chart|days)"/g)?.length).toBeGreaterThanOrEqual(2);
  expect(page.match(/<rect /g)?.length).toBeGreaterThanOrEqual(168);
  expect(page).toContain('the line is 200,000');
  expect(page).toContain('data-finding=');
  expect(page.match(/<script/g)).toHaveLength(1);
});

test('no traffic is said, and is no failure', async () => {
  const { out, exitCode } = await usage('amazon.nova-micro-v1:0');
  expect(linesOf(out).slice(1)).toEqual(['no traffic in this time', 'no call was throttled']);
  expect(exitCode).toBe(0);
  expect(await usageJson('amazon.nova-micro-v1:0')).toMatchObject({
    busyMinutes: 0,
    tokensPerMinute: null,
    trend: null,
  });
});

test('reads that fail are told: none at all is exit 3, a part a lower bound', async () => {
  account.faults.add({ service: 'cloudwatch', operation: 'GetMetricData', kind: 'accessDenied', times: 99 });
  const { error, exitCode } = await usage(SONNET);
  expect(exitCode).toBe(3);
  expect(error).toContain('cloudwatch:GetMetricData');
});

test.each([
  ['nobody', 'no model to look for: nobody is not a known model'],
  [`${SONNET} --days 0`, 'Give whole days from 1 to 455'],
  [`${SONNET} --days 456`, 'Give whole days from 1 to 455'],
  [`${SONNET} --by team`, 'Give profile, principal, or tag:KEY'],
  [`${SONNET} --by tag:`, 'Give profile, principal, or tag:KEY'],
  ['', "missing required argument 'model'"],
  [`${SONNET} --html a.html --region us-east-1 --region us-west-2`, 'one Region at a time'],
])('usage %s is a wrong call, in one line', async (args, complaint) => {
  const { out, error, exitCode } = await usage(args);
  expect({ out, exitCode, lines: linesOf(error).length }).toEqual({ out: '', exitCode: 2, lines: 1 });
  expect(error).toContain(complaint);
});
