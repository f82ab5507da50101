import { App, Stack } from 'aws-cdk-lib';
import { readFleetContext } from '../../../lib/cdk/fleet-context';
import { ACCOUNT, EXCLUDED, OPERATOR, UNIT } from './fleet/fixtures';

function read(context: Record<string, unknown>) {
  return readFleetContext(new Stack(new App({ context }), 'S').node);
}

test.each<readonly [context: Record<string, unknown>, props: ReturnType<typeof read>]>([
  [{}, {}],
  [{ regions: '', accounts: ' , ' }, {}],
  [{ regions: 'us-east-1, us-west-2,' }, { regions: ['us-east-1', 'us-west-2'] }],
  [{ regions: ['us-east-1', 'us-west-2'] }, { regions: ['us-east-1', 'us-west-2'] }],
  [{ accounts: `${ACCOUNT},${EXCLUDED}` }, { accounts: [ACCOUNT, EXCLUDED] }],
  [{ accounts: 111122223333 }, { accounts: [ACCOUNT] }],
  [{ organization: 'all' }, { organization: { all: true } }],
  [{ organization: 'r-ab12' }, { organization: { organizationalUnits: ['r-ab12'] } }],
  [{ organization: `${UNIT},r-ab12` }, { organization: { organizationalUnits: [UNIT, 'r-ab12'] } }],
  [
    {
      organization: 'all',
      organizationRootId: 'r-ab12',
      organizationExclude: EXCLUDED,
      delegatedAdministrator: 'true',
    },
    { organization: { all: true, rootId: 'r-ab12', exclude: [EXCLUDED], delegatedAdministrator: true } },
  ],
  [
    { operators: OPERATOR, maxConcurrency: '16', monitoringAccount: 'true' },
    { operators: [OPERATOR], maxConcurrency: 16, monitoringAccount: true },
  ],
])('the context %j', (context, props) => {
  expect(read(context)).toEqual(props);
});

test.each([
  [{ organizationExclude: EXCLUDED }, 'context organizationExclude is "000000000000"; it goes with organization only'],
  [{ organizationRootId: 'r-ab12' }, 'context organizationRootId is "r-ab12"; it goes with organization only'],
  [{ delegatedAdministrator: 'true' }, 'context delegatedAdministrator is "true"; it goes with organization only'],
  [{ delegatedAdministrator: 'yes' }, 'context delegatedAdministrator is "yes"; true or false is needed'],
  [{ maxConcurrency: 'many' }, 'context maxConcurrency is "many"; a whole number of workers such as 8 is needed'],
])('the context %j is refused', (context, message) => {
  expect(() => read(context)).toThrow(message);
});
