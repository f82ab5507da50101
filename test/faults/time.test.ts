import { spellStatement, toStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';
import { type DeployedWatchdog, deploy } from '../lambda/deployed';
import { at, EXPECTED, play, prepareTraffic, said, TICKS, tally } from './scenario';

let watchdog: DeployedWatchdog;

beforeEach(async () => {
  watchdog = await deploy({ now: new Date(at('11:00')) });
  prepareTraffic(watchdog.account);
});

afterEach(() => watchdog.close());

describe('an event from the future', () => {
  it.each(['2099-01-01T00:00:00Z', '2026-10-14T12:12:00Z', '+275760-09-13T00:00:00Z'])(
    '%s is refused and changes nothing',
    async (time) => {
      const before = TICKS.indexOf('12:06');
      await play(watchdog, TICKS.slice(0, before + 1));
      const run = await watchdog.invoke({ time });
      expect(run.kind === 'failed' && run.message).toContain("ahead of the machine's clock, 2026-10-14T12:06:00Z");
      const runs = await play(watchdog, TICKS.slice(before + 1));
      expect([...runs.values()].filter(({ kind }) => kind === 'failed')).toEqual([]);
      expect(said(watchdog.account)).toEqual(EXPECTED);
    },
    60_000,
  );

  it('that an older version took: the state is put back to the present, told once, and goes on', async () => {
    const before = TICKS.indexOf('12:06');
    await play(watchdog, TICKS.slice(0, before));
    // As if the machine's clock were there too: this is how a version without the check ended up.
    const far = '2099-01-01T00:00:00Z';
    await watchdog.invoke({ time: far }, { machineTime: Date.parse(far) });
    const told = said(watchdog.account).length;
    const runs = await play(watchdog, TICKS.slice(before));
    const failed = [...runs].filter(([, { kind }]) => kind === 'failed');
    expect(failed.map(([time]) => time)).toEqual(['12:06']);
    expect(failed[0]?.[1]).toMatchObject({
      message: expect.stringContaining('was evaluated until 2099-01-01T00:00:00Z, which is in the future'),
    });
    const { lost, wrong, repeated } = tally(said(watchdog.account).slice(told), EXPECTED);
    expect({ lost, wrong, repeated }).toEqual({ lost: [], wrong: [], repeated: [] });
  }, 60_000);
});

describe('a run that has little time', () => {
  /** Short enough for a test; the shares of it are those of 55 seconds. */
  const LIFETIME = { lifetimeMs: 4_000 };

  it.each([
    ['servicequotas', 'ListServiceQuotas'],
    ['bedrock', 'ListFoundationModels'],
    ['bedrock', 'ListInferenceProfiles'],
    ['cloudwatch', 'ListMetrics'],
  ])(
    '%s:%s hangs: the run judges by what is known, saves, tells, and says what was cut',
    async (service, operation) => {
      const { account } = watchdog;
      const before = TICKS.indexOf('12:06');
      await play(watchdog, TICKS.slice(0, before));
      const fault = { service, operation, kind: 'hang' } as const;
      account.faults.add(fault);
      account.clock.set(new Date(at('12:06')));
      const started = performance.now();
      const run = await watchdog.invoke({ time: at('12:06') }, LIFETIME);
      expect(performance.now() - started).toBeLessThan(LIFETIME.lifetimeMs);
      expect(run.kind === 'failed' && run.message).toContain(
        `${service}:${operation} failed (${spellStatement(toStatement('outOfTime'), EN)}`,
      );
      expect(said(account)).toEqual([EXPECTED[0]]);
      account.faults.remove(fault);
      await play(watchdog, TICKS.slice(before + 1));
      expect(said(account)).toEqual(EXPECTED);
    },
    60_000,
  );

  it('traffic that hangs: the run ends in time, is told, and the next one makes up for it', async () => {
    const { account } = watchdog;
    const before = TICKS.indexOf('12:06');
    await play(watchdog, TICKS.slice(0, before));
    const fault = { service: 'cloudwatch', operation: 'GetMetricStatistics', kind: 'hang' } as const;
    account.faults.add(fault);
    account.clock.set(new Date(at('12:06')));
    const started = performance.now();
    expect(await watchdog.invoke({ time: at('12:06') }, LIFETIME)).toMatchObject({ kind: 'failed' });
    expect(performance.now() - started).toBeLessThan(LIFETIME.lifetimeMs);
    account.faults.remove(fault);
    await play(watchdog, TICKS.slice(before + 1));
    expect(said(account)).toEqual(EXPECTED);
  }, 60_000);
});
