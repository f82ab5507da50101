import { findLimits } from '../../../../lib/core/limits';
import { SONNET } from '../fixtures';
import { model, pool, snapshot } from './snapshots';

const own = pool({ tokensPerMinute: 100, tokensPerDay: 50, headroomPercent: 60 });
const of = (account: ReturnType<typeof pool> | null, crossRegion = own) =>
  findLimits(snapshot({ account, models: [model({ pools: { crossRegion } })] }), 'crossRegion', SONNET);

test('finds a model by any of its ids, with its rate', () => {
  expect(findLimits(snapshot(), 'crossRegion', 'anthropic.claude-sonnet-4-5')).toMatchObject({
    tokensPerMinute: 1_000_000,
    burndownRate: 5,
  });
});

test('says nothing of a scope or a model it does not have, whatever the account has', () => {
  const one = snapshot({ account: own });
  expect(findLimits(one, 'onDemand', SONNET)).toBeNull();
  expect(findLimits(one, 'crossRegion', 'amazon.nova-lite-v1:0')).toBeNull();
});

test.each([
  ['the smaller limit of pool and account', pool({ tokensPerDay: 40, headroomPercent: 90 }), 40, 60, null],
  ['the one that is known', pool({ requestsPerMinute: 3, headroomPercent: 10 }), 50, 10, null],
  ['what is not known as not known', pool(), 50, null, null],
  ['what is full as full', pool({ headroomPercent: 0, blocked: 'dayExhausted' }), 50, 0, 'dayExhausted'],
] as const)('says %s', (_, account, tokensPerDay, headroomPercent, blocked) => {
  expect(of(account)).toMatchObject({ tokensPerMinute: 100, tokensPerDay, headroomPercent, blocked });
});
