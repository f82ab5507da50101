import type { TargetSource } from '../../../local/deployed/target-source';
import { closedAfterEach } from '../../closed-after-each';
import type { DeployedFleet } from '../../lambda/fleet/deployed-fleet';
import { at, tally } from '../scenario';
import { EXPECTED, type Meddling, playFleet, saidOf } from './fleet-scenario';

const play = closedAfterEach(async (meddling: Meddling) => {
  const played = await playFleet(meddling);
  return { ...played, close: () => played.deployed.close() };
});

const NOTHING = { lost: [], wrong: [], coverage: [], repeated: [] };
const ms = (time: string) => Date.parse(at(time));
const later = (time: string, minutes: number) => new Date(ms(time) + minutes * 60_000).toISOString().slice(11, 16);

/** Takes what was sent and gives it, so that it comes otherwise. */
function intercept(give: (body: string, time: string, source: TargetSource) => void): Pick<Meddling, 'between'> {
  return {
    between: (time, fleet, source) => {
      for (const body of fleet.takeJobs()) give(body, time, source);
    },
  };
}

/** Gives each message again so many minutes later, or for the first time. */
function delay(minutes: number, isFirst: boolean): Pick<Meddling, 'between'> {
  const held: { body: string; time: string }[] = [];
  return {
    between: (time, fleet, source) => {
      for (const body of fleet.takeJobs()) {
        if (!isFirst) source.add(body, ms(time));
        held.push({ body, time: later(time, minutes) });
      }
      // A late one comes after those that were sent later.
      for (const one of held.filter((each) => each.time <= time)) source.add(one.body, ms(time));
      held.splice(0, held.length, ...held.filter((each) => each.time > time));
    },
  };
}

it.each<[string, Meddling]>([
  [
    'twice in a batch',
    intercept((body, time, source) => {
      for (const one of [body, body]) source.add(one, ms(time));
    }),
  ],
  ['again a minute later', delay(1, false)],
  ['again four minutes later', delay(4, false)],
  ['again a quarter of an hour later', delay(15, false)],
  ['a minute late, each', delay(1, true)],
])(
  'messages that come %s',
  async (_, meddling) => {
    const { deployed, source } = await play(meddling);
    expect(tally(saidOf(deployed), EXPECTED)).toEqual(NOTHING);
    expect(source.deadLetters).toEqual([]);
  },
  120_000,
);

it('messages of three minutes that come in the opposite order are looked at once', async () => {
  const held: string[] = [];
  const { deployed } = await play({
    between: (time, fleet, source) => {
      if (time >= '12:04' && time < '12:07') held.push(...fleet.takeJobs());
      if (time === '12:07') for (const body of held.reverse()) source.add(body, ms(time));
    },
  });
  expect(tally(saidOf(deployed), EXPECTED)).toEqual(NOTHING);
}, 120_000);

it('messages that two workers have at the same time', async () => {
  const both = async (fleet: DeployedFleet, bodies: readonly string[]) => {
    const runs = await Promise.all([0, 1].map((worker) => fleet.host.work(bodies, worker)));
    return runs.map(({ kind }) => kind);
  };
  const kinds: string[] = [];
  const { deployed } = await play({
    workOn: async (fleet, bodies) => {
      kinds.push(...(await both(fleet, bodies)));
    },
  });
  expect(tally(saidOf(deployed), EXPECTED)).toEqual(NOTHING);
  expect(kinds).not.toContain('failed');
}, 120_000);

it('a schedule that comes twice, the second time after the workers of the first', async () => {
  const { deployed } = await play({
    between: (time, fleet, source) => {
      for (const body of fleet.takeJobs()) source.add(body, ms(time));
    },
    dispatch: async (time, fleet) => {
      const first = await fleet.dispatch(at(time));
      await fleet.work(fleet.takeJobs());
      return (await fleet.dispatch(at(time))).kind === 'failed' ? { kind: 'failed', message: 'the second' } : first;
    },
  });
  expect(tally(saidOf(deployed), EXPECTED)).toEqual(NOTHING);
}, 120_000);

it('a schedule that comes twice at the same time', async () => {
  const kinds: string[] = [];
  const { deployed } = await play({
    dispatch: async (time, { host }) => {
      const [first, second] = await Promise.all([host.dispatch(at(time), 0), host.dispatch(at(time), 1)]);
      kinds.push(first.kind, second.kind);
      return first;
    },
  });
  expect(tally(saidOf(deployed), EXPECTED)).toEqual(NOTHING);
  expect(kinds).not.toContain('failed');
}, 120_000);
