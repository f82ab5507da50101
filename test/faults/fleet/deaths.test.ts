import { closedAfterEach } from '../../closed-after-each';
import { tally } from '../scenario';
import { EXPECTED, playFleet, saidOf, THIRD } from './fleet-scenario';
import { ACTORS, DEATHS, type Death, DISPATCHER_STEPS, Killer, repeatsOf, WORKER_STEPS } from './steps';

const play = closedAfterEach(async (killer: Killer) => {
  const played = await playFleet({
    tamper: killer.tamper,
    before: (time, fleet) => {
      // A worker that knows nothing makes all the steps there are.
      if (time === ACTORS.worker) fleet.crash();
      killer.enter(time === ACTORS.dispatcher ? 'dispatcher' : null, fleet);
    },
    between: (time, fleet) => killer.enter(time === ACTORS.worker ? 'worker' : null, fleet),
  });
  return { ...played, close: () => played.deployed.close() };
});

function nameOf({ actor, step, at, skip }: Death): string {
  return `the ${actor} dies ${at} ${skip ? `the second ${step}` : step}`;
}

/** Steps of an actor, but for those of accounts that are as the other one. */
function stepsOf(actor: string, { seen }: Killer): string[] {
  return [...seen]
    .filter((step) => step.startsWith(`${actor} `) && !step.includes(THIRD) && !step.includes(' us-east-1'))
    .map((step) => step.slice(actor.length + 1))
    .filter(
      (step) => actor === 'dispatcher' || (!step.endsWith('ListMetrics') && !step.endsWith('GetMetricStatistics')),
    )
    .sort();
}

it('without a death the scenario says what its numbers say, and these are all the steps there are', async () => {
  const killer = new Killer(null);
  const { deployed, source, runs } = await play(killer);
  expect(saidOf(deployed).sort()).toEqual([...EXPECTED].sort());
  const kinds = [...runs.values()].flatMap(({ dispatched, worked }) => [dispatched, ...worked].map(({ kind }) => kind));
  expect(kinds).not.toContain('failed');
  expect({ dead: source.deadLetters, expired: source.expired }).toEqual({ dead: [], expired: 0 });
  expect(stepsOf('worker', killer)).toEqual([...WORKER_STEPS].sort());
  expect(stepsOf('dispatcher', killer)).toEqual([...DISPATCHER_STEPS].sort());
}, 120_000);

it.each(DEATHS.map((death) => [nameOf(death), death] as const))(
  '%s: nothing is lost, false, or said again without need',
  async (_, death) => {
    const killer = new Killer(death);
    const { deployed, source, runs } = await play(killer);
    expect(killer.deaths).toBe(1);
    const { lost, wrong, coverage, repeated } = tally(saidOf(deployed), EXPECTED);
    expect({ lost, wrong, coverage }).toEqual({ lost: [], wrong: [], coverage: [] });
    expect(repeated.length).toBeLessThanOrEqual(repeatsOf(death));
    expect(source.deadLetters).toEqual([]);
    const isAfter = (time: string) => time > ACTORS[death.actor];
    const later = [...runs]
      .filter(([time]) => isAfter(time))
      .flatMap(([, { dispatched, worked }]) => [dispatched, ...worked]);
    expect(later.map(({ kind }) => kind)).not.toContain('failed');
  },
  120_000,
);
