import type { EvaluationInput } from '../../../../lib/core/findings/evaluation';
import { toQuotaHistories } from '../../../../lib/core/measure/quota-history';
import { takeTemperatures } from '../../../../lib/core/measure/reading-plan';
import { parseSeriesKey, seriesKeyOf } from '../../../../lib/core/vocabulary/series-key';
import { dailyPool, mantleSeries, minuteOf, quota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { find, findingsOf, input, NOW, TOKENS } from './evaluation';

const OPUS = 'anthropic.claude-opus-4-8';

/** A quota of the mantle endpoint for Claude Opus 4.8. */
const mantleQuota = (direction: 'input' | 'output', changes = {}) =>
  quota({
    quotaCode: direction === 'input' ? 'L-8528F119' : 'L-37491D63',
    quotaName: `[bedrock-mantle endpoint] ${direction === 'input' ? 'Input' : 'Output'} tokens per minute for Claude Opus 4.8`,
    endpoint: 'mantle',
    scope: 'onDemand',
    dimension: direction === 'input' ? 'inputTokensPerMinute' : 'outputTokensPerMinute',
    modelLabel: 'Claude Opus 4.8',
    appliedValue: direction === 'input' ? 20_000_000 : 2_000_000,
    defaultValue: direction === 'input' ? 20_000_000 : 2_000_000,
    modelIds: [OPUS],
    ...changes,
  });

const MANTLE = [mantleQuota('input'), mantleQuota('output')];
const INPUT = 'utilization/L-8528F119';
const OUTPUT = 'utilization/L-37491D63';

/** 96 % of the input, 10 % of the output. */
const BUSY = usage('14:32', { invocations: 12, input: 19_200_000, output: 200_000 });

function detailsOf(changes: Partial<EvaluationInput>, id: string): Record<string, string> {
  const described = judge(input(changes)).described.find(({ finding }) => finding.id === id);
  return Object.fromEntries(described?.context.details ?? []);
}

describe('the quotas of the mantle endpoint', () => {
  it('compares input with input and output with output, in raw tokens', () => {
    const findings = findingsOf({ quotas: MANTLE, series: [mantleSeries(OPUS, [BUSY])] });
    expect(find(findings, INPUT)).toMatchObject({
      kind: 'utilization',
      severity: 'critical',
      quotaCode: 'L-8528F119',
      modelIds: [OPUS],
      scope: 'onDemand',
      dimension: 'inputTokensPerMinute',
      usage: {
        value: 19_200_000,
        unit: 'tokens',
        at: '2026-10-14T14:32:00Z',
        window: 'minute',
        provenance: 'native',
      },
      utilizationPercent: 96,
      headroom: 800_000,
      cause: null,
    });
    expect(find(findings, OUTPUT)).toMatchObject({
      severity: 'ok',
      dimension: 'outputTokensPerMinute',
      usage: { value: 200_000, provenance: 'native' },
      utilizationPercent: 10,
    });
  });

  it('takes the peak minute of each direction by itself', () => {
    const minutes = [
      usage('14:30', { invocations: 1, input: 100, output: 1_000_000 }),
      usage('14:31', { invocations: 1, input: 5_000_000, output: 100 }),
    ];
    const findings = findingsOf({ quotas: MANTLE, series: [mantleSeries(OPUS, minutes)] });
    expect(find(findings, INPUT).usage).toMatchObject({ value: 5_000_000, at: '2026-10-14T14:31:00Z' });
    expect(find(findings, OUTPUT).usage).toMatchObject({ value: 1_000_000, at: '2026-10-14T14:30:00Z' });
  });

  it('calls a part of the traffic a lower bound', () => {
    const findings = findingsOf({ quotas: MANTLE, series: [mantleSeries(OPUS, [BUSY], false)] });
    expect(find(findings, INPUT).usage?.provenance).toBe('lowerBound');
  });

  it('a quota of 0 with traffic is critical, and counts as attempted', () => {
    const quotas = [mantleQuota('input', { appliedValue: 0 })];
    const findings = findingsOf({ quotas, series: [mantleSeries(OPUS, [BUSY])] });
    expect(find(findings, INPUT)).toMatchObject({ severity: 'critical', utilizationPercent: null });
    expect(find(findings, 'zeroQuota').severity).toBe('critical');
  });

  it('says what it cannot see, and the client errors only when there are some', () => {
    const quiet = detailsOf({ quotas: MANTLE, series: [mantleSeries(OPUS, [BUSY])] }, INPUT);
    expect(quiet['Not seen']).toBe('no metric counts the 429s of the mantle endpoint');
    expect(quiet).not.toHaveProperty('Client errors');
    const refused = mantleSeries(OPUS, [usage('14:31', { clientErrors: 3 }), BUSY]);
    expect(detailsOf({ quotas: MANTLE, series: [refused] }, INPUT)['Client errors']).toBe(
      '3 calls in the look-back; they may include 429s',
    );
  });

  it('names the direction in its sentence', () => {
    const { described } = judge(input({ quotas: MANTLE, series: [mantleSeries(OPUS, [BUSY])] }));
    expect(described[0]?.context.summary).toBe(
      'Claude Opus 4.8, bedrock-mantle, used 19,200,000 of 20,000,000 input tokens in the minute 14:32 UTC.',
    );
  });

  it('forecasts, warms and draws them as the others', () => {
    const rise = Array.from({ length: 15 }, (_, i) =>
      usage(NOW - 15 + i, { invocations: 1, input: 600_000 * (i + 1), output: 1 }),
    );
    const { traffic, document } = judge(input({ quotas: MANTLE, series: [mantleSeries(OPUS, rise)] }));
    expect(find(document.findings, INPUT).exhaustionAt).toBe('2026-10-14T14:51:00Z');
    expect(takeTemperatures(traffic, MANTLE, NOW)).toEqual({ [`mantle/${OPUS}`]: 'hot' });
    const histories = toQuotaHistories(MANTLE, traffic, NOW);
    expect(histories.map(({ quotaCode, points }) => [quotaCode, points.at(-1)?.value])).toEqual([
      ['L-8528F119', 9_000_000],
      ['L-37491D63', 1],
    ]);
  });
});

describe('the two endpoints apart', () => {
  const runtimeQuotas = [quota(), quota({ quotaCode: 'L-00000001', scope: 'onDemand' })];
  const mantleSonnet = mantleQuota('input', { modelIds: [SONNET] });

  it('one id on both endpoints is two series: each spends its own quotas', () => {
    const findings = findingsOf({
      quotas: [...runtimeQuotas, mantleSonnet],
      series: [
        series(SONNET, [usage('14:32', { invocations: 1, estimatedTpm: 70_000 })]),
        mantleSeries(SONNET, [BUSY]),
      ],
    });
    expect(find(findings, 'utilization/L-00000001').usage?.value).toBe(70_000);
    expect(find(findings, INPUT).usage?.value).toBe(19_200_000);
    expect(findings.map(({ id }) => id)).not.toContain(TOKENS);
  });

  it('mantle traffic alone leaves the runtime quotas of the model without usage, and the other way round', () => {
    const idsOf = (one: ReturnType<typeof series>) =>
      findingsOf({ quotas: [...runtimeQuotas, mantleSonnet], series: [one] })
        .filter(({ kind }) => kind === 'utilization')
        .map(({ id }) => id);
    expect(idsOf(mantleSeries(SONNET, [BUSY]))).toEqual([INPUT]);
    expect(idsOf(series(SONNET, [BUSY]))).toEqual(['utilization/L-00000001']);
  });

  it("counts mantle tokens neither in the account's day nor in the model's, and says so only when there are some", () => {
    const row = quota({ quotaCode: 'L-00000002', scope: 'model', dimension: 'tokensPerDay', appliedValue: 9_000_000 });
    const quotas = [dailyPool(), row, mantleSonnet];
    const runtime = series(SONNET, [usage('14:32', { invocations: 1, estimatedTpm: 70_000 })]);
    const both = { quotas, series: [runtime, mantleSeries(SONNET, [BUSY])] };
    const findings = findingsOf(both);
    expect(find(findings, 'utilization/L-E3F10727').usage?.value).toBe(70_000);
    expect(find(findings, 'utilization/L-00000002').usage?.value).toBe(70_000);
    expect(detailsOf(both, 'dailyPool/L-E3F10727')['Not counted']).toContain('bedrock-mantle');
    expect(detailsOf(both, 'utilization/L-00000002')).not.toHaveProperty('Not counted');
    expect(detailsOf({ ...both, series: [runtime] }, 'dailyPool/L-E3F10727')).not.toHaveProperty('Not counted');
    const dayBefore = mantleSeries(SONNET, [usage(minuteOf('14:32', '2026-10-13'), { input: 5 })]);
    expect(detailsOf({ ...both, series: [runtime, dayBefore] }, 'dailyPool/L-E3F10727')).not.toHaveProperty(
      'Not counted',
    );
  });

  it('looks back by series: a late first read of one endpoint is no news of the other', () => {
    const changes = {
      quotas: [quota({ scope: 'onDemand' }), mantleSonnet],
      lookbackMinutes: 10,
      lookFrom: new Map([[`mantle/${SONNET}`, minuteOf('14:00')]]),
      series: [
        series(SONNET, [usage('14:05', { invocations: 1, estimatedTpm: 990_000 })]),
        mantleSeries(SONNET, [usage('14:05', { invocations: 1, input: 19_200_000 })]),
      ],
    };
    expect(
      findingsOf(changes)
        .filter(({ kind }) => kind === 'utilization')
        .map(({ id }) => id),
    ).toEqual([INPUT]);
  });

  it('names a model id that both endpoints are called with once', () => {
    const { coverage } = judge(
      input({ quotas: [mantleSonnet], series: [series(SONNET, [BUSY]), mantleSeries(SONNET, [BUSY])] }),
    ).document;
    expect(coverage.mappedModelIds).toEqual([SONNET]);
    expect(coverage.activeModelIds).toEqual([SONNET]);
  });
});

describe('mantle traffic of an id that no mantle quota is mapped to', () => {
  const gpt = mantleQuota('input', { modelIds: [], mapping: 'unmapped', modelLabel: 'GPT-5.4' });

  it.each([
    ['a label without a base id', 'openai.gpt-5.4', [gpt]],
    ['a model with runtime quotas only', SONNET, [quota({ scope: 'onDemand' }), ...MANTLE]],
    ['a profile id', `us.${OPUS}`, MANTLE],
    ['an account without mantle quotas', OPUS, []],
  ])('%s is told with its amount: %s', (_, modelId, quotas) => {
    const { document, described } = judge(input({ quotas, series: [mantleSeries(modelId, [BUSY])] }));
    expect(document.findings.filter(({ kind }) => kind === 'utilization')).toEqual([]);
    expect(find(document.findings, `unmappedUsage/mantle/${modelId}`)).toMatchObject({
      severity: 'unknown',
      modelIds: [modelId],
      usage: { value: 19_400_000, unit: 'tokens', window: 'lookback', provenance: 'native' },
    });
    expect(described.find(({ finding }) => finding.kind === 'unmappedUsage')?.context.summary).toBe(
      `12 calls with 19,400,000 tokens went to the model id ${modelId} on bedrock-mantle, which no known quota covers.`,
    );
    expect(document.coverage.unmappedModelIds).toEqual([modelId]);
  });

  it('has no limit per customer, where every mantle quota found another model: said, and no alarm', () => {
    const { document, described } = judge(
      input({ quotas: MANTLE, series: [mantleSeries('openai.gpt-oss-20b', [BUSY])] }),
    );
    expect(find(document.findings, 'unmappedUsage/mantle/openai.gpt-oss-20b')).toMatchObject({
      severity: 'ok',
      usage: { value: 19_400_000 },
      remedies: [],
    });
    const context = described.find(({ finding }) => finding.kind === 'unmappedUsage')?.context;
    expect(new Map(context?.details).get('Reason')).toContain('AWS sets no per-customer limit for openai.gpt-oss-20b');
    expect(document.coverage.unmappedModelIds).toEqual([]);
  });

  it('is not said to have none while quotas could not be read', () => {
    const failed = { source: 'servicequotas:ListServiceQuotas', message: 'it failed' };
    const findings = findingsOf({
      quotas: MANTLE,
      series: [mantleSeries('openai.gpt-oss-20b', [BUSY])],
      blindSpots: [failed],
    });
    expect(find(findings, 'unmappedUsage/mantle/openai.gpt-oss-20b').severity).toBe('unknown');
  });

  it("is compared once the user's override joins them", () => {
    const findings = findingsOf({
      quotas: [{ ...gpt, modelIds: ['openai.gpt-5.4'], mapping: 'override' }],
      series: [mantleSeries('openai.gpt-5.4', [BUSY])],
    });
    expect(find(findings, INPUT).utilizationPercent).toBe(96);
  });
});

describe('what is advised', () => {
  it('meanwhile the runtime of the same model, named as such', () => {
    const onDemand = quota({ quotaCode: 'L-00000001', scope: 'onDemand', modelIds: [OPUS] });
    const [, fallback] = find(
      findingsOf({ quotas: [...MANTLE, onDemand], series: [mantleSeries(OPUS, [BUSY])] }),
      INPUT,
    ).remedies;
    expect(fallback?.title).toContain(
      'call anthropic.claude-opus-4-8 through bedrock-runtime: 100% free (1,000,000 tokens/min)',
    );
  });

  it('no door of the runtime for a mantle quota that cannot be raised', () => {
    const quotas = [mantleQuota('input', { adjustable: false }), quota({ modelIds: [OPUS], appliedValue: 0 })];
    const { remedies } = find(findingsOf({ quotas, series: [mantleSeries(OPUS, [BUSY])] }), INPUT);
    expect(remedies.map(({ title }) => title)).toEqual([expect.stringContaining('Open a Support case')]);
  });
});

it.each([
  ['runtime', SONNET, SONNET],
  ['runtime', 's529qz7ddy06', 's529qz7ddy06'],
  ['mantle', SONNET, `mantle/${SONNET}`],
] as const)('the key of a %s series of %s is %s, and leads back', (endpoint, modelId, key) => {
  expect(seriesKeyOf({ endpoint, modelId })).toBe(key);
  expect(parseSeriesKey(key)).toEqual({ endpoint, modelId });
});
