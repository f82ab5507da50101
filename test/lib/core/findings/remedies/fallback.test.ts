import type { InferenceProfile } from '../../../../../lib/core/vocabulary/model';
import type { MappedQuota } from '../../../../../lib/core/vocabulary/quota';
import { quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { find, findingsOf } from '../evaluation';

const ON_DEMAND = quota({ quotaCode: 'L-0000000A', scope: 'onDemand', appliedValue: 400_000 });
const GLOBAL = quota({ quotaCode: 'L-0000000B', scope: 'globalCrossRegion', appliedValue: 2_000_000 });
const GLOBAL_DAY = quota({
  quotaCode: 'L-0000000C',
  scope: 'globalCrossRegion',
  dimension: 'tokensPerDay',
  appliedValue: 10_000_000,
});
const ROW = quota({ quotaCode: 'L-0000000D', scope: 'model', dimension: 'tokensPerDay', appliedValue: 1_000_000 });

function fallbacksOf(code: string, quotas: readonly MappedQuota[], more: ReturnType<typeof series>[] = []): string[] {
  const busy = series(`us.${SONNET}`, [usage('14:32', { invocations: 100, estimatedTpm: 970_000 })]);
  return find(findingsOf({ quotas, series: [busy, ...more] }), `utilization/${code}`)
    .remedies.map(({ title }) => title)
    .filter((title) => title.startsWith('Meanwhile'));
}

function profile(id: string, type: InferenceProfile['type']): InferenceProfile {
  const routes = ['us-east-1', 'us-west-2'].map((region) => `arn:aws:bedrock:${region}::foundation-model/${SONNET}`);
  const arn = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${id}`;
  return { id, name: id, type, arn, modelArns: routes };
}

/** What is offered instead of on-demand at 97 %, in a Region that lists these profiles. */
function fallbackOf(quotas: readonly MappedQuota[], profiles: readonly InferenceProfile[]): string | undefined {
  const busy = series(SONNET, [usage('14:32', { invocations: 100, estimatedTpm: 390_000 })]);
  const { remedies } = find(findingsOf({ quotas, series: [busy], profiles }), `utilization/${ON_DEMAND.quotaCode}`);
  return remedies.map(({ title }) => title).find((title) => title.startsWith('Meanwhile'));
}

describe('the way round a full quota', () => {
  it('is the scope with most room', () => {
    const calls = series(SONNET, [usage('14:32', { invocations: 10, estimatedTpm: 100_000 })]);
    expect(fallbacksOf('L-F4DDD3EB', [quota(), ON_DEMAND, GLOBAL], [calls])).toEqual([
      'Meanwhile call global.anthropic.claude-sonnet-4-5-20250929-v1:0: 100% free (2,000,000 tokens/min; data may leave the geography)',
    ]);
    const global = series(`global.${SONNET}`, [usage('14:32', { invocations: 10, estimatedTpm: 600_000 })]);
    expect(fallbacksOf('L-F4DDD3EB', [quota(), ON_DEMAND, GLOBAL], [calls, global])).toEqual([
      'Meanwhile call anthropic.claude-sonnet-4-5-20250929-v1:0: 75% free (400,000 tokens/min)',
    ]);
  });

  it.each([
    ['one listed', ['us'], `us.${SONNET}`],
    ['two listed', ['us', 'eu'], `eu.${SONNET} or us.${SONNET}`],
    ['one of an application only', [], 'Claude Sonnet 4.5 V1 cross-Region'],
  ])('names the geographic profile by what the Region lists, never by a guess: %s', (_, prefixes, target) => {
    const profiles = [
      profile('app', 'APPLICATION'),
      ...prefixes.map((prefix) => profile(`${prefix}.${SONNET}`, 'SYSTEM_DEFINED')),
    ];
    expect(fallbackOf([quota(), ON_DEMAND], profiles)).toBe(
      `Meanwhile call ${target}: 100% free (1,000,000 tokens/min)`,
    );
  });

  it('does not name a global profile that the Region does not list', () => {
    expect(fallbackOf([GLOBAL, ON_DEMAND], [profile('app', 'APPLICATION')])).toContain(
      'call Claude Sonnet 4.5 V1 global cross-Region: ',
    );
  });

  it('is as free as the fullest of its quotas, the day among them', () => {
    const global = series(`global.${SONNET}`, [usage('10:00', { invocations: 10, estimatedTpm: 7_000_000 })]);
    expect(fallbacksOf('L-F4DDD3EB', [quota(), GLOBAL, GLOBAL_DAY], [global])).toEqual([
      expect.stringContaining('30% free'),
    ]);
  });

  it.each([
    [
      'a scope with a quota of 0',
      [GLOBAL, requestQuota({ quotaCode: 'L-0000000E', scope: 'globalCrossRegion', appliedValue: 0 })],
    ],
    ['another model', [quota({ ...GLOBAL, modelIds: ['anthropic.claude-opus-4-5-20251101-v1:0'] })]],
    ['long-context calls', [quota({ ...GLOBAL, variant: 'longContext' })]],
  ])('is never %s', (_, others) => {
    expect(fallbacksOf('L-F4DDD3EB', [quota(), ...others])).toEqual([]);
  });

  it('is not on-demand when the daily row counts both', () => {
    const full = [ROW, quota(), ON_DEMAND].map((one) => (one === ROW ? { ...ROW, appliedValue: 480_000 } : one));
    expect(fallbacksOf(ROW.quotaCode, full)).toEqual([]);
    expect(fallbacksOf(ROW.quotaCode, [...full, GLOBAL])).toEqual([expect.stringContaining(`call global.${SONNET}: `)]);
  });

  it('is not offered with a fifth or less free', () => {
    const global = series(`global.${SONNET}`, [usage('14:32', { invocations: 10, estimatedTpm: 1_600_000 })]);
    expect(fallbacksOf('L-F4DDD3EB', [quota(), GLOBAL], [global])).toEqual([]);
  });
});
