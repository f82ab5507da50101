import {
  type CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import type { TrailState } from '../lib/core/vocabulary/account-state';
import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import { describeAwsError } from './aws-error';
import type { CallCounter } from './call-counter';
import { createCloudTrailClient } from './cloudtrail';
import { takesModelCalls } from './event-selectors';

/** Where trails are looked for. */
export interface TrailPlace {
  readonly region: string;
  readonly counter: CallCounter;
}

/** A value, or why it is not known. */
async function attempt<T>(action: string, call: () => Promise<T>): Promise<Read<T | null>> {
  try {
    return { value: await call(), blindSpots: [] };
  } catch (error) {
    return { value: null, blindSpots: [describeAwsError(action, error)] };
  }
}

async function readSelectors(client: CloudTrailClient, { TrailARN: arn, HasCustomEventSelectors: isCustom }: Trail) {
  // Without selectors of its own a trail takes all management events.
  if (isCustom === false) return true;
  return takesModelCalls(await client.send(new GetEventSelectorsCommand({ TrailName: arn })));
}

/** One trail, asked for in its home Region, where AWS answers for it. */
async function readTrail(trail: Trail, { region, counter }: TrailPlace): Promise<Read<TrailState>> {
  const { Name: name = '', TrailARN: arn, HomeRegion: home = region } = trail;
  const client = createCloudTrailClient(home, counter);
  try {
    const [status, selectors] = await Promise.all([
      attempt('cloudtrail:GetTrailStatus', () => client.send(new GetTrailStatusCommand({ Name: arn }))),
      attempt('cloudtrail:GetEventSelectors', () => readSelectors(client, trail)),
    ]);
    return {
      value: { name, isLogging: status.value?.IsLogging ?? null, takesModelCalls: selectors.value },
      blindSpots: [...status.blindSpots, ...selectors.blindSpots],
    };
  } finally {
    client.destroy();
  }
}

/**
 * The trails that record a Region: its own, those of all Regions, and those of the organisation. Three calls or fewer each.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html, 2026-11
 */
export async function readTrails(place: TrailPlace): Promise<Read<readonly TrailState[]>> {
  const client = createCloudTrailClient(place.region, place.counter);
  const listed = await attempt('cloudtrail:DescribeTrails', () => client.send(new DescribeTrailsCommand({})));
  client.destroy();
  const here = (listed.value?.trailList ?? []).filter(
    ({ HomeRegion: home, IsMultiRegionTrail: isEverywhere }) => isEverywhere === true || home === place.region,
  );
  const trails = await Promise.all(here.map((trail) => readTrail(trail, place)));
  const blindSpots: readonly BlindSpot[] = [...listed.blindSpots, ...trails.flatMap((trail) => trail.blindSpots)];
  return { value: trails.map(({ value }) => value), blindSpots };
}
