import { SLOT_MS } from '../../../../lib/client/shared/document';
import { type ExchangeEnd, ExchangePace } from '../../../../lib/client/shared/exchange-pace';

const NOW = 1_000_000 * SLOT_MS + 500;

/** When it is asked again after these ends, from then on, by the least and the most of chance. */
function spanAfter(ends: readonly ExchangeEnd[], isAwaited: boolean): number[] {
  return [0, 1 - 1e-9].map((chance) => {
    const pace = new ExchangePace({ now: () => NOW, random: () => chance, sleep: async () => undefined });
    for (const how of ends) pace.end(how, isAwaited);
    return Math.round(pace.askAgainAt - NOW);
  });
}

test.each<[string, readonly ExchangeEnd[], boolean, number[]]>([
  ['while no call waits', ['leased'], false, [500, 500]],
  ['while calls wait', ['leased'], true, [100, 200]],
  ['where there is no room, with the next slot', ['full'], true, [1_500, 2_000]],
  ['after a conflict, spread', ['conflict'], true, [100, 400]],
  ['after more of them, further', ['conflict', 'conflict', 'conflict'], true, [100, 1_000]],
  ['but not without end', Array(20).fill('conflict'), true, [100, 10_200]],
  ['and anew after one that went well', ['conflict', 'conflict', 'leased', 'conflict'], true, [100, 400]],
])('%s', (_, ends, isAwaited, span) => {
  expect(spanAfter(ends, isAwaited)).toEqual(span);
});

test('at first there is nothing to wait for', () => {
  const clock = { now: () => NOW, random: () => 0, sleep: async () => undefined };
  expect(new ExchangePace(clock).askAgainAt).toBeLessThanOrEqual(NOW);
});
