import { join } from 'node:path';
import { isSound, runSoak, spellSoak } from '../../bench/soak/run';

const BUNDLE = join(__dirname, '..', '..', 'dist', 'lambda', 'poller');

test('a day of faults, crashes and skipped runs: each alert is told once, and in time', async () => {
  const result = await runSoak(1, 7, BUNDLE);
  expect(isSound(result) ? 'sound' : spellSoak(result)).toBe('sound');
  expect(result.comparison.expected).toBeGreaterThan(10);
  expect(result.refusals.counted).toBeGreaterThan(1_000);
  expect(result.refusals.bursts).toBeGreaterThan(0);
}, 300_000);
