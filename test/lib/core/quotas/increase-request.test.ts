import fc from 'fast-check';
import {
  type IncreaseRequest,
  type RequestReading,
  recallRequests,
  toIncreaseRequests,
  toOpenRequests,
} from '../../../../lib/core/quotas/increase-request';
import { spellStatement } from '../../../../lib/core/vocabulary/statement';
import { EN } from '../../../../lib/language/en';
import { increaseRequest, quota, requestQuota } from '../fixtures';

const ID = 'd5f4b2f5e0e64d9c8a0c6d7b1f1a2b3cabcd1234';
const CREATED = new Date('2026-10-03T09:12:44.250Z');

/** A row as the SDK gives it. */
function row(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    Id: ID,
    CaseId: '1234567890',
    ServiceCode: 'bedrock',
    QuotaCode: 'L-F4DDD3EB',
    DesiredValue: 5_000_001,
    Status: 'CASE_OPENED',
    Created: CREATED,
    QuotaRequestedAtLevel: 'ACCOUNT',
    ...changes,
  };
}

describe('rows of the request history', () => {
  it.each<[string, Record<string, unknown>, Partial<IncreaseRequest>]>([
    ['as the SDK gives it', {}, { createdAt: '2026-10-03T09:12:44.250Z' }],
    ['as the AWS CLI prints it', { Created: '2026-10-03T11:12:44+02:00' }, { createdAt: '2026-10-03T09:12:44Z' }],
    ['without a time', { Created: undefined }, { createdAt: null }],
    ['with a junk time', { Created: 'soon' }, { createdAt: null }],
    ['with a time of no year of four digits', { Created: new Date(8e15) }, { createdAt: null }],
    ['with no case yet', { Status: 'PENDING', CaseId: undefined }, { status: 'PENDING', caseId: null }],
    ['with a case id that is none', { CaseId: 'see https://example.com/' }, { caseId: null }],
    ['with a status of later', { Status: 'ON_HOLD' }, { status: 'ON_HOLD' }],
    ['without a level', { QuotaRequestedAtLevel: undefined }, {}],
    ['for nothing', { DesiredValue: 0 }, { desiredValue: 0 }],
    ['updated since', { LastUpdated: CREATED }, { updatedAt: '2026-10-03T09:12:44.250Z' }],
  ])('%s', (_, changes, expected) => {
    const request = {
      ...increaseRequest(),
      id: ID,
      createdAt: '2026-10-03T09:12:44.250Z',
      updatedAt: null,
      ...expected,
    };
    expect(toIncreaseRequests([row(changes)])).toEqual({ requests: [request], problems: [] });
  });

  it.each<[unknown, string]>([
    [null, 'Row 2 of the increase requests is not an object, so it is left out.'],
    ['x', 'Row 2 of the increase requests is not an object, so it is left out.'],
    [row({ QuotaCode: ' ' }), 'Row 2 of the increase requests has no quota code, so it is left out.'],
    [
      row({ DesiredValue: '5' }),
      'Row 2 of the increase requests, of L-F4DDD3EB, has no usable value, so it is left out.',
    ],
    [
      row({ DesiredValue: -1 }),
      'Row 2 of the increase requests, of L-F4DDD3EB, has no usable value, so it is left out.',
    ],
    [row({ Status: 7 }), 'Row 2 of the increase requests, of L-F4DDD3EB, has no status, so it is left out.'],
  ])('a junk row is named, and loses no other: %j', (junk, problem) => {
    const { requests, problems } = toIncreaseRequests([row(), junk, row({ QuotaCode: 'L-4A6BFAB1' })]);
    expect(requests.map(({ quotaCode }) => quotaCode)).toEqual(['L-F4DDD3EB', 'L-4A6BFAB1']);
    expect(problems.map((one) => spellStatement(one, EN))).toEqual([problem]);
  });

  it.each(['RESOURCE', 'ALL', 5])('a request of the level %j is none of the account', (QuotaRequestedAtLevel) => {
    expect(toIncreaseRequests([row({ QuotaRequestedAtLevel })])).toEqual({ requests: [], problems: [] });
  });

  it('takes any reply', () => {
    const value = fc.oneof(fc.anything(), fc.record({ QuotaCode: fc.anything(), DesiredValue: fc.anything() }));
    fc.assert(
      fc.property(fc.array(value), (rows) => {
        expect(toIncreaseRequests(rows).requests.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe('which requests are open', () => {
  it.each<[string, number, Partial<IncreaseRequest>, boolean]>([
    ['in a case', 1_000_000, {}, true],
    ['not looked at yet', 1_000_000, { status: 'PENDING', caseId: null }, true],
    ['in a case, of a quota that is 0', 0, {}, true],
    ['in a case, and granted in part', 4_000_000, {}, true],
    ['in a case, and granted', 5_000_001, {}, false],
    ['in a case, and overtaken', 6_000_000, {}, false],
    ['closed', 1_000_000, { status: 'CASE_CLOSED' }, false],
    ['approved', 1_000_000, { status: 'APPROVED' }, false],
    ['denied', 1_000_000, { status: 'DENIED' }, false],
    ['not approved', 1_000_000, { status: 'NOT_APPROVED' }, false],
    ['in a state nobody knows', 1_000_000, { status: 'ON_HOLD' }, false],
    ['of a quota that is not known', 1_000_000, { quotaCode: 'L-00000000' }, false],
  ])('%s', (_, appliedValue, changes, isOpen) => {
    const open = toOpenRequests([increaseRequest(changes)], [quota({ appliedValue }), requestQuota()]);
    expect(open).toHaveLength(isOpen ? 1 : 0);
  });

  it('oldest first, those of unknown age at the end', () => {
    const times = ['2026-10-03T09:12:44Z', null, '2026-09-30T00:00:00Z', '2026-10-03T09:12:44.250Z'];
    const open = toOpenRequests(
      times.map((createdAt) => increaseRequest({ createdAt })),
      [quota()],
    );
    expect(open.map(({ createdAt }) => createdAt)).toEqual([
      '2026-09-30T00:00:00Z',
      '2026-10-03T09:12:44.250Z',
      '2026-10-03T09:12:44Z',
      null,
    ]);
  });
});

describe('what is known after a reading', () => {
  const opened = increaseRequest();
  const closed = increaseRequest({ status: 'CASE_CLOSED' });
  const other = increaseRequest({ quotaCode: 'L-4A6BFAB1', desiredValue: 900 });
  const later = increaseRequest({ createdAt: '2026-10-09T08:00:00Z' });

  it.each<[string, RequestReading | undefined, IncreaseRequest[], boolean, RequestReading]>([
    ['the first', undefined, [opened], true, { requests: [opened], readAt: 60 }],
    ['a whole one replaces what was known', { requests: [other], readAt: 0 }, [], true, { requests: [], readAt: 60 }],
    ['a failed one takes nothing', { requests: [opened], readAt: 0 }, [], false, { requests: [opened], readAt: 0 }],
    [
      'half a one changes what it read',
      { requests: [opened, other], readAt: 0 },
      [closed, later],
      false,
      { requests: [closed, later, other], readAt: 0 },
    ],
    [
      'half a one leaves an earlier request for the same quota',
      { requests: [opened], readAt: 0 },
      [later],
      false,
      { requests: [later, opened], readAt: 0 },
    ],
    ['a failed first one leaves it unknown', undefined, [], false, { requests: [], readAt: null }],
    ['half a first one knows that half', undefined, [opened], false, { requests: [opened], readAt: null }],
  ])('%s', (_, known, requests, isWhole, expected) => {
    expect(recallRequests(known, requests, { isWhole, now: 60 })).toEqual(expected);
  });
});
