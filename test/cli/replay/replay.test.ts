import { Socket } from 'node:net';
import fc from 'fast-check';
import { linesOf, replaceEnvironment } from '../captured-io';
import {
  MICRO,
  MICRO_TPM,
  POOL,
  RPM,
  replay,
  runReplay,
  SONNET,
  TPM,
  toLine,
  toLines,
  toQuotaRow,
  toQuotasFile,
  US,
} from './incident';

const EU = `eu.${SONNET}`;

const connect = jest.spyOn(Socket.prototype, 'connect');
beforeEach(() => replaceEnvironment({}));
afterEach(() => {
  expect(connect).not.toHaveBeenCalled();
});
afterAll(() => connect.mockRestore());

describe('causes', () => {
  test('throttles at the limit of the minute while the day is at 5 %: tokens per minute, never the day', async () => {
    const lines = [
      toLine('14:30', US, { invocations: 80, estimatedTpm: 2_010_000 }),
      toLine('14:31', US, { invocations: 40, throttles: 12, estimatedTpm: 1_000_000 }),
      toLine('14:32', US, { invocations: 39, throttles: 25, estimatedTpm: 990_000 }),
      toLine('14:33', US, { invocations: 41, throttles: 9, estimatedTpm: 1_000_000 }),
    ];
    const { byId, document } = await replay({ lines: toLines(lines) }, '--lookback 3m');
    expect(byId[`throttled/crossRegion/${SONNET}`]).toMatchObject({
      severity: 'critical',
      quotaCode: TPM,
      usage: { value: 46, unit: 'requests', at: '2026-10-14T14:33:00Z', window: 'lookback' },
      cause: { kind: 'tokensPerMinute' },
    });
    expect(byId[`dailyPool/${POOL}`]).toMatchObject({ severity: 'ok', utilizationPercent: 5 });
    expect(byId[`utilization/${TPM}`]).toMatchObject({ severity: 'critical', utilizationPercent: 100, headroom: 0 });
    expect(byId[`utilization/${RPM}`]).toMatchObject({ usage: { value: 41 }, utilizationPercent: 4.1 });
    expect(document).toMatchObject({
      accountId: '111122223333',
      region: 'us-east-1',
      evaluatedAt: '2026-10-14T14:34:00Z',
    });
  });

  test('a zero quota with attempts is a zero quota', async () => {
    const lines = [toLine('14:30', MICRO, { throttles: 3 }), toLine('14:31', MICRO, { throttles: 4 })];
    const { byId } = await replay({ lines: toLines(lines) });
    expect(byId[`throttled/onDemand/${MICRO}`]).toMatchObject({
      severity: 'critical',
      quotaCode: MICRO_TPM,
      usage: { value: 7 },
      appliedValue: 0,
      cause: { kind: 'zeroQuota', confidence: 'high' },
    });
    expect(Object.values(byId).map(({ kind }) => kind)).toContain('zeroQuota');
  });
});

describe('quota tokens of a minute', () => {
  const RAW = { invocations: 1, input: 26, output: 1203, cacheRead: 50_000 };
  test.each([
    ['native', [[US, { invocations: 1, estimatedTpm: 6041 }]], 6041],
    ['native', [[US, { ...RAW, estimatedTpm: 6000 }]], 6000],
    ['reconstructed', [[US, RAW]], 6041],
    ['reconstructed', [[US, { ...RAW, estimatedTpm: null }]], 6041],
    ['reconstructed', [[US, { invocations: 1, input: 13, cacheWrite: 8814, output: 4 }]], 8847],
    [
      'mixed',
      [
        [US, { invocations: 1, estimatedTpm: 959 }],
        [EU, RAW],
      ],
      7000,
    ],
    ['native', [[US, { invocations: 1.5, estimatedTpm: 0.25 }]], 0.25],
  ] as const)('%s: %j are %d', async (provenance, parts, tokens) => {
    const lines = parts.map(([modelId, counts]) => toLine('14:32', modelId, counts));
    const { byId } = await replay({ lines: toLines(lines) });
    expect(byId[`utilization/${TPM}`]?.usage).toEqual({
      value: tokens,
      unit: 'tokens',
      at: '2026-10-14T14:32:00Z',
      window: 'minute',
      provenance,
    });
  });
});

