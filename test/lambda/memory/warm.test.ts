import { EMPTY_STATE, type WatchdogState } from '../../../lambda/memory/state';
import { createWarmMemory } from '../../../lambda/memory/warm';
import type { QuotaCatalog } from '../../../lib/core/quotas/catalog';
import { emptyMinute, type SeriesHistory } from '../../../lib/core/traffic/history';

function history(minutes: readonly number[], changes: Partial<SeriesHistory> = {}): SeriesHistory {
  return {
    endpoint: 'runtime',
    modelId: 'a.b',
    minutes: minutes.map((minute) => ({ ...emptyMinute(minute), invocations: 1 })),
    complete: true,
    readUntil: 100,
    ...changes,
  };
}

function stateAt(evaluatedUntil: number | null, readUntil: number | null = 100): WatchdogState {
  const memory = { metricNames: [], readUntil, unlistedAt: null, temperature: 'cold' as const };
  return { ...EMPTY_STATE, evaluatedUntil, series: { 'a.b': memory } };
}

const CATALOG: QuotaCatalog = {
  readAt: 60,
  failures: [],
  accountId: '111122223333',
  quotas: [],
  totalQuotas: 0,
  models: [],
  profiles: [],
  problems: [],
};

/** What a run knows that ends with these minutes. */
function known(histories: ReadonlyMap<string, SeriesHistory>) {
  return { histories, catalog: CATALOG };
}

describe('the memory of a warm process', () => {
  it('knows the minutes of the state it was given, and of no other', () => {
    const memory = createWarmMemory();
    const mine = new Map([['a.b', history([90, 99])]]);
    expect(memory.recall(stateAt(100), 0)).toBeNull();
    memory.keep(stateAt(100), known(mine));
    expect(memory.recall(stateAt(100), 0)).toEqual(mine);
    expect(memory.recall(stateAt(101), 0)).toBeNull();
    expect(memory.recall(stateAt(null), 0)).toBeNull();
  });

  it('lets go what is too old, and series with nothing else', () => {
    const memory = createWarmMemory();
    memory.keep(
      stateAt(100),
      known(
        new Map([
          ['a.b', history([10, 50, 99])],
          ['c.d', history([10])],
        ]),
      ),
    );
    const recalled = memory.recall(stateAt(100), 50);
    expect([...(recalled ?? [])].map(([key, { minutes }]) => [key, minutes.map(({ minute }) => minute)])).toEqual([
      ['a.b', [50, 99]],
    ]);
  });

  it('takes a history for complete and read as far as the state says, as the table does', () => {
    const memory = createWarmMemory();
    memory.keep(stateAt(100), known(new Map([['a.b', history([99], { complete: false, readUntil: 7 })]])));
    expect(memory.recall(stateAt(100, 85), 0)?.get('a.b')).toMatchObject({ complete: true, readUntil: 85 });
  });

  it('keeps nothing when it is too much', () => {
    const memory = createWarmMemory();
    const many = history([]);
    const minutes = Array.from({ length: 250_001 }, (_, minute) => ({ ...emptyMinute(minute), invocations: 1 }));
    memory.keep(stateAt(100), known(new Map([['a.b', { ...many, minutes: minutes.slice(1) }]])));
    expect(memory.recall(stateAt(100), 0)).not.toBeNull();
    memory.keep(stateAt(100), known(new Map([['a.b', { ...many, minutes }]])));
    expect(memory.recall(stateAt(100), 0)).toBeNull();
  });

  it('knows the catalog by the time of its reading', () => {
    const memory = createWarmMemory();
    expect(memory.recallCatalog({ ...EMPTY_STATE, catalogReadAt: 60 })).toBeNull();
    memory.keep(stateAt(100), known(new Map()));
    expect(memory.recallCatalog({ ...EMPTY_STATE, catalogReadAt: 60 })).toBe(CATALOG);
    expect(memory.recallCatalog({ ...EMPTY_STATE, catalogReadAt: 61 })).toBeNull();
    expect(memory.recallCatalog(EMPTY_STATE)).toBeNull();
  });

  it('knows the last own point that was accepted, whatever else it forgets', () => {
    const memory = createWarmMemory();
    expect(memory.acceptedPoint).toBeNull();
    memory.notePoint(100);
    memory.notePoint(105);
    memory.keep(stateAt(null), known(new Map()));
    expect(memory.acceptedPoint).toBe(105);
  });
});
