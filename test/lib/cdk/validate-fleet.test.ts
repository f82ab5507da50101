import { Aws, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../lib';
import { toFleet } from '../../../lib/cdk/validate-fleet';
import { createApp, synthesise } from './fixtures';
import { ACCOUNT, EXCLUDED, OPERATOR, UNIT } from './fleet/fixtures';

const OTHER = 'us-west-2';
const ids = (count: number) => Array.from({ length: count }, (_, index) => `${index}`.padStart(12, '0'));

const WRONG: readonly (readonly [name: string, props: BedrockQuotaWatchdogProps, message: RegExp])[] = [
  ['no Region', { regions: [] }, /regions is \[\]; name at least one, or leave it out/],
  ['a Region', { regions: ['us-east-1', 'us-est-1'] }, /regions\[1\] is "us-est-1"; a Region such as us-east-1/],
  ['two Regions in one', { regions: ['us-east-1,us-west-2'] }, /regions\[0\] is "us-east-1,us-west-2"; a Region/],
  ['a Region twice', { regions: [OTHER, OTHER] }, /regions\[1\] is "us-west-2"; it stands there twice/],
  [
    'a Region of another partition',
    { regions: ['us-east-1', 'cn-north-1'] },
    /regions\[1\] is "cn-north-1"; it is in the partition aws-cn; only Regions of aws can be/,
  ],
  ['an account', { accounts: ['11112222333'] }, /accounts\[0\] is "11112222333"; an account id of 12 digits is needed/],
  ['an account twice', { accounts: [ACCOUNT, ACCOUNT] }, /accounts\[1\] is "111122223333"; it stands there twice/],
  ['too many accounts', { accounts: ids(51) }, /accounts is "51 accounts"; at most 50 can be named; more are an org/],
  [
    'an account that is excluded',
    { accounts: [ACCOUNT], organization: { all: true, exclude: [ACCOUNT] } },
    /accounts\[0\] is "111122223333"; organization.exclude has it too/,
  ],
  ['an organization of nothing', { organization: {} }, /organization is {}; either organizationalUnits, at least one/],
  ['units of none', { organization: { organizationalUnits: [] } }, /either organizationalUnits, at least one, or all/],
  ['units and all', { organization: { organizationalUnits: [UNIT], all: true } }, /either organizationalUnits/],
  [
    'a unit',
    { organization: { organizationalUnits: ['ou-ab12'] } },
    /organization\.organizationalUnits\[0\] is "ou-ab12"; an id such as ou-ab12-cdefgh34, or of a root/,
  ],
  ['a unit twice', { organization: { organizationalUnits: [UNIT, UNIT] } }, /Units\[1\] is .* it stands there twice/],
  ['an excluded account', { organization: { all: true, exclude: ['x'] } }, /organization\.exclude\[0\] is "x"; an acc/],
  ['one excluded twice', { organization: { all: true, exclude: [ACCOUNT, ACCOUNT] } }, /exclude\[1\] is .* twice/],
  ['a root', { organization: { all: true, rootId: UNIT } }, /organization\.rootId is "ou-.*"; an id such as r-ab12/],
  [
    'a root beside units',
    { organization: { organizationalUnits: [UNIT], rootId: 'r-ab12' } },
    /organization\.rootId is "r-ab12"; it goes with all: true only/,
  ],
  [
    'an operator',
    { regions: [OTHER], operators: ['Ops'] },
    /operators\[0\] is "Ops"; the ARN of a role such as arn:aws/,
  ],
  ['all roles as operators', { regions: [OTHER], operators: [`arn:aws:iam::${ACCOUNT}:role/*`] }, /the ARN of a role/],
  ['an operator twice', { regions: [OTHER], operators: [OPERATOR, OPERATOR] }, /operators\[1\] is .* twice/],
  [
    'too many operators',
    { regions: [OTHER], operators: ids(11).map((id) => `${OPERATOR}${id}`) },
    /operators is "11 roles"; at most 10 fit into the trust of a role/,
  ],
  [
    'an operator of another partition',
    { regions: ['cn-north-1', 'cn-northwest-1'], operators: [OPERATOR] },
    /operators\[0\] is "arn:aws:.*"; a role of the partition aws-cn is needed/,
  ],
  ['operators of nothing', { operators: [OPERATOR] }, /operators is .*; it needs regions, accounts or an organization/],
  ['workers of nothing', { maxConcurrency: 8 }, /maxConcurrency is 8; it needs regions, accounts or an organization/],
  [
    'a monitor of no account',
    { regions: [OTHER], monitoringAccount: true },
    /monitoringAccount is true; it needs accounts/,
  ],
  ['one worker', { regions: [OTHER], maxConcurrency: 1 }, /maxConcurrency is 1; a whole number from 2 to 1000/],
  ['too many workers', { regions: [OTHER], maxConcurrency: 1001 }, /maxConcurrency is 1001; a whole number/],
  ['half a worker', { regions: [OTHER], maxConcurrency: 2.5 }, /maxConcurrency is 2.5; a whole number/],
  [
    'a name for an external id',
    { regions: [OTHER], watchdogName: 'w' },
    /watchdogName is "w"; .* at least 2 characters/,
  ],
  [
    'a name that is not known',
    { regions: [OTHER], watchdogName: Lazy.string({ produce: () => 'later' }) },
    /watchdogName is .* known at synth, are needed/,
  ],
  ['metrics of each quota', { regions: [OTHER], metricsPerQuota: true }, /metricsPerQuota is true; .* leave it out/],
  [
    'more than Lambda takes',
    { regions: [OTHER], modelOverrides: { 'L-F4DDD3EB': [`a.${'x'.repeat(2500)}`] } },
    /is "\d+ bytes of JSON"; at most 2500 fit into the workers' environment/,
  ],
];

test.each(WRONG)('%s that cannot be is refused with what, got and allowed', (_, props, message) => {
  expect(() => synthesise(props)).toThrow(message);
});

function fleetIn(env: { account?: string; region?: string }, props: BedrockQuotaWatchdogProps) {
  return toFleet(new Stack(createApp(), 'Host', { env }), props);
}

test.each<readonly [name: string, env: { account?: string; region?: string }, props: BedrockQuotaWatchdogProps]>([
  ['nothing', {}, {}],
  ['the own Region by name', { region: OTHER }, { regions: [OTHER] }],
  ['the own Region by token', {}, { regions: [Aws.REGION] }],
  ['the own Region by token where it is known', { region: OTHER }, { regions: [Aws.REGION] }],
  ['the own account by id', { account: ACCOUNT }, { accounts: [ACCOUNT] }],
  ['the own account by token', {}, { accounts: [Aws.ACCOUNT_ID] }],
  ['no accounts', {}, { accounts: [] }],
])('%s is no fleet', (_, env, props) => {
  expect(fleetIn(env, props)).toBeUndefined();
});

test.each<readonly [name: string, props: BedrockQuotaWatchdogProps]>([
  ['another Region', { regions: [OTHER] }],
  ['another account', { accounts: [ACCOUNT] }],
  ['an organization', { organization: { organizationalUnits: ['r-ab12'] } }],
])('%s is a fleet', (_, props) => {
  expect(fleetIn({ account: EXCLUDED, region: 'us-east-1' }, props)).toBeDefined();
});

test('without Regions a fleet watches the own one; its own account needs no role', () => {
  const accounts = [ACCOUNT, EXCLUDED, Aws.ACCOUNT_ID];
  expect(fleetIn({ account: EXCLUDED, region: OTHER }, { accounts })).toEqual({
    regions: [OTHER],
    accounts: [ACCOUNT],
    organization: undefined,
    operators: [],
    maxConcurrency: 8,
    monitoringAccount: false,
  });
});

test('a Region of another partition than the stack is refused', () => {
  expect(() => fleetIn({ region: OTHER }, { regions: ['us-gov-west-1'] })).toThrow(
    /regions\[0\] is "us-gov-west-1"; it is in the partition aws-us-gov; only Regions of aws/,
  );
});

test('refusals are of the own Region: where that is not watched they are refused', () => {
  const create = (regions: readonly string[], env: { region?: string }) =>
    new BedrockQuotaWatchdog(new Stack(createApp(), 'Host', { env }), 'W', { regions, refusalEvidence: true });
  expect(() => create(['us-west-1'], { region: OTHER })).toThrow(
    /refusalEvidence is true; it is of the own Region; name us-west-2 among the regions, or leave it out/,
  );
  expect(() => create(['us-west-1', OTHER], { region: OTHER })).not.toThrow();
  expect(() => create(['us-west-1', Aws.REGION], { region: OTHER })).not.toThrow();
  expect(() => create(['us-west-1'], {})).not.toThrow();
});

test('tokens pass, alone and as lists', () => {
  const stack = new Stack(createApp(), 'Host');
  const list = (id: string) => new CfnParameter(stack, id, { type: 'CommaDelimitedList' }).valueAsList;
  const text = Fn.importValue('text');
  expect(() => toFleet(stack, { regions: [text, 'us-east-1'], accounts: [text], operators: [text] })).not.toThrow();
  expect(() =>
    toFleet(stack, { organization: { organizationalUnits: [text], exclude: [text] }, operators: list('Operators') }),
  ).not.toThrow();
  const fleet = toFleet(stack, {
    regions: list('Regions'),
    accounts: list('Accounts'),
    organization: { organizationalUnits: list('Units'), exclude: list('Exclude') },
  });
  expect(stack.resolve([fleet?.regions, fleet?.accounts])).toEqual([{ Ref: 'Regions' }, { Ref: 'Accounts' }]);
});
