import type { AwsClients } from '../../../aws/clients';
import { type Budget, boundClients, createBudget, type Part, SHARES } from '../../../lambda/poller/budget';
import { spellStatement, toStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';

const PARTS = Object.keys(SHARES) as Part[];

it('no part ends before one that it waits for, and the run before it is ended', () => {
  const shares = PARTS.map((part) => SHARES[part]);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThan(1);
  // Judging and saving have a quarter of the time at least, and what is left of telling is noted before the end.
  expect(SHARES.telling - SHARES.reading).toBeGreaterThan(0.24);
  expect(SHARES.all - SHARES.telling).toBeGreaterThan(0.09);
});

/** The parts whose signals have fired when that of a part does. */
async function firedAt({ signals }: Budget, part: Part): Promise<string[]> {
  await new Promise<void>((resolve) => {
    if (signals[part].aborted) resolve();
    else signals[part].addEventListener('abort', () => resolve(), { once: true });
  });
  return PARTS.filter((one) => signals[one].aborted);
}

it('signals fire in the order of the parts, at their share of the time', async () => {
  const startedAt = performance.now();
  const budget = createBudget(1_000);
  expect(await firedAt(budget, 'listing')).toContain('listing');
  expect(performance.now() - startedAt).toBeGreaterThan(290);
  expect(await firedAt(budget, 'reading')).toEqual(expect.arrayContaining(['listing', 'catalog', 'reading']));
  expect(await firedAt(budget, 'all')).toEqual([...PARTS]);
  expect(performance.now() - startedAt).toBeGreaterThan(940);
});

it.each([0, -5])('with %d milliseconds left everything is over', async (lifetimeMs) => {
  expect(await firedAt(createBudget(lifetimeMs), 'all')).toEqual([...PARTS]);
});

it('a client of a part ends with it', async () => {
  const budget = createBudget(0);
  await firedAt(budget, 'all');
  const send = jest.fn(async () => ({}));
  const clients = boundClients({ sns: { send } } as unknown as AwsClients, budget, 'telling');
  await expect(clients.sns.send({} as never)).rejects.toThrow(spellStatement(toStatement('outOfTime'), EN));
  expect(send).not.toHaveBeenCalled();
});
