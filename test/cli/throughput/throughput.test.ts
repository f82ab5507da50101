import type { LocalAccount } from '../../../local/account/local-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';
import { NOVA, type RecordedMinute, SONNET, startDaysAccount } from '../days-account';

let account: LocalAccount;
let recorded: readonly RecordedMinute[];
beforeAll(async () => {
  ({ account, recorded } = await startDaysAccount());
});
beforeEach(() => {
  replaceEnvironment(account.environment);
  account.faults.clear();
});
afterAll(() => account.close());

const PRICE = '--price-per-unit-hour 60';

async function throughput(args: string) {
  const run = await runCli(`throughput ${args}`);
  return { ...run, error: run.error.replace(/^reading.*\n/gm, '') };
}

async function throughputJson(args: string) {
  return JSON.parse((await throughput(`${args} --json`)).out);
}

interface Minute {
  accepted: number;
  throttles: number;
}

/** The minutes of Sonnet, all its callers together, computed here once more. */
function minutesOfSonnet(): { minutes: Minute[]; input: number; output: number; requests: number } {
  const own = recorded.filter(({ modelId }) => modelId !== NOVA);
  const minutes = new Map<number, Minute>();
  let [input, output, requests] = [0, 0, 0];
  for (const one of own) {
    const minute = minutes.get(one.minute) ?? { accepted: 0, throttles: 0 };
    minute.accepted += one.input + one.output;
    minute.throttles += one.throttles;
    minutes.set(one.minute, minute);
    input += one.input;
    output += one.output;
    requests += one.requests;
  }
  return { minutes: [...minutes.values()], input, output, requests };
}

test('the numbers are those of the minutes that were recorded', async () => {
  const document = await throughputJson(
    `${SONNET} ${PRICE} --tokens-per-minute-per-unit 20000 --input-price 3 --output-price 15 --term 6months`,
  );
  const { minutes, input, output, requests } = minutesOfSonnet();
  const mean = (input + output) / requests;
  const demands = minutes.map(({ accepted, throttles }) => accepted + throttles * mean);
  const peak = Math.max(...demands);
  const onDemand = (((input * 3 + output * 15) / 1e6) * 730) / (14 * 24);
  expect(document).toMatchObject({
    schemaVersion: 1,
    accountId: expect.stringMatching(/^(?:111122223333|000000000000)$/),
    region: 'us-east-1',
    model: SONNET,
    from: '2026-09-30T14:33:00Z',
    to: NOW,
    term: '6months',
    busyMinutes: minutes.length,
    requests,
    tokens: { input, output, cached: 0 },
    throttles: { minutes: minutes.filter(({ throttles }) => throttles > 0).length },
  });
  expect(document.peakTokensPerMinute).toBeCloseTo(peak, 1);
  expect(document.onDemandMonthlyCost).toBeCloseTo(onDemand, 1);
  expect(document.breakEvenTokensPerMinute).toBeCloseTo((input + output) / (input * 3e-6 + output * 15e-6), 0);
  expect(document.units).toHaveLength(Math.ceil(peak / 20_000));
  expect(document.units.length).toBeGreaterThan(2);
  for (const row of document.units) {
    const room = row.units * 20_000;
    const within = minutes.reduce((sum, { accepted }) => sum + Math.min(accepted, room), 0);
    const served = minutes.filter((one, index) => one.throttles > 0 && (demands[index] ?? 0) <= room).length;
    expect(row.servedThrottledMinutes).toBe(served);
    expect(row.servedShare).toBeCloseTo(within / (input + output), 3);
    expect(row.useOfUnits).toBeCloseTo(within / (room * 14 * 1440), 3);
    expect(row.monthlyCost).toBe(row.units * 43_800);
    expect(row.commitmentCost).toBe(row.units * 43_800 * 6);
    expect(row.monthlyCostWithRest).toBeGreaterThanOrEqual(row.monthlyCost);
  }
  expect(document.units.at(-1)).toMatchObject({
    servedThrottledMinutes: document.throttles.minutes,
    servedShare: 1,
    monthlyCostWithRest: document.units.length * 43_800,
  });
});

test('the reserved tier covers minutes by the thousand tokens, at the price that is given', async () => {
  const { reserved } = await throughputJson(`${SONNET} ${PRICE} --reserved-price-per-1k-tpm-month 12.5`);
  const { minutes, input, output, requests } = minutesOfSonnet();
  const mean = (input + output) / requests;
  for (const row of reserved) {
    const covered = minutes.filter(({ accepted, throttles }) => accepted + throttles * mean <= row.tokensPerMinute);
    expect(row.coveredMinutes).toBe(covered.length);
    expect(row.monthlyCost).toBe((row.tokensPerMinute / 1000) * 12.5);
  }
  expect(reserved.at(-1)).toMatchObject({ coveredMinutes: minutes.length, servedShare: 1 });
});

