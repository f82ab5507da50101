import type { EvaluationInput } from '../../../../../lib/core/findings/evaluation';
import { quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { find, findingsOf } from '../evaluation';

const ID = `us.${SONNET}`;

function throttledOf(changes: Partial<EvaluationInput>) {
  return find(findingsOf(changes), `throttled/crossRegion/${SONNET}`);
}

const LARGE = [quota(), requestQuota({ appliedValue: 10_000 })];

describe('the reservation of cached input', () => {
  it('fills a quota that the settled use leaves empty: 9 calls of 100,000 cached tokens of 1,000,000', () => {
    const counts = {
      invocations: 9,
      throttles: 50,
      input: 900,
      output: 1_800,
      cacheRead: 900_000,
      estimatedTpm: 9_900,
    };
    const { cause, remedies } = throttledOf({ quotas: LARGE, series: [series(ID, [usage('14:32', counts)])] });
    expect(cause).toMatchObject({ kind: 'reservation', confidence: 'medium' });
    expect(cause?.evidence).toEqual([
      'tokens/min peaked at 9,900 of 1,000,000 (<1%) in a minute with throttles or the one after',
      'its calls reserved 900,000 of cache reads (100%), 900 of input (<1%) when they started, on top of max_tokens: cache reads are released at the end, and with them 90% of 1,000,000 was reserved',
    ]);
    expect(remedies[0]?.title).toContain('shorten the cached prefix');
    expect(remedies.map(({ title }) => title).join()).not.toContain('If max_tokens');
  });

  it('does so at 90 calls too, and not the max_tokens', () => {
    const counts = {
      invocations: 90,
      throttles: 50,
      input: 9_000,
      output: 18_000,
      cacheRead: 800_000,
      estimatedTpm: 99_000,
    };
    const { cause, remedies } = throttledOf({ quotas: LARGE, series: [series(ID, [usage('14:32', counts)])] });
    expect(cause?.kind).toBe('reservation');
    expect(remedies[0]?.title).toContain('shorten the cached prefix');
  });

  it('is subtracted from what max_tokens must have reserved, and gives way to it where it is the lesser part', () => {
    const counts = {
      invocations: 100,
      throttles: 20,
      input: 200_000,
      output: 20_000,
      cacheRead: 100_000,
      estimatedTpm: 300_000,
    };
    const { cause, remedies } = throttledOf({ quotas: LARGE, series: [series(ID, [usage('14:32', counts)])] });
    expect(cause?.evidence).toContain(
      'it would be full if each accepted call had reserved 6,000 tokens more than it used',
    );
    expect(cause?.evidence.join()).toContain('200,000 of input (67%), 100,000 of cache reads (33%)');
    expect(remedies[0]?.title).toContain('calls return 200 tokens on average');
  });
});

describe('an unset max_tokens', () => {
  const counts = { invocations: 2, throttles: 8, input: 1_000, output: 1_000, estimatedTpm: 6_000 };

  it('explains refusals at 3 % of 200,000: three times 64,000 fill it', () => {
    const { cause } = throttledOf({
      quotas: [quota({ appliedValue: 200_000 }), requestQuota()],
      series: [series(ID, [usage('14:32', counts)])],
    });
    expect(cause).toMatchObject({ kind: 'reservation', confidence: 'low' });
    expect(cause?.evidence).toContain(
      'if max_tokens is unset, each call reserves 64,000 tokens, the largest output of this model: 3 of them at once come to 193,500 with their prompts, and the quota is 200,000',
    );
  });

  it('does not where they cannot fill it', () => {
    const { cause } = throttledOf({
      quotas: [quota({ appliedValue: 300_000 }), requestQuota()],
      series: [series(ID, [usage('14:32', counts)])],
    });
    expect(cause?.kind).toBe('capacity');
  });
});
