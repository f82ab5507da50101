import type { Fault } from '../../../local/wire/faults';
import { closedAfterEach } from '../../closed-after-each';
import { OTHER } from '../../lambda/fleet/deployed-fleet';
import { tally } from '../scenario';
import { EXPECTED, type Meddling, playFleet, saidOf, THIRD } from './fleet-scenario';

const play = closedAfterEach(async (meddling: Meddling) => {
  const played = await playFleet(meddling);
  return { ...played, close: () => played.deployed.close() };
});

/** Minutes in which the third account is in trouble: it peaks in them. */
const [FROM, UNTIL] = ['12:03', '12:14'];

/** Seconds that functions are given here, so that what hangs does not hang for long: a tenth of what they have. */
const LIFETIME_MS = 5_500;

const ofOther = (lines: readonly string[]) => lines.filter((line) => line.endsWith(OTHER));
const ofThird = (lines: readonly string[]) => lines.filter((line) => line.endsWith(THIRD));

it.each<[string, Omit<Fault, 'service'> & { readonly service?: string }]>([
  ['hangs', { kind: 'hang' }],
  ['is throttled', { kind: 'throttle' }],
  ['answers with errors', { kind: 'serverError' }],
  ['denies each call', { kind: 'accessDenied' }],
  ['sends what is no answer', { kind: 'junk' }],
  ['answers by halves', { kind: 'cutBody' }],
])(
  'an account that %s costs itself alone',
  async (_, fault) => {
    const took: number[] = [];
    let started = 0;
    const { deployed, source } = await play({
      lifetimeMs: LIFETIME_MS,
      before: (time, { fleet }) => {
        if (time === FROM) void fleet.at(THIRD, 'us-east-1').then(({ faults }) => faults.add(fault));
        if (time === UNTIL) void fleet.at(THIRD, 'us-east-1').then(({ faults }) => faults.clear());
        if (started > 0) took.push(performance.now() - started);
        started = performance.now();
      },
    });
    const said = saidOf(deployed);
    expect(tally(ofOther(said), ofOther(EXPECTED))).toEqual({ lost: [], wrong: [], coverage: [], repeated: [] });
    // It peaked while nothing of it could be seen: that is told as soon as it can.
    const { coverage, ...others } = tally(ofThird(said), ofThird(EXPECTED));
    expect(others).toEqual({ lost: [], wrong: [], repeated: [] });
    expect(coverage.length).toBeLessThanOrEqual(8);
    expect(source.deadLetters).toEqual([]);
    expect(Math.max(...took)).toBeLessThan(2 * LIFETIME_MS);
  },
  240_000,
);

it('an account whose role is taken away costs itself alone, and what it did is told when it is back', async () => {
  const { deployed } = await play({
    before: (time, { denied, crash }) => {
      if (time === FROM) {
        denied.add(THIRD);
        // The sessions that workers have do not last.
        crash();
      }
      if (time === UNTIL) denied.clear();
    },
  });
  const said = saidOf(deployed);
  expect(tally(ofOther(said), ofOther(EXPECTED))).toEqual({ lost: [], wrong: [], coverage: [], repeated: [] });
  const { coverage, ...others } = tally(ofThird(said), ofThird(EXPECTED));
  expect(others).toEqual({ lost: [], wrong: [], repeated: [] });
  expect(coverage.filter((line) => !line.includes('missedRuns'))).toEqual([]);
}, 120_000);
