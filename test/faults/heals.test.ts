import { assertHeals } from '../lambda/law/heals';

it('after any faults, crashes and broken items every open incident is told within two ticks, at most once more: many', async () => {
  await expect(assertHeals({ numRuns: 150, atMostMs: 900_000 })).resolves.toBeUndefined();
}, 1_000_000);
