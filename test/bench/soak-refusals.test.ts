import { drawPlan } from '../../bench/soak/plan';
import { judgeRefusals } from '../../bench/soak/refusal-judge';
import { countKey, drawRefusals, FINAL_AFTER } from '../../bench/soak/refusals';
import type { Told } from '../../bench/soak/told';

const END = 1440;
const plan = drawRefusals(drawPlan(1, 7), 7);
const [burst, ...others] = plan.bursts;

/** What a watchdog counts that makes no mistake. */
function counted(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, model, minute, deliveredAt } of plan.refusals) {
    if (deliveredAt.length === 0 || minute > END - FINAL_AFTER) continue;
    const key = countKey(kind, model.modelId, minute);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What it tells. */
function told(): Told[] {
  return plan.bursts.flatMap(({ findingId, start }) => {
    const of = (event: string, at: number): Told => ({
      event,
      at,
      judgedAt: at,
      findingId,
      kind: 'refused',
      severity: 'warning',
    });
    return [of('opened', start + 10), of('recovered', start + 205)];
  });
}

const judge = (counts = counted(), said = told()) => judgeRefusals(plan, counts, said, END);

test('records come late, twice and not at all', () => {
  const { made, delivered, repeated } = judge();
  expect(delivered / made).toBeCloseTo(0.95, 1);
  expect(repeated / delivered).toBeCloseTo(0.1, 1);
  const delays = plan.refusals.flatMap(({ minute, deliveredAt: [first] }) =>
    first === undefined ? [] : [first - minute],
  );
  expect([Math.min(...delays), Math.max(...delays)]).toEqual([1, 16]);
  expect(plan.bursts.length).toBeGreaterThan(1);
});

test('no mistake is none', () => {
  expect(judge()).toMatchObject({ twice: 0, missing: 0, wrong: [] });
});

test.each([
  ['a call that counts twice', 1, { twice: 1, missing: 0 }],
  ['one that does not count', -1, { twice: 0, missing: 1 }],
])('%s is found', (_, change, expected) => {
  const counts = counted();
  const [key = '', calls = 0] = [...counts][0] ?? [];
  expect(judge(counts.set(key, calls + change))).toMatchObject(expected);
});

test('what one minute has too many does not make up for what another has not', () => {
  const counts = counted();
  const [[one = '', first = 0] = [], [other = '', second = 0] = []] = [...counts];
  expect(judge(counts.set(one, first + 2).set(other, second - 1))).toMatchObject({ twice: 2, missing: 1 });
});

test.each<[string, (all: Told[]) => Told[], RegExp]>([
  ['an alert that did not come', ([, ...rest]) => rest, /never told$/],
  ['an end that did not come', ([first, , ...rest]) => [first as Told, ...rest], /its end never told$/],
  ['an alert that came twice', ([first, ...rest]) => [first as Told, first as Told, ...rest], /told 2 times$/],
  [
    'an end while it is counted',
    ([first, second, ...rest]) => [first as Told, { ...(second as Told), at: (burst?.start ?? 0) + 100 }, ...rest],
    /its end told at/,
  ],
  ['an alert of nothing', (all) => [...all, { ...(all[0] as Told), findingId: 'refused/x' }], /nothing was denied$/],
])('%s is found', (_, change, sentence) => {
  const { wrong } = judge(counted(), change(told()));
  expect(wrong).toEqual([expect.stringMatching(sentence)]);
  expect(others.length).toBeGreaterThan(0);
});
