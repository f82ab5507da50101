import { coversCall, isLow } from '../../../../lib/client/shared/lease-left';
import type { LeaseSize, SharedLimits } from '../../../../lib/client/shared/size-lease';

const SLOT = 1_000;
const LEASE = { tokens: 500, requests: 2, until: SLOT + 30 };
const GRANTED: LeaseSize = { tokens: 1_000, requests: 4, slots: 30, lacks: null };

test.each<[string, number, object, SharedLimits, boolean]>([
  ['enough', 500, {}, { tokensPerMinute: 6_000 }, true],
  ['too few tokens', 501, {}, { tokensPerMinute: 6_000 }, false],
  ['tokens of which no limit is known', 501, {}, { requestsPerMinute: 5 }, true],
  ['a limit of the day counts tokens as well', 501, {}, { tokensPerDay: 6_000 }, false],
  ['no request left', 500, { requests: 0.5 }, { requestsPerMinute: 5 }, false],
  ['a call above the limit', 700, {}, { tokensPerMinute: 500 }, true],
  ['no lease', 0, { until: 0 }, { tokensPerMinute: 6_000 }, false],
])('%s', (_, tokens, part, limits, isCovered) => {
  expect(coversCall({ ...LEASE, ...part }, tokens, limits)).toBe(isCovered);
});

test.each<[string, object, object, boolean]>([
  ['half is left', {}, {}, false],
  ['less', { tokens: 499 }, {}, true],
  ['fewer requests', { requests: 1 }, {}, true],
  ['three quarters of the time', { until: SLOT + 23 }, {}, false],
  ['less time', { until: SLOT + 22 }, {}, true],
  ['there is little', { tokens: 0 }, { slots: 1 }, false],
  ['there was none', { tokens: 0 }, { lacks: 'minute' }, false],
])('%s', (_, lease, granted, isTrue) => {
  expect(isLow({ ...LEASE, ...lease }, { ...GRANTED, ...granted }, SLOT)).toBe(isTrue);
});

test('nothing was leased yet', () => {
  expect(isLow(LEASE, null, SLOT)).toBe(false);
});
