import fc from 'fast-check';
import { MetricsStore, readMinutes } from '../../../local/traffic/metrics-store';
import { createVisibility } from '../../../local/traffic/visibility';

const MINUTE_MS = 60_000;
const NOON = Date.UTC(2026, 9, 14, 12) / MINUTE_MS;
const endOf = (minute: number) => (minute + 1) * MINUTE_MS;

describe('createVisibility', () => {
  it('shows the first values of any minute 60 to 120 seconds after it ended', () => {
    const visibility = createVisibility({ seed: 7 });
    fc.assert(
      fc.property(fc.string(), fc.nat(1e9), (modelId, minute) => {
        const late = visibility(modelId, minute, 0) - endOf(minute);
        expect(late).toBeGreaterThanOrEqual(60_000);
        expect(late).toBeLessThan(120_000);
      }),
    );
  });

  it('is the same for a seed and another for another', () => {
    const delays = (seed: number) =>
      Array.from({ length: 50 }, (_, index) => createVisibility({ seed })('model', NOON + index, 0));
    expect(delays(1)).toEqual(delays(1));
    expect(delays(1)).not.toEqual(delays(2));
  });

  it('shows some minutes in two steps, the last seconds a minute later', () => {
    const visibility = createVisibility();
    const steps = Array.from({ length: 400 }, (_, index) => {
      const first = visibility('model', NOON + index, 39);
      return visibility('model', NOON + index, 40) - first;
    });
    expect(new Set(steps)).toEqual(new Set([0, 60_000]));
    expect(steps.filter((step) => step > 0).length).toBeGreaterThan(20);
    expect(steps.filter((step) => step > 0).length).toBeLessThan(100);
  });

  it('takes up to 15 minutes more', () => {
    const usual = createVisibility()('model', NOON, 0);
    expect(createVisibility({ extraSeconds: () => 900 })('model', NOON, 0) - usual).toBe(900_000);
    expect(() => createVisibility({ extraSeconds: () => 901 })('model', NOON, 0)).toThrow('0 to 900 seconds');
  });
});

describe('MetricsStore', () => {
  const identity = { namespace: 'AWS/Bedrock', name: 'Invocations', dimensions: { ModelId: 'model' } };

  it('shows part of a minute first and all of it later', () => {
    const store = new MetricsStore();
    store.record(identity, { minute: NOON, sum: 5, visibleAt: 1_000 });
    store.record(identity, { minute: NOON, sum: 2, visibleAt: 2_000 });
    store.record(identity, { minute: NOON, sum: 1, visibleAt: 2_000 });
    const sumAt = (now: number) =>
      readMinutes(store.open(identity), { from: 0, until: endOf(NOON), now })
        .flatMap(({ parts }) => parts)
        .reduce((sum, part) => sum + part.sum, 0);
    expect([999, 1_000, 1_999, 2_000].map(sumAt)).toEqual([0, 5, 5, 8]);
  });

  it('knows a metric by its dimensions in any order', () => {
    const store = new MetricsStore();
    store.record({ ...identity, dimensions: { A: '1', B: '2' } }, { minute: NOON, sum: 1 });
    expect(store.find({ ...identity, dimensions: { B: '2', A: '1' } })).toBeDefined();
    expect(store.find({ ...identity, dimensions: { A: '1' } })).toBeUndefined();
  });

  it('reads minutes ascending, the start in and the end out, however wide the range', () => {
    const store = new MetricsStore();
    for (const minute of [4, 2, 3, 1]) store.record(identity, { minute, sum: minute });
    const minutesIn = (from: number, until: number) =>
      readMinutes(store.open(identity), { from: from * MINUTE_MS, until: until * MINUTE_MS, now: 0 }).map(
        ({ minute }) => minute,
      );
    expect(minutesIn(2, 4)).toEqual([2, 3]);
    expect(minutesIn(2, 4_000)).toEqual([2, 3, 4]);
    expect(minutesIn(0, 3)).toEqual([1, 2]);
  });
});
