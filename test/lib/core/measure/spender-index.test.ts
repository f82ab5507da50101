import { indexSpenders } from '../../../../lib/core/measure/spender-index';
import { input } from '../findings/evaluation';
import { dailyPool, quota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';

const { traffic } = judge({
  ...input({}),
  resolve: (modelId) => ({ kind: 'model', scope: 'onDemand', baseModelId: modelId, via: 'base', name: modelId }),
  series: [SONNET, HAIKU].map((id) => series(id, [usage('14:20', { invocations: 1, estimatedTpm: 10 })])),
});
const spendersOf = indexSpenders(traffic);
const idsOf = (...modelIds: string[]) => spendersOf(quota({ modelIds })).map(({ baseModelId }) => baseModelId);

test('of a model by any of its ids, each once', () => {
  expect(idsOf(SONNET)).toEqual([SONNET]);
  expect(idsOf('anthropic.claude-haiku-4-5')).toEqual([HAIKU]);
  expect(idsOf('anthropic.claude-haiku-4-5', HAIKU)).toEqual([HAIKU]);
  expect(idsOf('amazon.nova-lite-v1:0')).toEqual([]);
  expect(idsOf()).toEqual([]);
});

test('of the account by all', () => {
  expect(spendersOf(dailyPool())).toEqual(traffic);
});
