import { createTrails, type LocalTrail } from '../../../local/services/trails';

const TRAILS: readonly LocalTrail[] = [
  { name: 'own' },
  { name: 'everywhere', homeRegion: 'eu-west-1', isMultiRegion: true, isLogging: false },
  { name: 'elsewhere', homeRegion: 'eu-west-1' },
  { name: 'org', isOrganization: true, selectors: { EventSelectors: [{ ReadWriteType: 'WriteOnly' }] } },
];

const api = createTrails({ trails: TRAILS, region: 'us-east-1', accountId: '111122223333' });
const call = (operation: string, input: Record<string, unknown> = {}) => api[operation]?.(input);

test('a Region has its own trails, and those of all Regions', () => {
  const { trailList } = call('DescribeTrails') as { trailList: Record<string, unknown>[] };
  expect(trailList.map(({ Name }) => Name)).toEqual(['own', 'everywhere', 'org']);
  expect(trailList[1]).toEqual({
    Name: 'everywhere',
    TrailARN: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/everywhere',
    HomeRegion: 'eu-west-1',
    IsMultiRegionTrail: true,
    IsOrganizationTrail: false,
    HasCustomEventSelectors: false,
  });
});

test('a trail is asked for by its ARN; one of the home Region by its name too', () => {
  expect(call('GetTrailStatus', { Name: 'own' })).toEqual({ IsLogging: true });
  const everywhere = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/everywhere';
  expect(call('GetTrailStatus', { Name: everywhere })).toEqual({ IsLogging: false });
  expect(() => call('GetTrailStatus', { Name: 'everywhere' })).toThrow('Unknown trail');
});

test('selectors are those that were set, else all management events', () => {
  expect(call('GetEventSelectors', { TrailName: 'own' })).toMatchObject({
    EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
  });
  const org = 'arn:aws:cloudtrail:us-east-1:000000000000:trail/org';
  expect(call('GetEventSelectors', { TrailName: org })).toMatchObject({
    TrailARN: org,
    EventSelectors: [{ ReadWriteType: 'WriteOnly' }],
  });
});
