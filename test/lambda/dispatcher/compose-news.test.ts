import { readConfig } from '../../../lambda/config';
import { composeNews, type FleetNews } from '../../../lambda/dispatcher/compose-news';
import { NO_ALERT_RULES } from '../../../lib/core/rules';
import { createPlaces, type TargetNews } from '../../../lib/core/targets';
import { alertOf, ORIGIN } from '../../lib/core/alerts/alert-fixtures';

const config = readConfig({
  AWS_REGION: 'us-east-1',
  WATCHDOG_TABLE_NAME: 'watchdog',
  WATCHDOG_TOPIC_ARN: 'arn:aws:sns:us-east-1:111122223333:alerts',
});
const topic = (name: string) => `arn:aws:sns:us-east-1:111122223333:${name}`;
const OWN = alertOf({ finding: { id: 'coverage/fleet:unread/role', kind: 'coverage', severity: 'unknown' } });
const placeOf = createPlaces([{ accountId: '111122223333', name: 'prod', organizationalUnits: [], tags: {} }]);

function newsOf(accountId: string, changes: Partial<TargetNews> = {}): FleetNews['news'][number] {
  const target = { accountId, region: 'us-east-1' };
  const news = { target, at: ORIGIN.at, events: [alertOf()], owners: [], digest: null, ...changes };
  return { key: accountId, news };
}

const compose = (fleet: Partial<FleetNews>) =>
  composeNews({ news: [], own: [], rules: NO_ALERT_RULES, placeOf, ...fleet }, ORIGIN, config);

test('nothing to say is no message', () => {
  expect(compose({})).toEqual([]);
});

test('the worst of all targets comes first, what is over last', () => {
  const over = newsOf('000000000000', { events: [alertOf({ event: 'recovered' })] });
  const [entry, ...others] = compose({ own: [OWN], news: [over, newsOf('111122223333')] });
  expect(others).toEqual([]);
  const { findings } = JSON.parse(entry?.alert.message.sqs ?? '');
  expect(findings.map(({ event, accountId }: Record<string, string>) => [event, accountId])).toEqual([
    ['opened', '111122223333'],
    ['opened', undefined],
    ['recovered', '000000000000'],
  ]);
});

test('each owner is told of its own: those of targets as their workers say, those of the fleet by their kind', () => {
  const owners = [{ topicArn: topic('payments'), findingIds: [alertOf().finding.id] }];
  const rules = {
    ...NO_ALERT_RULES,
    owners: [
      { match: { kind: 'coverage' as const }, topicArn: topic('platform') },
      { match: { kind: 'coverage' as const, accountId: '111122223333' }, topicArn: topic('nobody') },
    ],
  };
  const [entry] = compose({ own: [OWN], rules, news: [newsOf('111122223333', { owners }), newsOf('000000000000')] });
  const told = entry?.owners?.map(({ topicArn, alert }) => [topicArn, alert.subject]);
  expect(told).toEqual([
    [topic('platform'), expect.stringMatching(/^UNKNOWN /)],
    [topic('payments'), expect.stringMatching(/, prod us-east-1$/)],
  ]);
});
