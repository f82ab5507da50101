import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { createModelIdResolver } from '../../../../lib/core/traffic/resolve-model-id';
import { dailyPool, quota, series, usage } from '../fixtures';
import { type JudgeInput, judge } from '../judge';
import { input } from './evaluation';

const FABLE = 'anthropic.claude-fable-5';
const COUNTS = { invocations: 10, input: 100_000, output: 50_000 };

function rateOf(id: string, changes: Partial<JudgeInput> = {}, counts: Parameters<typeof usage>[1] = COUNTS) {
  const { described } = judge(
    input({
      quotas: [quota({ modelIds: [FABLE] }), dailyPool({ appliedValue: 10_000_000 })],
      resolve: createModelIdResolver({ models: KNOWN_MODELS, profiles: [] }),
      series: [series(`us.${FABLE}`, [usage('14:32', counts)])],
      ...changes,
    }),
  );
  const context = described.find(({ finding }) => finding.id === id)?.context;
  return new Map(context?.details).get('Rate');
}

const MINUTE = 'utilization/L-F4DDD3EB';

describe('a model without a known burndown rate', () => {
  it('is told with its use at 1 and at 15, and how to set the rate', () => {
    const rate = rateOf(MINUTE);
    expect(rate).toContain(`no burndown rate is known for ${FABLE}`);
    expect(rate).toContain('150,000 (15%) with 1 quota token per output token, 850,000 (85%) with 15');
    expect(rate).toContain('--burndown');
  });

  it('is told of the day too', () => {
    expect(rateOf('dailyPool/L-E3F10727')).toContain('150,000 (1%) with 1 quota token per output token, 850,000 (8%)');
  });

  it('is no matter where CloudWatch gives the estimate, the user gives the rate, or nothing was written', () => {
    expect(rateOf(MINUTE, {}, { ...COUNTS, estimatedTpm: 400_000 })).toBeUndefined();
    expect(rateOf(MINUTE, { burndownRates: { [FABLE]: 10 } })).toBeUndefined();
    expect(rateOf(MINUTE, {}, { ...COUNTS, output: 0 })).toBeUndefined();
  });
});