describe('whose traffic', () => {
  const counts = { invocations: 1, estimatedTpm: 100_000 };

  test('all geographic prefixes of a model are one cross-Region traffic, unknown ones of a known model too', async () => {
    const prefixes = ['us', 'eu', 'apac', 'us-gov', 'xx'];
    const lines = prefixes.map((prefix) => toLine('14:32', `${prefix}.${SONNET}`, counts));
    const { byId, document } = await replay({ lines: toLines(lines) });
    expect(byId[`utilization/${TPM}`]).toMatchObject({ usage: { value: 500_000 }, utilizationPercent: 50 });
    expect(document.coverage).toMatchObject({ unmappedModelIds: [] });
  });

  test('on-demand and global calls are traffic of their own', async () => {
    const lines = [US, SONNET, `global.${SONNET}`].map((modelId) => toLine('14:32', modelId, counts));
    const { byId } = await replay({ lines: toLines(lines) });
    expect(byId[`utilization/${TPM}`]).toMatchObject({ usage: { value: 100_000 } });
  });

  const APPLICATION = 's529qz7ddy06';
  const arn = (id: string) => `arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/${id}`;
  const profiles = JSON.stringify({
    inferenceProfileSummaries: [
      {
        inferenceProfileId: APPLICATION,
        inferenceProfileName: 'checkout',
        inferenceProfileArn: arn(APPLICATION),
        type: 'APPLICATION',
        models: ['us-east-1', 'us-west-2'].map((region) => ({
          modelArn: `arn:aws:bedrock:${region}::foundation-model/${SONNET}`,
        })),
      },
    ],
  });

  test.each([APPLICATION, arn(APPLICATION)])('--profiles tells where %s counts', async (modelId) => {
    const lines = toLines([toLine('14:32', modelId, counts), toLine('14:32', US, counts)]);
    const { byId, document } = await replay({ lines, profiles });
    expect(byId[`utilization/${TPM}`]).toMatchObject({ usage: { value: 200_000 } });
    expect(document.coverage).toMatchObject({ unmappedModelIds: [] });
  });

  test.each([APPLICATION, arn(APPLICATION)])('without --profiles %s is unmapped usage', async (modelId) => {
    const lines = toLines([toLine('14:32', modelId, counts), toLine('14:32', US, counts)]);
    const { byId, document } = await replay({ lines });
    expect(byId[`utilization/${TPM}`]).toMatchObject({ usage: { value: 100_000 } });
    expect(document.coverage).toMatchObject({ unmappedModelIds: [modelId] });
    expect(Object.values(byId)).toContainEqual(expect.objectContaining({ kind: 'unmappedUsage' }));
  });

  test('--models adds models that are newer than the program', async () => {
    const model = { modelId: 'newcomer.nova-9', modelName: 'Claude Sonnet 9', providerName: 'Anthropic' };
    const row = { ...toQuotaRow(TPM, 1e6), QuotaName: NAME_OF_9 };
    const files = { lines: toLines([toLine('14:32', 'us.newcomer.nova-9', counts)]), quotas: JSON.stringify([row]) };
    expect((await replay(files)).document.coverage).toMatchObject({ unmappedModelIds: ['us.newcomer.nova-9'] });
    const models = JSON.stringify({ modelSummaries: [model] });
    const { byId } = await replay({ ...files, models });
    expect(byId[`utilization/${TPM}`]).toMatchObject({ modelIds: ['newcomer.nova-9'], usage: { value: 100_000 } });
  });
});

test('--overrides count as in check', async () => {
  const lines = toLines([toLine('14:32', MICRO, { invocations: 1, estimatedTpm: 250_000 })]);
  const name = NAME_OF_9.replace('Cross-region', 'On-demand');
  const quotas = JSON.stringify([{ ...toQuotaRow(MICRO_TPM, 1e6), QuotaName: name }]);
  expect(Object.keys((await replay({ lines, quotas })).byId)).not.toContain(`utilization/${MICRO_TPM}`);
  const overrides = JSON.stringify({ [MICRO_TPM]: [MICRO] });
  const { byId } = await replay({ lines, quotas, overrides });
  expect(byId[`utilization/${MICRO_TPM}`]).toMatchObject({ utilizationPercent: 25 });
});

const NAME_OF_9 = 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 9';

