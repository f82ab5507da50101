import fc from 'fast-check';
import { type LeaseNeeds, sizeLease } from '../../../../lib/client/shared/size-lease';

const NONE = { tokens: 0, requests: 0 };
const NEEDS: LeaseNeeds = {
  limits: { tokensPerMinute: 60_000 },
  taken: { tokens: 12_000, requests: 17 },
  held: NONE,
  today: 0,
  call: NONE,
  waiting: 0,
  recent: { tokens: 6_000, requests: 9 },
  largest: 700,
};

test.each<[string, Partial<LeaseNeeds>, object]>([
  ['the worked example', {}, { slots: 30, tokens: 6_000, requests: 0, lacks: null }],
  ['little used, calls that are large', { recent: NONE }, { slots: 30, tokens: 2_100 }],
  ['no more than a fifth of what is left', { recent: { tokens: 12_000, requests: 9 } }, { tokens: 9_600 }],
  ['half full: shorter', { taken: { tokens: 30_000, requests: 9 } }, { slots: 5, tokens: 2_100 }],
  ['nearly full: at once, and nothing for nobody', { taken: { tokens: 45_000, requests: 9 } }, { slots: 1, tokens: 0 }],
  [
    'nearly full: for those who wait, half of what is left',
    { taken: { tokens: 50_000, requests: 9 }, call: { tokens: 700, requests: 1 }, waiting: 100 },
    { slots: 1, tokens: 5_000 },
  ],
  [
    'one that waits may take all',
    { taken: { tokens: 59_300, requests: 9 }, call: { tokens: 700, requests: 1 }, waiting: 100 },
    { tokens: 700, lacks: null },
  ],
  [
    'and waits where that is too little',
    { taken: { tokens: 59_301, requests: 9 }, call: { tokens: 700, requests: 1 }, waiting: 1 },
    { tokens: 0, requests: 0, lacks: 'minute' },
  ],
  [
    'what others hold is not there',
    { held: { tokens: 47_500, requests: 0 }, call: { tokens: 700, requests: 1 }, waiting: 1 },
    { lacks: 'minute' },
  ],
  ['what others hold makes no minute full', { held: { tokens: 40_000, requests: 0 } }, { slots: 30, tokens: 1_600 }],
  [
    'requests bind as well',
    { limits: { requestsPerMinute: 17 }, call: { tokens: 700, requests: 1 }, waiting: 1 },
    { requests: 0, lacks: 'minute' },
  ],
  ['requests, with room', { limits: { requestsPerMinute: 100 } }, { slots: 30, tokens: 0, requests: 9 }],
  [
    'of what is left of the day a fifth, too',
    { limits: { tokensPerMinute: 60_000, tokensPerDay: 10_000 }, today: 9_000 },
    { tokens: 200 },
  ],
  [
    'the day is over',
    { limits: { tokensPerDay: 10_000 }, today: 9_500, call: { tokens: 700, requests: 1 }, waiting: 1 },
    { tokens: 0, lacks: 'day' },
  ],
  [
    'a call above the limit waits for an empty minute',
    { taken: NONE, call: { tokens: 70_000, requests: 1 }, waiting: 1 },
    { tokens: 60_000, lacks: null },
  ],
])('%s', (_, part, size) => {
  expect(sizeLease({ ...NEEDS, ...part })).toMatchObject(size);
});

test('never more than is left', () => {
  const amount = fc.record({ tokens: fc.nat(80_000), requests: fc.nat(200) });
  const needs = fc.record({
    taken: amount,
    held: amount,
    today: fc.nat(200_000),
    call: amount,
    waiting: fc.nat(50),
    recent: amount,
    largest: fc.nat(5_000),
  });
  fc.assert(
    fc.property(needs, (one) => {
      const limits = { tokensPerMinute: 60_000, requestsPerMinute: 100, tokensPerDay: 150_000 };
      const { tokens, requests } = sizeLease({ ...one, limits });
      expect(tokens).toBeLessThanOrEqual(Math.max(0, 60_000 - one.taken.tokens - one.held.tokens));
      expect(requests).toBeLessThanOrEqual(Math.max(0, 100 - one.taken.requests - one.held.requests));
      expect(tokens).toBeLessThanOrEqual(Math.max(0, 150_000 - one.today));
      expect(Math.min(tokens, requests)).toBeGreaterThanOrEqual(0);
    }),
  );
});
