import fc from 'fast-check';
import { type LimitsSnapshot, type PoolLimits, readSnapshot, writeSnapshot } from '../../../../lib/core/limits';
import { model, pool, snapshot } from './snapshots';

const amount = fc.option(fc.nat());
const anyPool: fc.Arbitrary<PoolLimits> = fc.record({
  tokensPerMinute: amount,
  requestsPerMinute: amount,
  tokensPerDay: amount,
  headroomPercent: fc.option(fc.nat(10).map((tens) => tens * 10)),
  blocked: fc.option(fc.constantFrom('zeroQuota', 'dayExhausted')),
});
const anyModel = fc.record({
  modelId: fc.string({ minLength: 1 }),
  burndownRate: fc.option(fc.integer({ min: 1, max: 20 })),
  pools: fc.record({ onDemand: anyPool, crossRegion: anyPool, globalCrossRegion: anyPool }, { requiredKeys: [] }),
});
const anySnapshot: fc.Arbitrary<LimitsSnapshot> = fc.record({
  accountId: fc.option(fc.constant('111122223333')),
  region: fc.string({ minLength: 1 }),
  madeAt: fc.option(fc.nat(60_000_000)),
  account: fc.option(anyPool),
  models: fc.array(anyModel),
  leftOut: fc.nat(),
});

test('any snapshot is read back as it was written', () => {
  fc.assert(
    fc.property(anySnapshot, (one) => {
      expect(readSnapshot(writeSnapshot(one))).toEqual({ kind: 'snapshot', snapshot: one });
    }),
  );
});

test('junk is an answer, never a crash', () => {
  const kinds = ['snapshot', 'newer', 'junk'];
  fc.assert(fc.property(fc.string(), (text) => kinds.includes(readSnapshot(text).kind)));
  fc.assert(fc.property(fc.jsonValue(), (value) => kinds.includes(readSnapshot(JSON.stringify(value)).kind)));
});

/** The text of a good snapshot with other fields. */
function changed(fields: object): string {
  return JSON.stringify({ ...JSON.parse(writeSnapshot(snapshot())), ...fields });
}

const inModel = (fields: object) => changed({ models: [{ m: 'a.b', ...fields }] });

test.each([
  ['no JSON', '{', ''],
  ['a list', '[]', ''],
  ['no version', '{}', 'schemaVersion'],
  ['a version of 0', changed({ schemaVersion: 0 }), 'schemaVersion'],
  ['no Region', changed({ region: '' }), 'region'],
  ['no account', changed({ accountId: undefined }), 'accountId'],
  ['a time that is none', changed({ madeAt: 'noon' }), 'madeAt'],
  ['no count', changed({ leftOut: undefined }), 'leftOut'],
  ['models that are no list', changed({ models: {} }), 'models'],
  ['a model without id', changed({ models: [{}] }), 'models[0].m'],
  ['a rate of 0', inModel({ b: 0 }), 'models[0].b'],
  ['a pool that is none', inModel({ c: 3 }), 'models[0].c'],
  ['a limit in words', inModel({ c: { t: '7' } }), 'models[0].c.t'],
  ['a limit below 0', inModel({ o: { r: -1 } }), 'models[0].o.r'],
  ['a day without end', changed({ a: { d: null } }), 'a.d'],
  ['more headroom than all', inModel({ g: { h: 101 } }), 'models[0].g.h'],
  ['a reason nobody knows', inModel({ g: { x: 'toString' } }), 'models[0].g.x'],
])('of %s nothing is taken', (_, text, at) => {
  expect(readSnapshot(text)).toEqual({ kind: 'junk', at });
});

test('a newer version is none of ours, whatever it has', () => {
  expect(readSnapshot('{"schemaVersion":2,"models":7}')).toEqual({ kind: 'newer', schemaVersion: 2 });
});

test('keys that are new are passed over', () => {
  const one = snapshot({ models: [model({ modelId: 'a.b', burndownRate: null, pools: { onDemand: pool() } })] });
  expect(readSnapshot(inModel({ o: { z: 1 }, y: 'new' }))).toEqual({ kind: 'snapshot', snapshot: one });
});
