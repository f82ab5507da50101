import { TABLE_TYPE } from '../../../cli/region/read-outbox';
import {
  type DeployedFleet,
  deployFleet,
  HOME,
  OTHER,
  ROOT,
  WHOLE_ORGANIZATION,
} from '../../lambda/fleet/deployed-fleet';

/** Name of the watchdog's stack. */
export const STACK = 'BedrockQuotaWatchdog';

/** After the watchdog has looked at all its targets. */
export const LOOKED_AT = '2026-10-14T12:20:00Z';

/** Two accounts in two Regions, watched for 20 minutes by a watchdog whose stack tells of the reader roles. */
export async function watchOrganization(): Promise<DeployedFleet> {
  const deployed = await deployFleet({
    choice: WHOLE_ORGANIZATION,
    accounts: [
      { accountId: HOME, name: 'tools', parentId: ROOT },
      { accountId: OTHER, name: 'chat prod', parentId: ROOT },
    ],
  });
  await deployed.ticks('2026-10-14T12:00:00Z', LOOKED_AT);
  deployed.fleet.setTime(new Date(LOOKED_AT));
  deployed.fleet.home.stacks.set(STACK, {
    outputs: {
      ReaderRoleName: 'watchdog-reader',
      ReaderExternalId: 'watchdog',
      ReaderTrustedRoleArns: `arn:aws:iam::${HOME}:role/Worker,arn:aws:iam::${HOME}:role/Operator`,
    },
    resources: { Table: { type: TABLE_TYPE, physicalId: 'watchdog' } },
  });
  return deployed;
}
