import { join } from 'node:path';
import { isFleetSound, runFleetSoak, spellFleetSoak } from '../../bench/fleet-soak/run-fleet-soak';

const BUNDLES = join(__dirname, '..', '..', 'dist', 'lambda');

test('eight hours of three targets with faults, crashes, messages again and a role that refuses: all is told once, and in time', async () => {
  const result = await runFleetSoak({ days: 1, seed: 7, targets: 3 }, { bundles: BUNDLES, stopAfterMinutes: 480 });
  expect(isFleetSound(result) ? 'sound' : spellFleetSoak(result)).toBe('sound');
  expect(result.comparisons.size).toBe(3);
  expect([...result.comparisons.values()].reduce((sum, { expected }) => sum + expected, 0)).toBeGreaterThan(15);
  expect(result.played.crashes).toBeGreaterThan(0);
}, 900_000);
