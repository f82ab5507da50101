import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { EMPTY_LEDGER, foldRefusals, pruneLedger, type RefusalLedger, readLedger } from '../../../../lib/core/refusals';
import { sumCalls } from '../../../../lib/core/refusals/ledger';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { NOW, refusal, refusals } from './refusal';

/** What DynamoDB takes of one item, less than which names and keys leave. */
const ITEM_BYTES = 380_000;

const MINUTE = toMinute('2026-10-14T14:32:00Z');

function fold(arrived: ReturnType<typeof refusals>, ledger: RefusalLedger = EMPTY_LEDGER, now = NOW): RefusalLedger {
  return foldRefusals(ledger, { refusals: arrived, unreadableIds: [] }, now);
}

function callsOf({ groups }: RefusalLedger): number {
  return groups.reduce((sum, { minutes }) => sum + sumCalls(minutes), 0);
}

test('calls are counted by minute', () => {
  const later = refusal({ eventId: 'later', at: Date.parse('2026-10-14T14:33:59Z') });
  const { at: _, eventId: __, region, accountId, operation, errorCode, ...said } = refusal();
  expect([region, accountId, operation, errorCode]).toHaveLength(4);
  expect(fold([...refusals(2), later]).groups).toEqual([
    {
      ...said,
      minutes: [
        [MINUTE, 2],
        [MINUTE + 1, 1],
      ],
    },
  ]);
});

test('an event counts once, in one run and over runs', () => {
  const once = fold([refusal(), refusal()]);
  expect(callsOf(once)).toBe(1);
  expect(fold([refusal()], once)).toEqual(once);
});

test('the same events in any order, in any portions, any number of times, are the same counts', () => {
  const all = refusals(12, (index) => ({ at: Date.parse('2026-10-14T14:20:00Z') + index * 30_000 }));
  const counts = ({ groups }: RefusalLedger) => groups.map(({ minutes }) => minutes);
  const expected = counts(fold(all));
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 24 }), fc.nat({ max: 24 }), (mixed, cut) => {
      expect(counts(fold(mixed.slice(cut), fold(mixed.slice(0, cut))))).toEqual(expected);
    }),
  );
});

test('what is older than the ledger is not counted, and what was counted is forgotten', () => {
  const old = refusal({ at: (NOW - 181) * 60_000 });
  expect(fold([old])).toEqual(EMPTY_LEDGER);
  expect(callsOf(pruneLedger(fold([refusal()]), MINUTE + 181))).toBe(0);
  expect(pruneLedger(fold([refusal()]), NOW + 181)).toEqual(EMPTY_LEDGER);
  expect(callsOf(pruneLedger(fold([refusal()]), MINUTE + 180))).toBe(1);
});

test.each([
  ['more ahead than clocks differ', (NOW + 6) * 60_000, 1, 0],
  ['ahead as clocks may differ', (NOW + 5) * 60_000, 0, 1],
  ['of years to come', Date.parse('+275760-09-13T00:00:00Z'), 1, 0],
  ['of the year 1', Date.parse('0001-01-01T00:00:00Z'), 1, 0],
  ['late by two days', (NOW - 2_880) * 60_000, 0, 0],
  ['late by more, which is none', (NOW - 2_881) * 60_000, 1, 0],
])('a time %s', (_, at, unreadable, calls) => {
  const once = fold([refusal({ at })]);
  const again = fold([refusal({ at })], once);
  expect([sumCalls(again.unreadable), callsOf(again)]).toEqual([unreadable, calls]);
});

test('what was read last is remembered, however old the events are', () => {
  const late = refusals(2_000, (index) => ({ eventId: `late-${index}`, at: (NOW - 170) * 60_000 }));
  const flood = (run: number) => refusals(2_000, (index) => ({ eventId: `${run}-${index}`, at: NOW * 60_000 }));
  let ledger = EMPTY_LEDGER;
  for (let run = 0; run < 10; run++) ledger = fold(flood(run), ledger, NOW + run);
  ledger = fold(late, ledger, NOW + 10);
  expect(callsOf(ledger)).toBe(22_000);
  expect(callsOf(fold(late, ledger, NOW + 10))).toBe(22_000);
  expect(callsOf(fold(flood(9), ledger, NOW + 10))).toBe(22_000);
  expect(callsOf(fold(flood(0), ledger, NOW + 10))).toBe(24_000);
});

test('messages that nobody can read are counted once each', () => {
  const one = foldRefusals(EMPTY_LEDGER, { refusals: [], unreadableIds: ['a', 'b', 'a'] }, NOW);
  expect(one.unreadable).toEqual([[NOW, 2]]);
  const again = foldRefusals(one, { refusals: [], unreadableIds: ['b', 'c'] }, NOW + 1);
  expect(again.unreadable).toEqual([
    [NOW, 2],
    [NOW + 1, 1],
  ]);
});

test('sessions that are another at each call are told together where they are too many, and no call is lost', () => {
  const ledger = fold(refusals(3_000, (index) => ({ principal: `Worker/${index}-${'s'.repeat(150)}` })));
  expect(callsOf(ledger)).toBe(3_000);
  expect(ledger.groups.length).toBeLessThan(500);
  const joined = ledger.groups.find(({ principal }) => principal === null);
  expect(joined).toMatchObject({ kind: 'tokensPerMinute', text: refusal().text, modelId: refusal().modelId });
  expect(sumCalls(joined?.minutes ?? [])).toBeGreaterThan(2_000);
});

test('texts that are another at each call become a rest by kind', () => {
  const ledger = fold(refusals(3_000, (index) => ({ text: `${index} ${'é'.repeat(400)}`, kind: 'unrecognised' })));
  expect(callsOf(ledger)).toBe(3_000);
  expect(ledger.groups).toContainEqual(expect.objectContaining({ kind: 'unrecognised', text: '', modelId: null }));
});

test('a flood that tells nothing twice can be saved', () => {
  let ledger = EMPTY_LEDGER;
  for (let run = 0; run < 15; run++) {
    const flood = refusals(2_000, (index) => ({
      eventId: `${run}-${index}-${(index * 2654435761 + run) % 4294967296}`,
      at: (NOW - (index % 170)) * 60_000,
      text: Array.from({ length: 80 }, (_, at) => String.fromCharCode(200 + ((index * 31 + at * run) % 600))).join(''),
      principal: `Role${index % 40}/${run}-${index}`,
    }));
    ledger = fold(flood, ledger);
  }
  expect(gzipSync(JSON.stringify(ledger)).length).toBeLessThan(ITEM_BYTES);
  expect(callsOf(ledger)).toBe(30_000);
});

describe('a saved ledger', () => {
  const saved: unknown = JSON.parse(JSON.stringify(fold([refusal(), refusal({ eventId: 'b', principal: null })])));

  test('is read as it was', () => {
    expect(readLedger(saved)).toEqual(saved);
  });

  test.each([
    ['nothing', null],
    ['another version', { ...(saved as object), version: 2 }],
    ['groups that are none', { ...(saved as object), groups: [{ kind: 'tokensPerMinute' }] }],
    ['a kind that is none', JSON.parse(JSON.stringify(saved).replaceAll('"tokensPerMinute"', '"toString"'))],
    ['minutes that are none', { ...(saved as object), unreadable: [['a', 1]] }],
    ['ids that are none', { ...(saved as object), seen: [[1, 2]] }],
  ])('is dropped when it is %s', (_, value) => {
    expect(readLedger(value)).toBeNull();
  });
});
