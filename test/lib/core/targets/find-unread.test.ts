import { describe as tellOf } from '../../../../lib/core/findings/tell';
import {
  createPlaces,
  type FleetAccount,
  findUnreadTargets,
  type TargetRecord,
  unreadReasonOf,
} from '../../../../lib/core/targets';
import { type Statement, toStatement } from '../../../../lib/core/vocabulary/statement';
import { EN } from '../../../../lib/language/en';
import { PT_BR } from '../../../../lib/language/pt-br';

const call = (action: string, said: string): Statement => toStatement('call', action, said);
const onRole = (why: Statement): Statement => toStatement('onRole', why, 'arn:aws:iam::111122223333:role/x-reader');
const NO_ROLE = onRole(call('sts:AssumeRole', 'AccessDenied: not authorized to perform sts:AssumeRole'));

function record(index: number, changes: Partial<TargetRecord> = {}): TargetRecord {
  const target = { accountId: `${index}`.padStart(12, '0'), region: 'us-east-1' };
  return { target, every: 5, misses: 3, why: NO_ROLE, triedAt: 1, evaluatedAt: null, metrics: {}, ...changes };
}

const ACCOUNTS: FleetAccount[] = [{ accountId: '000000000001', name: 'prod', organizationalUnits: [], tags: {} }];
const find = (records: TargetRecord[], people = EN) =>
  findUnreadTargets(records, createPlaces(ACCOUNTS)).map((found) => tellOf(found, { programs: EN, people }));

test.each<[string, Statement, string]>([
  ['no role, or one that trusts others', NO_ROLE, 'role'],
  ['an action that the role lacks', call('cloudwatch:ListMetrics', 'AccessDenied: no'), 'denied'],
  [
    'an account that the Region does not know',
    call('servicequotas:ListServiceQuotas', 'UnrecognizedClientException: The security token'),
    'notEnabled',
  ],
  ['the same of CloudWatch', call('cloudwatch:ListMetrics', 'InvalidClientTokenId: The security token'), 'notEnabled'],
  ['an endpoint of STS that is off', onRole(call('sts:AssumeRole', 'RegionDisabledException: STS')), 'notEnabled'],
  ['too many calls', call('sts:AssumeRole', 'ThrottlingException: Rate exceeded'), 'throttled'],
  ['no answer in time', toStatement('noAnswer'), 'hanging'],
  ['a run that ended before', { clauses: [toStatement('outOfTime')] }, 'hanging'],
  ['a socket', { message: 'connect ETIMEDOUT 192.0.2.1:443' }, 'hanging'],
  ['anything else', { message: 'no state to go on from' }, 'other'],
])('%s is known by its name', (_, why, reason) => {
  expect(unreadReasonOf(why)).toBe(reason);
});

test('each reason is one finding, with its targets by name and what to do', () => {
  const [role, throttled, ...others] = find([
    record(2),
    record(7, { why: call('sts:AssumeRole', 'ThrottlingException: Rate exceeded') }),
    record(1),
  ]);
  expect(others).toEqual([]);
  expect(role?.finding).toMatchObject({
    id: 'coverage/fleet:unread/role',
    kind: 'coverage',
    severity: 'unknown',
    remedies: [
      { title: expect.stringMatching(/^Deploy the reader role there/), command: null },
      { title: expect.stringContaining('organization.exclude'), command: null },
    ],
  });
  expect(role?.context).toEqual({
    subject: '2 targets not watched: the reader role is missing or does not trust the watchdog',
    summary:
      '2 targets are not watched: the reader role is missing or does not trust the watchdog. Of the first: sts:AssumeRole failed (AccessDenied: not authorized to perform sts:AssumeRole), for the role arn:aws:iam::111122223333:role/x-reader.',
    details: [['Not seen', '000000000002, us-east-1; prod (000000000001), us-east-1']],
  });
  expect(throttled?.context.subject).toBe('1 target not watched: AWS throttles the calls');
});

test('the first ten are named, however many there are', () => {
  const [found] = find(Array.from({ length: 300 }, (_, index) => record(index + 100)));
  expect(found?.context.details[0]?.[1].split('; ')).toHaveLength(11);
  expect(found?.context.details[0]?.[1]).toMatch(
    /^000000000100, us-east-1; .*; 000000000109, us-east-1; and 290 more$/,
  );
  expect(found?.finding.cause?.evidence[1]).toBe(found?.context.details[0]?.[1]);
});

test('in Portuguese', () => {
  const [found] = find([record(1)], PT_BR);
  expect(found?.context.subject).toBe('1 alvo sem vigilância: a role de leitura não existe ou não confia no watchdog');
  expect(found?.context.remedies?.[0]?.title).toMatch(/^Implante a role de leitura ali/);
  expect(found?.finding.remedies[0]?.title).toMatch(/^Deploy the reader role there/);
});

test.each<[string, TargetRecord]>([
  ['seen', record(1, { misses: 0, why: null })],
  ['missed twice', record(1, { misses: 2 })],
])('a target that was %s is none', (_, one) => {
  expect(find([one])).toEqual([]);
});
