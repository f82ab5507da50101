import { CfnParameter, Stack } from 'aws-cdk-lib';
import { readFleetConfig } from '../../../../lambda/fleet/fleet-config';
import type { BedrockQuotaWatchdogProps } from '../../../../lib';
import { fleetVariablesOf, targetsOf } from '../../../../lib/cdk/fleet/fleet-variables';
import { toFleet } from '../../../../lib/cdk/validate-fleet';
import { createApp } from '../fixtures';
import { ACCOUNT, EXCLUDED, UNIT } from './fixtures';

const HOME = { account: EXCLUDED, region: 'us-east-1' };

/** The configuration as the Lambdas read it, of a stack whose account and Region are known. */
function configOf(props: BedrockQuotaWatchdogProps, watchdogName = 'Fleet') {
  const stack = new Stack(createApp(), 'Host', { env: HOME });
  const fleet = toFleet(stack, props);
  if (!fleet) throw new Error('a fleet is expected');
  const variables = fleetVariablesOf(stack, { fleet, watchdogName, queueUrl: 'https://queue' });
  return readFleetConfig({ ...variables, AWS_REGION: HOME.region });
}

test.each<readonly [props: BedrockQuotaWatchdogProps, choice: unknown]>([
  [{ regions: ['us-east-1', 'us-west-2'] }, { regions: ['us-east-1', 'us-west-2'], accounts: [], organization: null }],
  [{ accounts: [ACCOUNT] }, { regions: ['us-east-1'], accounts: [ACCOUNT], organization: null }],
  [
    { organization: { all: true, exclude: [EXCLUDED] } },
    {
      regions: ['us-east-1'],
      accounts: [],
      organization: { organizationalUnits: [], all: true, exclude: [EXCLUDED] },
    },
  ],
  [
    { organization: { organizationalUnits: [UNIT, 'r-ab12'] } },
    {
      regions: ['us-east-1'],
      accounts: [],
      organization: { organizationalUnits: [UNIT, 'r-ab12'], all: false, exclude: [] },
    },
  ],
])('dispatcher and workers read what %j says', (props, choice) => {
  const config = configOf(props);
  expect(config).toMatchObject({ choice, queueUrl: 'https://queue', externalId: 'Fleet' });
  expect(config.home).toEqual({ accountId: HOME.account, region: HOME.region });
});

test('metrics are read from a monitoring account only where it is said to be one', () => {
  expect(configOf({ accounts: [ACCOUNT] }).isMonitoringAccount).toBe(false);
  expect(configOf({ accounts: [ACCOUNT], monitoringAccount: true }).isMonitoringAccount).toBe(true);
});

test('the role of an account has the end of a long name', () => {
  const name = `start-${'x'.repeat(57)}`;
  expect(configOf({ accounts: [ACCOUNT] }).roleArnOf(ACCOUNT)).toBe(`arn:aws:iam::${ACCOUNT}:role/Fleet-reader`);
  const long = configOf({ accounts: [ACCOUNT] }, name).roleArnOf(ACCOUNT);
  expect(long).toBe(`arn:aws:iam::${ACCOUNT}:role/${'x'.repeat(57)}-reader`);
});

test('lists that are known at deployment are JSON then', () => {
  const stack = new Stack(createApp(), 'Host');
  const list = (id: string) => new CfnParameter(stack, id, { type: 'CommaDelimitedList' }).valueAsList;
  const fleet = toFleet(stack, { regions: list('Regions'), accounts: list('Accounts') });
  expect(fleet && stack.resolve(targetsOf(fleet))).toEqual({
    'Fn::Join': [
      '',
      [
        '{"regions":["',
        { 'Fn::Join': ['","', { Ref: 'Regions' }] },
        '"],"accounts":["',
        { 'Fn::Join': ['","', { Ref: 'Accounts' }] },
        '"],"organization":null}',
      ],
    ],
  });
});
