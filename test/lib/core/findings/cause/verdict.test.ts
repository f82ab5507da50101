import type { QuotaEvidence, ThrottledMinute } from '../../../../../lib/core/findings/cause/evidence';
import { judgeMinute } from '../../../../../lib/core/findings/cause/verdict';
import { dailyPool, minuteOf, quota, requestQuota } from '../../fixtures';

const TOKENS = quota();
const REQUESTS = requestQuota();
const DAY = dailyPool();

function full(of: QuotaEvidence['quota'], percent: number): QuotaEvidence {
  return {
    quota: of,
    limit: of.appliedValue,
    percent,
    value: (of.appliedValue * percent) / 100,
    reserved: null,
    passed: 0,
  };
}

function minute(changes: Partial<ThrottledMinute>): ThrottledMinute {
  return {
    minute: minuteOf('14:32'),
    throttles: 20,
    refusedInARow: 1,
    accepted: 100,
    provenance: 'native',
    zero: null,
    unknownValue: null,
    maxOutput: null,
    minuteQuotas: [],
    dailyQuotas: [],
    usualValues: new Map(),
    ...changes,
  };
}

/** What each quota usually takes, in percent of it. */
function usual(tokens: number, requests = 0): ReadonlyMap<string, number> {
  return new Map([
    [TOKENS.quotaCode, (TOKENS.appliedValue * tokens) / 100],
    [REQUESTS.quotaCode, (REQUESTS.appliedValue * requests) / 100],
  ]);
}