test('what is not given is not known: no invented price, no invented throughput', async () => {
  const { units, onDemandMonthlyCost, breakEvenTokensPerMinute, reserved, unknowns, peakTokensPerMinute } =
    await throughputJson(`${SONNET} ${PRICE}`);
  expect({ onDemandMonthlyCost, breakEvenTokensPerMinute }).toEqual({
    onDemandMonthlyCost: null,
    breakEvenTokensPerMinute: null,
  });
  expect(units[1]).toEqual({
    units: 2,
    servedThrottledMinutes: null,
    servedShare: null,
    useOfUnits: null,
    monthlyCost: 87_600,
    monthlyCostWithRest: null,
    commitmentCost: 0,
    leastTokensPerMinutePerUnit: Math.ceil(peakTokensPerMinute / 2),
  });
  expect(reserved[0].monthlyCost).toBeNull();
  for (const part of ['does not publish', 'retries of SDKs', '--input-price', '--reserved-price-per-1k-tpm-month'])
    expect(unknowns.join('\n')).toContain(part);
});

test('half of the prices is no price', async () => {
  expect((await throughputJson(`${SONNET} ${PRICE} --input-price 3`)).onDemandMonthlyCost).toBeNull();
});

test('quotas of model units are those of the model and the term; a name that is none of it is not taken', async () => {
  const codesOf = async (args: string) =>
    (await throughputJson(`${args} ${PRICE}`)).modelUnitQuotas.map((one: { quotaCode: string }) => one.quotaCode);
  const lite = 'amazon.nova-2-lite-v1:0';
  expect(await codesOf(`${lite} --term none`)).toEqual(['L-07D3BCF0', 'L-8CAEE163', 'L-FE44174A']);
  expect(await codesOf(`${lite} --term 1month`)).toEqual(['L-07D3BCF0']);
  const { modelUnitQuotas, unknowns } = await throughputJson(`${SONNET} ${PRICE} --term 1month`);
  expect(modelUnitQuotas).toEqual([]);
  expect(unknowns.join('\n')).toContain('no quota of the account is named for it');
});

test('a quota that is too small is asked for first, or in a case', async () => {
  const { out } = await throughput(`amazon.nova-2-lite-v1:0 ${PRICE}`);
  expect(out).toContain('--quota-code L-07D3BCF0 --desired-value 1 --region us-east-1');
  expect(out).toContain('not adjustable: ask in a Support case');
});

test.each(['en', 'pt-BR'])('is no wider than 100 columns in %s, commands and names apart', async (language) => {
  for (const args of ['--tokens-per-minute-per-unit 20000 --input-price 3 --output-price 15 --term 1month', '']) {
    const { out, exitCode } = await throughput(`${SONNET} ${PRICE} ${args} --language ${language}`);
    expect(exitCode).toBe(0);
    expect(linesOf(out).filter((line) => line.length > 100 && !line.includes('aws service-quotas'))).toEqual([]);
  }
});

test('speaks Portuguese, and English in JSON', async () => {
  const { out } = await throughput(`${SONNET} ${PRICE} --language pt-BR`);
  expect(out).toContain('Desconhecido ou presumido:');
  expect((await throughputJson(`${SONNET} ${PRICE} --language pt-BR`)).unknowns.join()).toContain('does not publish');
});

test('no traffic is said, and is no failure', async () => {
  const call = `amazon.nova-micro-v1:0 ${PRICE} --tokens-per-minute-per-unit 1000`;
  const { out, exitCode } = await throughput(call);
  expect(out).toContain('no traffic in this time');
  expect(exitCode).toBe(0);
  expect(await throughputJson(call)).toMatchObject({
    busyMinutes: 0,
    reserved: null,
    onDemandMonthlyCost: 0,
    breakEvenTokensPerMinute: null,
    units: [{ units: 1, servedShare: null, useOfUnits: 0, monthlyCost: 43_800 }],
  });
});

test('what cannot be read is told, with the permission that is missing', async () => {
  account.faults.add({ service: 'cloudwatch', operation: 'GetMetricData', kind: 'accessDenied', times: 99 });
  const { error, exitCode, out } = await throughput(`${SONNET} ${PRICE}`);
  expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
  expect(error).toContain('cloudwatch:GetMetricData');
});

test.each([
  [`${SONNET}`, "required option '--price-per-unit-hour <dollars>' not specified"],
  ...['-1', 'NaN', '1,5', '0', '1e3', 'Infinity'].map((price) => [
    `${SONNET} --price-per-unit-hour=${price}`,
    'Give US dollars above 0',
  ]),
  [`${SONNET} ${PRICE} --input-price 1,5`, 'Give US dollars, 0 or more'],
  [`${SONNET} ${PRICE} --output-price=-3`, 'Give US dollars, 0 or more'],
  [`${SONNET} ${PRICE} --reserved-price-per-1k-tpm-month 0`, 'Give US dollars above 0'],
  [`${SONNET} ${PRICE} --tokens-per-minute-per-unit 0`, 'Give a whole number above 0'],
  [`${SONNET} ${PRICE} --term 2months`, 'Allowed choices are none, 1month, 6months'],
  [`nobody ${PRICE}`, 'no model to look for'],
])('throughput %s is a wrong call, in one line', async (args, complaint) => {
  const { out, error, exitCode } = await throughput(args);
  expect({ out, exitCode, lines: linesOf(error).length }).toEqual({ out: '', exitCode: 2, lines: 1 });
  expect(error).toContain(complaint);
});
