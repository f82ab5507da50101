import { createTrail, type TrailOptions } from '../../../local/traffic/trail';
import type { TrailEntry } from '../../../local/traffic/trail-record';

const ENTRY: TrailEntry = {
  at: Date.parse('2026-10-14T12:00:00.700Z'),
  operation: 'Converse',
  modelId: 'us.m',
  errorCode: 'ThrottlingException',
  errorMessage: 'Too many tokens, please wait before trying again.',
};

function trailOf(calls: number, options: TrailOptions = {}) {
  const trail = createTrail({ accountId: '111122223333', region: 'us-east-1' }, options);
  for (let index = 0; index < calls; index++) trail.add({ ...ENTRY, at: ENTRY.at + index * 1000 });
  return trail;
}

const idsOf = (options: TrailOptions = {}) => trailOf(200, options).events.map(({ record }) => record().eventID);

test('a record is in the shape that AWS documents', () => {
  expect(trailOf(1).events[0]?.record()).toMatchObject({
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/Application/main' },
    eventTime: '2026-10-14T12:00:00Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'us-east-1',
    errorCode: 'ThrottlingException',
    errorMessage: ENTRY.errorMessage,
    requestParameters: { modelId: 'us.m' },
    recipientAccountId: '111122223333',
  });
});

test('each call has an id of its own, and the same in every run', () => {
  expect(new Set(idsOf()).size).toBe(200);
  expect(idsOf()).toEqual(idsOf());
});

test('records show 3 to 15 minutes after their call, few of them late', () => {
  const delays = trailOf(500).events.map(({ at, visibleAt }) => (visibleAt - at) / 60_000);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(3);
  expect(Math.max(...delays)).toBeLessThanOrEqual(15);
  const late = delays.filter((delay) => delay > 7).length;
  expect(late).toBeGreaterThan(5);
  expect(late).toBeLessThan(60);
});

test('a share is lost, and a share comes twice with the same id', () => {
  const kept = idsOf({ lostShare: 0.1 }).length;
  expect(kept).toBeLessThan(195);
  expect(kept).toBeGreaterThan(160);
  const repeated = idsOf({ repeatedShare: 0.1 });
  expect(repeated.length).toBeGreaterThan(205);
  expect(new Set(repeated).size).toBe(200);
});

test('a share that is none is refused', () => {
  expect(() => trailOf(0, { lostShare: 2 })).toThrow(RangeError);
});

test('what showed since a time comes once, in the order it showed', () => {
  const trail = trailOf(100);
  const middle = ENTRY.at + 300_000;
  const [first, second] = [trail.shownBetween(0, middle), trail.shownBetween(middle, Number.MAX_VALUE)];
  expect(first.length * second.length).toBeGreaterThan(0);
  expect(first.length + second.length).toBe(100);
  const times = [...first, ...second].map(({ visibleAt }) => visibleAt);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('callers of a model take turns', () => {
  const trail = createTrail({ accountId: '111122223333', region: 'us-east-1' });
  const caller = (session: string) => ({ role: 'Worker', session, userAgent: 'Boto3/1.40.0' });
  trail.callers.set('us.m', [caller('a'), caller('b')]);
  for (let index = 0; index < 20; index++) trail.add(ENTRY);
  const principals = trail.events.map(({ record }) => (record().userIdentity as { arn: string }).arn.slice(-1));
  expect(new Set(principals)).toEqual(new Set(['a', 'b']));
});
