import type { AlertEvent } from '../../../../lib/core/alerts/lifecycle';
import type { Language } from '../../../../lib/language/language';
import { input } from '../findings/evaluation';
import { minuteOf, quota } from '../fixtures';
import { judge } from '../judge';

/** Places of the tests by their accounts. */
export const PROD = { accountId: '111122223333', accountName: 'prod', region: 'us-east-1' };
export const TEST = { accountId: '000000000000', accountName: null, region: 'eu-central-1' };

/** One of many places: `account-0`, `account-1` …, all in one Region. */
export function placeOf(index: number) {
  return { accountId: `${index}`.padStart(12, '0'), accountName: `account-${index}`, region: 'us-east-1' };
}

/** A quota whose applied value AWS lowered, as each of so many accounts sees it: some had more, and saw it earlier. */
export function loweredIn(accounts: number, language: Language = 'en'): AlertEvent[] {
  return Array.from({ length: accounts }, (_, index) => {
    const before = quota({ appliedValue: index % 2 === 0 ? 1_000_000 : 2_000_000 });
    const after = quota({ appliedValue: 200_000 });
    const change = { at: minuteOf('14:30') - (index % 40), before, after, nowNamed: null };
    const { described } = judge(input({ quotas: [after], series: [], changes: [change], language }));
    const found = described.find(({ finding }) => finding.kind === 'quotaChanged');
    if (!found) throw new Error('no change');
    return { event: 'opened', since: '2026-10-14T14:33:00Z', ...found, place: placeOf(index) };
  });
}

/** What a call that fails in a place says of it. */
export function blindIn(place: NonNullable<AlertEvent['place']>, why: string): AlertEvent {
  const blindSpots = [{ source: 'cloudwatch:GetMetricData', message: why }];
  const found = judge(input({ series: [], blindSpots })).described.find(({ finding }) => finding.kind === 'coverage');
  if (!found) throw new Error('no coverage');
  return { event: 'opened', since: '2026-10-14T14:20:00Z', ...found, place };
}
