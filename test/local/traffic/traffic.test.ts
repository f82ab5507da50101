import { createQuotaBook } from '../../../local/quotas/book';
import { MetricsStore } from '../../../local/traffic/metrics-store';
import { Traffic, type TrafficPool } from '../../../local/traffic/traffic';

const AT = Date.UTC(2026, 9, 14, 12);
const MINUTE = AT / 60_000;
const POOL: TrafficPool = {
  baseModelId: 'base',
  modelIds: ['model', 'sibling'],
  tokensPerMinute: 'L-00000001',
  requestsPerMinute: null,
  daily: ['L-00000002'],
};

function startTraffic(values: { minute: number; day: number }) {
  const toRow = (quotaCode: string, appliedValue: number) => ({
    quotaCode,
    quotaName: quotaCode,
    appliedValue,
    defaultValue: null,
    adjustable: true,
  });
  const store = new MetricsStore();
  const traffic = new Traffic({
    book: createQuotaBook([toRow('L-00000001', values.minute), toRow('L-00000002', values.day)]),
    store,
    visibility: () => 0,
    findPool: () => POOL,
    rateOf: () => 5,
  });
  const sumOf = (name: string, modelId = 'model') =>
    store
      .find({ namespace: 'AWS/Bedrock', name, dimensions: { ModelId: modelId } })
      ?.minutes.get(MINUTE)
      ?.reduce((sum, part) => sum + part.sum, 0);
  const mantleSumOf = (name: string, dimensions: Record<string, string>) =>
    store
      .find({ namespace: 'AWS/BedrockMantle', name, dimensions })
      ?.minutes.get(MINUTE)
      ?.reduce((sum, part) => sum + part.sum, 0);
  return { traffic, sumOf, mantleSumOf };
}

const call = { modelId: 'model', at: AT, input: 13, output: 4, maxTokens: 100, seconds: 1 };

describe('Traffic', () => {
  it('counts quota tokens as input + cache write + output × rate: 13 + 8,814 + 4 × 5 = 8,847, cache reads free', () => {
    const { traffic, sumOf } = startTraffic({ minute: 1e6, day: 1e6 });
    expect(traffic.call({ ...call, cacheWrite: 8_814, cacheRead: 50 })).toBeNull();
    expect(sumOf('EstimatedTPMQuotaUsage')).toBe(8_847);
    expect(sumOf('CacheWriteInputTokenCount')).toBe(8_814);
    expect(sumOf('CacheReadInputTokenCount')).toBe(50);
    expect(sumOf('InvocationLatency')).toBe(1_000);
  });

  it('has no cache series for calls without a cache', () => {
    const { traffic, sumOf } = startTraffic({ minute: 1e6, day: 1e6 });
    traffic.call(call);
    expect(sumOf('CacheWriteInputTokenCount')).toBeUndefined();
    expect(sumOf('CacheReadInputTokenCount')).toBeUndefined();
  });

  it('counts a throttled call as a throttle and as nothing else, in the minute it was made', () => {
    const { traffic, sumOf } = startTraffic({ minute: 100, day: 1e6 });
    expect(traffic.call({ ...call, seconds: 300 })).toBe('tokensPerMinute');
    expect(sumOf('InvocationThrottles')).toBe(1);
    expect(sumOf('Invocations')).toBeUndefined();
  });

  it('counts a served call in the minute it ends', () => {
    const { traffic, sumOf } = startTraffic({ minute: 1e6, day: 1e6 });
    traffic.call({ ...call, at: AT - 1_000 });
    expect(sumOf('Invocations')).toBe(1);
  });

  it('lets ModelIds of one pool share its quota, and counts each by its own id', () => {
    const { traffic, sumOf } = startTraffic({ minute: 200, day: 1e6 });
    expect(traffic.call(call)).toBeNull();
    expect(traffic.call({ ...call, modelId: 'sibling' })).toBe('tokensPerMinute');
    expect(sumOf('InvocationThrottles')).toBeUndefined();
    expect(sumOf('InvocationThrottles', 'sibling')).toBe(1);
  });

  it('counts what the mantle endpoint is spent at all four levels of its dimensions', () => {
    const { traffic, mantleSumOf } = startTraffic({ minute: 1, day: 1 });
    traffic.spendMantle({ model: 'model', at: AT, input: 300, output: 40 });
    traffic.spendMantle({
      model: 'model',
      project: 'b',
      at: AT,
      inferences: 2,
      input: 500,
      output: 60,
      clientErrors: 1,
    });
    expect(mantleSumOf('TotalInputTokens', { Model: 'model', Project: 'default' })).toBe(300);
    expect(mantleSumOf('TotalInputTokens', { Project: 'b' })).toBe(500);
    expect(mantleSumOf('TotalInputTokens', { Model: 'model' })).toBe(800);
    expect(mantleSumOf('TotalOutputTokens', {})).toBe(100);
    expect(mantleSumOf('Inferences', { Model: 'model' })).toBe(3);
    expect(mantleSumOf('InferenceClientErrors', { Model: 'model' })).toBe(1);
    expect(mantleSumOf('InferenceClientErrors', { Project: 'default' })).toBeUndefined();
  });

  it('holds calls whose daily row AWS doubles against twice its value', () => {
    const { traffic } = startTraffic({ minute: 1e6, day: 100 });
    expect(traffic.call(call)).toBe('tokensPerDay');
    traffic.definePool({ ...POOL, doubled: ['L-00000002'] });
    expect(traffic.call(call)).toBeNull();
    expect(traffic.call(call)).toBe('tokensPerDay');
  });
});
