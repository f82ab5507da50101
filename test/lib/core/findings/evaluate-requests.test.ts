import type { EvaluationInput } from '../../../../lib/core/findings/evaluation';
import { tellRemedy } from '../../../../lib/core/findings/tell';
import type { IncreaseRequest } from '../../../../lib/core/quotas/increase-request';
import type { Remedy } from '../../../../lib/core/vocabulary/finding';
import type { Language } from '../../../../lib/language/language';
import { wordsOf } from '../../../../lib/language/language';
import { explain, TOKENS as TOKENS_ERROR } from '../answers/explain/explaining';
import { dailyPool, increaseRequest, minuteOf, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { input, TOKENS } from './evaluation';

const OPEN = [increaseRequest()];
const COMMAND = /request-service-quota-increase .*--quota-code L-F4DDD3EB /;
const SAID =
  'n increase to 5,000,001 is open since 2026-10-03, case 1234567890: ask for an update in that case, AWS accepts no second request';

const full = series(`us.${SONNET}`, [usage('14:32', { invocations: 300, estimatedTpm: 990_000 })]);
const throttled = series(`us.${SONNET}`, [usage('14:32', { invocations: 300, estimatedTpm: 990_000, throttles: 40 })]);
const onDemand = quota({ quotaCode: 'L-254CACF4', scope: 'onDemand', adjustable: false });
const change = {
  at: minuteOf('14:30'),
  before: quota({ appliedValue: 5_000_000 }),
  after: quota(),
  nowNamed: null,
};

/** Every way to a finding that proposes an increase of L-F4DDD3EB, with the findings' id. */
const WAYS: readonly (readonly [string, Partial<EvaluationInput>])[] = [
  [TOKENS, { series: [full] }],
  [`throttled/crossRegion/${SONNET}`, { series: [throttled] }],
  ['utilization/L-254CACF4', { quotas: [onDemand, quota()], series: [{ ...full, modelId: SONNET }] }],
  ['dailyPool/L-E3F10727', { quotas: [dailyPool({ appliedValue: 1e6, modelIds: [SONNET] }), quota()], series: [full] }],
  ['zeroQuota', { quotas: [quota({ appliedValue: 0 })], series: [throttled] }],
  ['belowDefault', { series: [full] }],
  ['quotaChanged/2026-10-14T14:30:00Z', { changes: [change] }],
];

function remediesOf(id: string, changes: Partial<EvaluationInput>, language: Language = 'en'): readonly Remedy[] {
  const { found } = judge(input({ ...changes, language }));
  const one = found.find((other) => other.id === id);
  return (one?.remedies ?? []).map((remedy) => tellRemedy(remedy, wordsOf(language)));
}

describe.each(WAYS)('%s', (id, changes) => {
  it('proposes the command while no request is known to be open', () => {
    for (const requests of [undefined, [], [increaseRequest({ status: 'CASE_CLOSED' })]]) {
      const remedies = remediesOf(id, requests ? { ...changes, requests } : changes);
      expect(remedies.some(({ command }) => COMMAND.test(command ?? ''))).toBe(true);
    }
  });

  it('names the open request instead', () => {
    const remedies = remediesOf(id, { ...changes, requests: OPEN });
    expect(remedies.filter(({ command }) => COMMAND.test(command ?? ''))).toEqual([]);
    expect(remedies.filter(({ title }) => title.includes(SAID)).map(({ command }) => command)).toEqual([null]);
  });

  it('in Brazilian Portuguese too', () => {
    const remedies = remediesOf(id, { ...changes, requests: OPEN }, 'pt-BR');
    expect(remedies).toContainEqual({
      title: expect.stringMatching(
        /[hH]á um pedido de aumento para 5\.000\.001 em aberto desde 2026-10-03, caso 1234567890: /,
      ),
      command: null,
    });
  });
});

it.each<[string, Partial<IncreaseRequest>, string]>([
  ['with its case', {}, `A${SAID}`],
  [
    'without a case',
    { caseId: null, status: 'PENDING' },
    'An increase to 5,000,001 is open since 2026-10-03, and AWS accepts no second one: its status is in the request history of Service Quotas',
  ],
  [
    'of unknown age',
    { createdAt: null, desiredValue: 9_000_000 },
    'An increase to 9,000,000 is open, case 1234567890: ask for an update in that case, AWS accepts no second request',
  ],
  [
    'for less than would be proposed',
    { desiredValue: 1_200_000 },
    'An increase to 1,200,000 is open since 2026-10-03, case 1234567890: ask for an update in that case, AWS accepts no second request',
  ],
])('an open request is told %s', (_, changes, title) => {
  const remedies = remediesOf(TOKENS, { series: [full], requests: [increaseRequest(changes)] });
  expect(remedies[0]).toEqual({ title, command: null });
});

it('the request of one quota leaves the command of another alone', () => {
  const low = [quota(), requestQuota()];
  const remedies = remediesOf('belowDefault', { quotas: low, series: [full], requests: OPEN });
  expect(remedies.map(({ command }) => command?.match(/L-\w+/)?.[0] ?? null)).toEqual([null, 'L-4A6BFAB1']);
});

it('the open request of a sibling stands beside the Support case', () => {
  const remedies = remediesOf('utilization/L-254CACF4', {
    quotas: [onDemand, quota()],
    series: [{ ...full, modelId: SONNET }],
    requests: OPEN,
  });
  expect(remedies.map(({ title }) => title)).toEqual([
    `L-254CACF4 cannot be raised by API; AWS handles it together with L-F4DDD3EB (cross-Region tokens/min of the same model), for which a${SAID}`,
    expect.stringMatching(/^Open a Support case/),
    expect.stringMatching(/^Meanwhile call/),
  ]);
});

it('explain names it as well', () => {
  const calm = series(`us.${SONNET}`, [usage('14:32', { invocations: 300, estimatedTpm: 990_000 })]);
  const titles = (requests: readonly IncreaseRequest[]) =>
    explain(TOKENS_ERROR, { series: [calm], requests }).remedies.map(({ title, command }) => command ?? title);
  expect(titles([]).some((text) => COMMAND.test(text))).toBe(true);
  expect(titles(OPEN).some((text) => COMMAND.test(text))).toBe(false);
  expect(titles(OPEN)).toContain(`A${SAID}`);
});
