import { SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { input, REQUESTS } from './evaluation';

function demandOf(throttles: number): string | undefined {
  const { described } = judge(
    input({
      series: [
        series(`us.${SONNET}`, [
          usage('14:31', { invocations: 20, estimatedTpm: 1_000, throttles: 70 }),
          usage('14:32', { invocations: 498, estimatedTpm: 90_000, throttles }),
        ]),
      ],
    }),
  );
  const requests = described.find(({ finding }) => finding.id === REQUESTS);
  expect(requests?.finding.usage?.value).toBe(498);
  return requests?.context.details.find(([label]) => label === 'Demand')?.[1];
}

test('the demand beside requests that stop at the quota: accepted and refused of the same minute', () => {
  expect(demandOf(20)).toBe('518 calls in that minute, 20 of them refused (including retries)');
});

test('no demand beside a minute without refusals', () => {
  expect(demandOf(0)).toBeUndefined();
});
