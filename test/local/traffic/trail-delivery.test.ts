import { createTrail } from '../../../local/traffic/trail';
import { createTrailDelivery } from '../../../local/traffic/trail-delivery';

const NOON = Date.parse('2026-10-14T12:00:00.700Z');
const MINUTE_MS = 60_000;

function start(calls: number, delaySeconds: (index: number) => number = () => 240) {
  let index = 0;
  const trail = createTrail(
    { accountId: '111122223333', region: 'us-east-1' },
    { delaySeconds: () => delaySeconds(index++), repeatedShare: 0.1, lostShare: 0.1 },
  );
  for (let call = 0; call < calls; call++) {
    trail.add({
      at: NOON + call * 1000,
      operation: 'Converse',
      modelId: 'us.m',
      errorCode: 'ThrottlingException',
      errorMessage: 'Too many tokens, please wait before trying again.',
    });
  }
  const sent: [name: string, body: string][] = [];
  const send = (name: string, body: string) => sent.push([name, body]);
  const delivery = createTrailDelivery({ trail, start: NOON, send });
  return { trail, delivery, sent, bodies: () => sent.map(([, body]) => JSON.parse(body)) };
}

test('a record comes as EventBridge delivers it, once the trail shows it', () => {
  const { delivery, sent, bodies } = start(1);
  delivery.targets.add('refusals');
  delivery.deliver(NOON + 3 * MINUTE_MS);
  expect(sent).toEqual([]);
  delivery.deliver(NOON + 4 * MINUTE_MS);
  expect(sent.map(([name]) => name)).toEqual(['refusals']);
  expect(bodies()[0]).toMatchObject({
    version: '0',
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.bedrock',
    account: '111122223333',
    region: 'us-east-1',
    time: '2026-10-14T12:00:00Z',
    detail: { eventName: 'Converse', errorCode: 'ThrottlingException', requestParameters: { modelId: 'us.m' } },
  });
});

test('each delivery goes once, whatever the clock does, and to every target', () => {
  const { trail, delivery, sent } = start(100);
  delivery.targets.add('a').add('b');
  for (const minute of [4.5, 2, 4.5, 60, 59]) delivery.deliver(NOON + minute * MINUTE_MS);
  for (const name of ['a', 'b']) expect(sent.filter(([one]) => one === name)).toHaveLength(trail.events.length);
});

test('what is lost never comes, what comes twice has the same event id, and what is late comes out of order', () => {
  const { delivery, bodies } = start(200, (index) => 240 + (index % 7) * 60);
  delivery.targets.add('refusals');
  for (let minute = 1; minute < 30; minute++) delivery.deliver(NOON + minute * MINUTE_MS);
  const ids = bodies().map(({ detail }) => detail.eventID);
  const times = bodies().map(({ time }) => time);
  expect(new Set(ids).size).toBeLessThan(195);
  expect(ids.length).toBeGreaterThan(new Set(ids).size);
  expect(times).not.toEqual([...times].sort());
});

test('a target gets nothing of what was before it', () => {
  const { delivery, sent } = start(10);
  delivery.deliver(NOON + 60 * MINUTE_MS);
  delivery.targets.add('late');
  delivery.deliver(NOON + 61 * MINUTE_MS);
  expect(sent).toEqual([]);
});
