import { isWorthPublishing } from '../../../../lib/core/limits';
import { minuteOf } from '../fixtures';
import { model, pool, snapshot } from './snapshots';

const AT = minuteOf('14:33');
const before = snapshot({ madeAt: AT });
const withPool = (changes: Parameters<typeof pool>[0]) =>
  snapshot({ models: [model({ pools: { onDemand: pool(changes) } })] });
const known = { tokensPerMinute: 100, headroomPercent: 50 };

test.each([
  ['nothing was', null, snapshot(), 0, true],
  ['none was ever made', snapshot({ madeAt: null }), snapshot(), 0, true],
  ['it says the same', before, snapshot(), 59, false],
  ['it says the same since an hour', before, snapshot(), 60, true],
  ['a limit is another', withPool(known), withPool({ ...known, tokensPerMinute: 101 }), 1, true],
  ['a pool is blocked', withPool(known), withPool({ ...known, blocked: 'dayExhausted' }), 1, true],
  ['a model is left out', before, snapshot({ leftOut: 1 }), 1, true],
  ['headroom is another', withPool(known), withPool({ ...known, headroomPercent: 40 }), 4, false],
  ['headroom is another since five minutes', withPool(known), withPool({ ...known, headroomPercent: 40 }), 5, true],
  [
    'headroom of the account is',
    snapshot({ account: pool(known) }),
    snapshot({ account: pool({ ...known, headroomPercent: 40 }) }),
    4,
    false,
  ],
] as const)('when %s', (_, one, next, minutes, isWorth) => {
  expect(isWorthPublishing(one, { ...next, madeAt: AT + minutes }, AT + minutes)).toBe(isWorth);
});
