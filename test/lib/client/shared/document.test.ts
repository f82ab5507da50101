import {
  emptyDocument,
  expire,
  FARTHEST_AHEAD,
  type ProcessClaims,
  parseDocument,
  printDocument,
  SLOT_MS,
  SLOTS_THAT_COUNT,
  slotOf,
  sumOthers,
} from '../../../../lib/client/shared/document';

const DAY_MS = 86_400_000;
const NOON = 20_000 * DAY_MS + DAY_MS / 2;
const SLOT = slotOf(NOON);

function claims(part: Partial<ProcessClaims> = {}): ProcessClaims {
  return {
    slots: new Map([[SLOT, { tokens: 500, requests: 2 }]]),
    lease: { until: SLOT + 3, tokens: 70, requests: 1 },
    day: { day: 20_000, tokens: 900 },
    ...part,
  };
}

const documentOf = (one: ProcessClaims) => ({ ...emptyDocument(NOON), processes: new Map([['a', one]]) });

test('what is printed is read again', () => {
  const document = documentOf(claims());
  expect(parseDocument(printDocument(document))).toEqual(document);
});

test('a sum that ended a hair below 0 is 0', () => {
  const slots = new Map([[SLOT, { tokens: -1e-12, requests: 0 }]]);
  const read = parseDocument(printDocument(documentOf(claims({ slots }))));
  expect(read?.processes.get('a')?.slots.get(SLOT)).toEqual({ tokens: 0, requests: 0 });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"format":1'],
  ['null', 'null'],
  ['another format', '{"format":2,"gone":[1,0],"processes":{}}'],
  ['no processes', '{"format":1,"gone":[1,0]}'],
  ['a process that is none', '{"format":1,"gone":[1,0],"processes":{"a":null}}'],
  ['a text for a number', '{"format":1,"gone":[1,"0"],"processes":{}}'],
  ['less than nothing', '{"format":1,"gone":[1,0],"processes":{"a":{"slots":[[1,-5,0]],"lease":[1,0,0],"day":[1,0]}}}'],
  ['a row too short', '{"format":1,"gone":[1,0],"processes":{"a":{"slots":[],"lease":[1,0],"day":[1,0]}}}'],
])('%s is no document', (_, text) => {
  expect(parseDocument(text)).toBeNull();
});

test('others count with what they took and hold; the own claims do not', () => {
  const document = {
    gone: { day: 20_000, tokens: 10 },
    processes: new Map([
      ['a', claims()],
      ['b', claims()],
      ['c', claims({ day: { day: 19_999, tokens: 900 } })],
    ]),
  };
  expect(sumOthers(document, 'a', NOON)).toEqual({
    taken: { tokens: 1_000, requests: 4 },
    held: { tokens: 140, requests: 2 },
    today: 10 + 970 + 70,
  });
});

test.each([
  ['the last that counts', SLOTS_THAT_COUNT - 1, true],
  ['the first that does not', SLOTS_THAT_COUNT, false],
])('a slot counts until 60 seconds after its end: %s', (_, later, isThere) => {
  const { processes } = expire(
    documentOf(claims({ lease: { until: 0, tokens: 0, requests: 0 } })),
    NOON + later * SLOT_MS,
  );
  expect(processes.has('a')).toBe(isThere);
});

test('a lease counts as long after its end, then as used in the day', () => {
  const one = claims({ slots: new Map(), lease: { until: SLOT, tokens: 70, requests: 1 } });
  const before = expire(documentOf(one), NOON + (SLOTS_THAT_COUNT - 1) * SLOT_MS);
  expect(before.processes.get('a')?.lease.tokens).toBe(70);
  const after = expire(documentOf(one), NOON + SLOTS_THAT_COUNT * SLOT_MS);
  expect(after).toEqual({ processes: new Map(), gone: { day: 20_000, tokens: 970 } });
});

test('a new day begins at 0', () => {
  const document = { ...documentOf(claims()), gone: { day: 20_000, tokens: 77 } };
  expect(expire(document, NOON + DAY_MS)).toEqual({ processes: new Map(), gone: { day: 20_001, tokens: 0 } });
});

test('what lies too far ahead is no claim', () => {
  const far = SLOT + FARTHEST_AHEAD + 1;
  const slots = new Map([[far, { tokens: 5, requests: 1 }]]);
  const { processes } = expire(documentOf(claims({ slots, lease: { until: far, tokens: 9, requests: 1 } })), NOON);
  expect(processes.size).toBe(0);
});
