import { followRequests } from '../../../../../lib/core/answers/increase';
import { increaseRequest, quota } from '../../fixtures';

describe('what became of a request', () => {
  it.each([
    ['the value asked for is in force', 'CASE_CLOSED', 5_000_001, 'granted'],
    ['more is in force', 'CASE_CLOSED', 9_000_000, 'granted'],
    ['it is in force though the case is open still', 'CASE_OPENED', 5_000_001, 'granted'],
    ['the case is open', 'CASE_OPENED', 1_000_000, 'open'],
    ['it waits for a case', 'PENDING', 1_000_000, 'open'],
    ['it was closed below the default', 'CASE_CLOSED', 1_000_000, 'notGranted'],
    ['it was closed at the default', 'CASE_CLOSED', 4_000_000, 'notGranted'],
    ['it was closed above the default and below what was asked', 'CASE_CLOSED', 4_500_000, 'partly'],
    ['AWS denied it', 'DENIED', 4_500_000, 'notGranted'],
    ['AWS did not approve it', 'NOT_APPROVED', 1_000_000, 'notGranted'],
    ['AWS has a new word', 'ON_HOLD', 1_000_000, 'unknown'],
  ])('%s', (_, status, appliedValue, outcome) => {
    const [followed] = followRequests(
      [increaseRequest({ status })],
      [quota({ appliedValue, defaultValue: 4_000_000 })],
    );
    expect(followed).toMatchObject({ outcome, appliedValue, desiredValue: 5_000_001, status, caseId: '1234567890' });
  });

  it('is unknown of a quota without a known default, or that is listed no more', () => {
    const closed = increaseRequest({ status: 'CASE_CLOSED' });
    expect(followRequests([closed], [quota({ defaultValue: null })])[0]?.outcome).toBe('unknown');
    expect(followRequests([closed], [])[0]).toMatchObject({ outcome: 'unknown', quotaName: null, appliedValue: null });
  });

  it('is told of the newest first, of those of unknown age last', () => {
    const at = (createdAt: string | null) => increaseRequest({ createdAt });
    const all = followRequests([at(null), at('2026-09-01T00:00:00Z'), at('2026-10-01T00:00:00Z')], [quota()]);
    expect(all.map(({ createdAt }) => createdAt)).toEqual(['2026-10-01T00:00:00Z', '2026-09-01T00:00:00Z', null]);
  });
});
