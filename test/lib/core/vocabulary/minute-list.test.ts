import fc from 'fast-check';
import { inOrder, minutesBetween, minutesFrom } from '../../../../lib/core/vocabulary/minute-list';
import { input } from '../findings/evaluation';
import { minuteOf, quota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';

const ascending = fc
  .uniqueArray(fc.nat({ max: 40 }), { maxLength: 20 })
  .map((minutes) => minutes.sort((a, b) => a - b).map((minute) => ({ minute })));

it('a part of an ascending list is what a look through all of it gives', () => {
  fc.assert(
    fc.property(ascending, fc.integer({ min: -2, max: 42 }), fc.integer({ min: -2, max: 42 }), (list, from, until) => {
      expect(minutesBetween(list, from, until)).toEqual(list.filter(({ minute }) => minute >= from && minute < until));
      expect(minutesFrom(list, from)).toEqual(list.filter(({ minute }) => minute >= from));
    }),
  );
});

it('a list in order is handed on, another one is sorted and left as it was', () => {
  const list = [{ minute: 1 }, { minute: 1 }, { minute: 2 }];
  expect(inOrder(list)).toBe(list);
  const mixed = [{ minute: 2 }, { minute: 1 }];
  expect(inOrder(mixed)).toEqual([{ minute: 1 }, { minute: 2 }]);
  expect(mixed).toEqual([{ minute: 2 }, { minute: 1 }]);
});

it('minutes handed over in any order give one evaluation', () => {
  const minutes = Array.from({ length: 200 }, (_, index) =>
    usage(minuteOf('10:00') + index, {
      estimatedTpm: 4_000 * index,
      invocations: 1 + (index % 5),
      throttles: index % 7,
    }),
  );
  const documentOf = (list: typeof minutes) =>
    judge(input({ now: minuteOf('13:20'), quotas: [quota()], series: [series(`us.${SONNET}`, list)] })).document;
  expect(documentOf([...minutes].reverse())).toEqual(documentOf(minutes));
});

it('a part that is all of a list is the list itself: nothing is copied', () => {
  const list = [{ minute: 3 }, { minute: 5 }];
  expect(minutesFrom(list, 3)).toBe(list);
});