describe('clock and look-back', () => {
  const call = (tokens: number) => ({ invocations: 1, estimatedTpm: tokens });
  const DAY = [
    { ...toLine('23:30', US, call(30_000_000)), at: '2026-10-13T23:30:00Z' },
    { ...toLine('00:29', US, call(9_000_000)), at: '2026-10-13T00:29:00Z' },
    toLine('00:00', US, call(1_000_000)),
    toLine('00:29', US, call(4_000_000)),
  ];

  test('after midnight the rolling day is the larger: it has yesterday, but nothing older than 1,440 minutes', async () => {
    const { byId } = await replay({ lines: toLines(DAY) });
    expect(byId[`dailyPool/${POOL}`]).toMatchObject({
      usage: { value: 35_000_000, window: 'rolling24h', provenance: 'estimate' },
      utilizationPercent: 35,
    });
  });

  test('just before midnight both readings are the same', async () => {
    const lines = toLines([toLine('00:00', US, call(1_000_000)), toLine('23:58', US, call(2_000_000))]);
    const { byId } = await replay({ lines });
    expect(byId[`dailyPool/${POOL}`]).toMatchObject({ usage: { value: 3_000_000, window: 'utcDay' } });
  });

  test('--at is not complete and does not count; the note says what lies outside and how to include it', async () => {
    const { byId, document, error } = await replay({ lines: toLines(DAY) }, '--at 2026-10-14T00:29:40Z --lookback 10m');
    expect(document.evaluatedAt).toBe('2026-10-14T00:29:00Z');
    expect(byId[`dailyPool/${POOL}`]).toMatchObject({ usage: { value: 40_000_000 } });
    expect(linesOf(error)).toEqual([
      'quota-watchdog: note: lines: of 4 lines, 3 before the look-back of 10m (--lookback 24h includes them; the day ' +
        'readings use the last 1,440 minutes in any case) and 1 at or after 2026-10-14T00:29:00Z (--at ' +
        '2026-10-14T00:30:00Z includes them)',
    ]);
  });

  test('lines older than a day are said to be out of reach', async () => {
    const { error } = await replay({ lines: toLines(DAY) }, '--lookback 1d');
    expect(linesOf(error)).toEqual([expect.stringContaining('1 before the look-back of 24h (24h is the maximum')]);
  });

  test('nothing is said when every line counts', async () => {
    expect((await replay({ lines: toLines([toLine('14:32', US, call(1))]) })).error).toBe('');
  });
});

describe('defaults', () => {
  const lines = toLines([toLine('14:32', US, { invocations: 1, estimatedTpm: 10 })]);
  const kinds = async (defaults?: string) => {
    const { byId } = await replay({ lines, ...(defaults === undefined ? {} : { defaults }) });
    return Object.values(byId).map(({ kind }) => kind);
  };

  test('without --defaults a default is unknown, so nothing is below it', async () => {
    expect(await kinds()).not.toContain('belowDefault');
  });

  test('with --defaults an applied value below it is told', async () => {
    const defaults = JSON.stringify({ Quotas: [toQuotaRow(TPM, 5e6, 'us-east-1:')] });
    expect(await kinds(defaults)).toContain('belowDefault');
  });
});

describe('output', () => {
  const lines = toLines([toLine('14:32', US, { invocations: 1, estimatedTpm: 970_412 })]);

  test('exit codes are those of check', async () => {
    const codes = [];
    for (const failOn of ['never', 'critical', 'warning']) {
      codes.push((await runReplay({ lines }, `--fail-on ${failOn}`)).exitCode);
    }
    const quiet = toLines([toLine('14:32', US, { invocations: 1, estimatedTpm: 10 })]);
    const quotas = toQuotasFile({ [TPM]: 1e6, [RPM]: 1000 });
    codes.push((await runReplay({ lines: quiet, quotas }, '--fail-on warning')).exitCode);
    expect(codes).toEqual([0, 1, 1, 0]);
  });

  test('a table, and a page', async () => {
    const { out, files } = await runReplay({ lines }, '--html page.html');
    expect(out).toMatch(/^us-east-1, account 111122223333, 2026-10-14 14:33 UTC: /);
    expect(out).toMatch(
      /critical +Claude Sonnet 4\.5 V1, cross-Region TPM +█████▊ +97% +97% 14:32 +1,000,000\nutilization +970,412 +970,412/,
    );
    expect(files.get('page.html')).toContain(`data-finding="utilization/${TPM}"`);
  });

  test('rows of the list in doubt are gaps, as in check', async () => {
    const rows = [toQuotaRow(TPM, 1e6), toQuotaRow(RPM, 'many')];
    const { document, error } = await replay({ lines, quotas: JSON.stringify({ Quotas: rows }) });
    expect(document.coverage).toMatchObject({ errors: [expect.stringContaining(`${RPM}, `)] });
    expect(linesOf(error)).toEqual([expect.stringMatching(/^quota-watchdog: warning: us-east-1: L-4A6BFAB1/)]);
  });
});

test('the order of the lines means nothing', async () => {
  const ids = [US, EU, MICRO, SONNET, 's529qz7ddy06'];
  const lines = ids.flatMap((modelId, model) =>
    ['09:10', '14:30', '14:31', '14:32'].map((clock, minute) =>
      toLine(clock, modelId, {
        invocations: 10 + model,
        throttles: minute === 2 ? model : 0,
        input: 0.1 * (model + 1),
        output: 1000 * minute,
        ...(model % 2 === 0 ? { estimatedTpm: 300_000.3 + 7 * minute } : {}),
      }),
    ),
  );
  const { out: expected } = await runReplay({ lines: toLines(lines) });
  expect(JSON.parse(expected).coverage.activeModelIds).toEqual([...ids].sort());
  const shuffled = fc.shuffledSubarray(lines, { minLength: lines.length });
  await fc.assert(
    fc.asyncProperty(shuffled, async (order) => {
      expect((await runReplay({ lines: toLines(order) })).out).toBe(expected);
    }),
    { numRuns: 25 },
  );
});