describe('the cause of one minute', () => {
  const small = quota({ appliedValue: 100_000 });
  const fits = quota({ appliedValue: 384_000 });

  it.each<[string, Partial<ThrottledMinute>, string, string | null]>([
    ['a zero quota', { zero: REQUESTS, dailyQuotas: [full(DAY, 100)] }, 'zeroQuota', 'L-4A6BFAB1'],
    ['tokens at 90 %', { minuteQuotas: [full(TOKENS, 90)] }, 'tokensPerMinute', 'L-F4DDD3EB'],
    ['requests at 99 %', { minuteQuotas: [full(REQUESTS, 99), full(TOKENS, 20)] }, 'requestsPerMinute', 'L-4A6BFAB1'],
    [
      'the minute before the day, when both are full',
      { minuteQuotas: [full(TOKENS, 91)], dailyQuotas: [full(DAY, 101)] },
      'tokensPerMinute',
      'L-F4DDD3EB',
    ],
    [
      'the day at 90 % with a low minute',
      { minuteQuotas: [full(TOKENS, 30)], dailyQuotas: [full(DAY, 90)] },
      'tokensPerDay',
      'L-E3F10727',
    ],
    [
      'never the day at 89 %',
      { minuteQuotas: [full(TOKENS, 30)], dailyQuotas: [full(DAY, 89.9)] },
      'reservation',
      'L-F4DDD3EB',
    ],
    ['no quota known', {}, 'unknown', null],
    ['only the day known, and low', { dailyQuotas: [full(DAY, 5)] }, 'unknown', null],
    ['use near zero', { accepted: 2, throttles: 3, minuteQuotas: [full(TOKENS, 4.9)] }, 'capacity', null],
    ['5 % is not near zero', { minuteQuotas: [full(TOKENS, 5)] }, 'reservation', 'L-F4DDD3EB'],
    [
      'use near zero of a quota that one call can reserve in full',
      { minuteQuotas: [full(small, 1)] },
      'reservation',
      'L-F4DDD3EB',
    ],
    [
      'use near zero of a quota that two calls fit in',
      { accepted: 1, minuteQuotas: [full(fits, 1)] },
      'capacity',
      null,
    ],
    ['and that three do not', { accepted: 2, minuteQuotas: [full(fits, 1)] }, 'reservation', 'L-F4DDD3EB'],
    [
      'and that three of its model do',
      { accepted: 2, maxOutput: 64_000, minuteQuotas: [full(fits, 1)] },
      'capacity',
      null,
    ],
    [
      'cache reads that fill a quota whose settled use is nothing',
      {
        accepted: 9,
        minuteQuotas: [{ ...full(TOKENS, 1), reserved: { input: 9_000, cacheWrite: 0, cacheRead: 900_000 } }],
      },
      'reservation',
      'L-F4DDD3EB',
    ],
    [
      'cache reads a little below that',
      {
        accepted: 2,
        minuteQuotas: [{ ...full(TOKENS, 1), reserved: { input: 9_000, cacheWrite: 0, cacheRead: 30_000 } }],
      },
      'capacity',
      null,
    ],
    [
      'a level that calm minutes passed',
      { minuteQuotas: [{ ...full(TOKENS, 40), passed: 400_000 }] },
      'capacity',
      null,
    ],
    [
      'a level that the largest calls cannot have filled',
      { accepted: 4, throttles: 1, minuteQuotas: [full(TOKENS, 39)] },
      'capacity',
      null,
    ],
    [
      'the same of a quota that they can have filled',
      { accepted: 4, throttles: 1, minuteQuotas: [{ ...full(fits, 39), passed: 400_000 }] },
      'reservation',
      'L-F4DDD3EB',
    ],
    [
      'a level that calm minutes did not pass',
      { minuteQuotas: [{ ...full(TOKENS, 40), passed: 399_999 }] },
      'reservation',
      'L-F4DDD3EB',
    ],
    [
      'a quota whose value then is not known',
      { unknownValue: TOKENS, minuteQuotas: [full(REQUESTS, 20)] },
      'unknown',
      null,
    ],
    [
      'a quota at its limit beside it',
      { unknownValue: TOKENS, minuteQuotas: [full(REQUESTS, 95)] },
      'requestsPerMinute',
      'L-4A6BFAB1',
    ],
    ['a lone peak', { minuteQuotas: [full(TOKENS, 60)], usualValues: usual(20) }, 'burst', 'L-F4DDD3EB'],
    ['a lone peak of half', { minuteQuotas: [full(TOKENS, 50)], usualValues: usual(10) }, 'burst', 'L-F4DDD3EB'],
    [
      'as many requests as the quota, half of them let in',
      {
        accepted: 250,
        throttles: 250,
        minuteQuotas: [full(REQUESTS, 50), full(TOKENS, 49)],
        usualValues: usual(49, 50),
      },
      'burst',
      'L-4A6BFAB1',
    ],
    [
      'tokens alone are not requests',
      { accepted: 900_000, throttles: 200_000, minuteQuotas: [full(TOKENS, 40)] },
      'reservation',
      'L-F4DDD3EB',
    ],
    ['a peak of requests', { minuteQuotas: [full(REQUESTS, 60)], usualValues: usual(0, 20) }, 'burst', 'L-4A6BFAB1'],
    [
      'a level that was so before',
      { minuteQuotas: [full(TOKENS, 60)], usualValues: usual(24.1) },
      'reservation',
      'L-F4DDD3EB',
    ],
    ['a peak below half, refused calls included', { minuteQuotas: [full(TOKENS, 41)] }, 'reservation', 'L-F4DDD3EB'],
    ['a peak of half, refused calls included', { minuteQuotas: [full(TOKENS, 42)] }, 'burst', 'L-F4DDD3EB'],
    ['a peak of two minutes', { minuteQuotas: [full(TOKENS, 60)], refusedInARow: 2 }, 'burst', 'L-F4DDD3EB'],
    ['what goes on for three', { minuteQuotas: [full(TOKENS, 60)], refusedInARow: 3 }, 'reservation', 'L-F4DDD3EB'],
    [
      'more requests than the quota, and few tokens',
      {
        accepted: 300,
        throttles: 200,
        minuteQuotas: [full(REQUESTS, 60), full(TOKENS, 40)],
        usualValues: usual(40, 50),
      },
      'burst',
      'L-4A6BFAB1',
    ],
    [
      'retries that count as requests while few were let in',
      { accepted: 100, throttles: 900, minuteQuotas: [full(TOKENS, 30), full(REQUESTS, 20)], refusedInARow: 3 },
      'reservation',
      'L-F4DDD3EB',
    ],
    [
      'tokens as far as the requests',
      {
        accepted: 300,
        throttles: 200,
        minuteQuotas: [full(REQUESTS, 60), full(TOKENS, 50)],
        usualValues: usual(40, 50),
      },
      'reservation',
      'L-F4DDD3EB',
    ],
    [
      'requests of a model without token quota',
      { accepted: 300, throttles: 200, minuteQuotas: [full(REQUESTS, 60)], usualValues: usual(0, 50) },
      'burst',
      'L-4A6BFAB1',
    ],
    [
      'fewer requests than the quota, and no token quota',
      { accepted: 300, throttles: 199, minuteQuotas: [full(REQUESTS, 60)], usualValues: usual(0, 50) },
      'unknown',
      null,
    ],
  ])('%s', (_, changes, kind, quotaCode) => {
    const verdict = judgeMinute(minute(changes));
    expect([verdict.kind, verdict.quota?.quotaCode ?? null]).toEqual([kind, quotaCode]);
  });
});
