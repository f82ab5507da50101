import { assertHeals } from './heals';

it('after any faults, crashes and broken items every open incident is told within two ticks, at most once more', async () => {
  await expect(assertHeals({ numRuns: 6, atMostMs: 25_000 })).resolves.toBeUndefined();
}, 90_000);
