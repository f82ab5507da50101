import { causeOfWords, readEvidence } from '../../bench/cause/evidence';
import type { LedgerGroup } from '../../lib/core/refusals';
import { createTrail } from '../../local/traffic/trail';

const NOON = Date.parse('2026-10-14T12:00:00Z');
const MINUTE_MS = 60_000;

function said(kind: LedgerGroup['kind'], calls: number): LedgerGroup {
  return { kind, text: kind, modelId: 'm', principal: null, userAgent: null, minutes: [[1, calls]] };
}

test.each([
  ['the words of most calls', [said('capacity', 2), said('tokensPerDay', 3)], 'tokensPerDay'],
  ['all groups of one kind', [said('capacity', 2), said('tokensPerDay', 3), said('modelNotReady', 2)], 'capacity'],
  ['no words of a limit', [said('accessDenied', 9)], null],
  ['nothing', [], null],
] as const)('by %s', (_, groups, cause) => {
  expect(causeOfWords(groups)).toBe(cause);
});

test('what CloudTrail shows by a minute counts, and what it shows twice counts once', () => {
  const trail = createTrail(
    { accountId: '111122223333', region: 'us-east-1' },
    { repeatedShare: 1, delaySeconds: ({ at }) => (at === NOON ? 180 : 600) },
  );
  const call = {
    operation: 'Converse',
    modelId: 'm',
    errorCode: 'ThrottlingException',
    errorMessage: 'Too many tokens',
  };
  for (const at of [NOON, NOON + MINUTE_MS]) trail.add({ ...call, at });
  const evidence = readEvidence(trail, NOON / MINUTE_MS + 5);
  expect(evidence).toMatchObject([{ kind: 'tokensPerMinute', minutes: [[NOON / MINUTE_MS, 1]] }]);
});
