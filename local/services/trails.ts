import { type JsonObject, type JsonService, textOf } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** A trail that someone set up. */
export interface LocalTrail {
  readonly name: string;
  /** @default - the Region of the account */
  readonly homeRegion?: string;
  /** @default false */
  readonly isMultiRegion?: boolean;
  /** Whether the organisation's management account set it up. @default false */
  readonly isOrganization?: boolean;
  /** @default true */
  readonly isLogging?: boolean;
  /** `EventSelectors` or `AdvancedEventSelectors`, as the API has them. @default - all management events */
  readonly selectors?: JsonObject;
}

/** Where trails are. */
export interface TrailsSettings {
  readonly trails: readonly LocalTrail[];
  readonly region: string;
  readonly accountId: string;
}

/** What a trail has that was made without selectors. */
const ALL_MANAGEMENT_EVENTS: JsonObject = {
  EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }],
};

/** Account of an organisation that is another's. */
const MANAGEMENT_ACCOUNT = '000000000000';

/** The trails of the account as CloudTrail tells of them: they say what is recorded, and record nothing. */
export function createTrails({ trails, region, accountId }: TrailsSettings): JsonService {
  const arnOf = ({ name, homeRegion = region, isOrganization }: LocalTrail) =>
    `arn:aws:cloudtrail:${homeRegion}:${isOrganization ? MANAGEMENT_ACCOUNT : accountId}:trail/${name}`;
  const needTrail = (id: string | undefined): LocalTrail => {
    const found = trails.find((trail) => arnOf(trail) === id || (trail.name === id && !trail.homeRegion));
    if (found) return found;
    throw new ServiceError('TrailNotFoundException', `Unknown trail: ${id} for the user: ${accountId}`);
  };
  return {
    DescribeTrails: () => ({
      trailList: trails
        .filter(({ homeRegion = region, isMultiRegion }) => isMultiRegion || homeRegion === region)
        .map((trail) => ({
          Name: trail.name,
          TrailARN: arnOf(trail),
          HomeRegion: trail.homeRegion ?? region,
          IsMultiRegionTrail: trail.isMultiRegion ?? false,
          IsOrganizationTrail: trail.isOrganization ?? false,
          HasCustomEventSelectors: trail.selectors !== undefined,
        })),
    }),
    GetTrailStatus: (input) => ({ IsLogging: needTrail(textOf(input, 'Name')).isLogging ?? true }),
    GetEventSelectors: (input) => {
      const trail = needTrail(textOf(input, 'TrailName'));
      return { TrailARN: arnOf(trail), ...(trail.selectors ?? ALL_MANAGEMENT_EVENTS) };
    },
  };
}
