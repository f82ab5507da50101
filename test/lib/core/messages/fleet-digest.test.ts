import type { Digest } from '../../../../lib/core/alerts/digest';
import { toDigestMessage } from '../../../../lib/core/messages/digest-mail';
import { type PlacedDigest, toFleetDigestMessage } from '../../../../lib/core/messages/fleet-digest';
import { toIso } from '../../../../lib/core/vocabulary/time';
import { EN } from '../../../../lib/language/en';
import { PT_BR } from '../../../../lib/language/pt-br';
import { ORIGIN, PLACES } from '../alerts/alert-fixtures';
import { at, busy, play } from '../alerts/digest/digest-player';
import { increaseRequest, quota } from '../fixtures';
import { PROD, placeOf, TEST } from './fleet-alerts';

const NOW = '15T08:00';
const QUIET = digestOf([]);
/** A quota is 0 of which more was asked for; it was full before, and calls were refused. */
const BUSY = digestOf([{ at: '14T13:01', minutes: [busy('14T13:00', 850_000, 3)] }], {
  changes: { quotas: [quota({ appliedValue: 0 })] },
  requests: [increaseRequest({ desiredValue: 5_000_001 })],
});
const CHANGED: Digest = { ...QUIET, changes: ['1 quota lowered'] };

type Steps = Parameters<typeof play>[0];

function digestOf(steps: Steps, last: Partial<Steps[number]> = {}): Digest {
  const { digests } = play([{ at: '14T12:00' }, ...steps, { at: NOW, ...last }]);
  const digest = digests[NOW];
  if (!digest) throw new Error('no digest');
  return digest;
}

const tell = (digests: readonly PlacedDigest[], words = EN) =>
  toFleetDigestMessage(digests, { ...ORIGIN, at: toIso(at(NOW)) }, PLACES, words);

/** One of many places that has nothing to tell but what changed. */
const changedIn = (index: number) => ({ place: placeOf(index), digest: CHANGED });

it('is one message: totals, the worst targets first, each thing with its place, and what is alike once', () => {
  const noRequests = { ...BUSY, requests: QUIET.requests };
  const { subject, message } = tell([
    { place: TEST, digest: QUIET },
    { place: PROD, digest: BUSY },
    { place: placeOf(4), digest: noRequests },
    ...[5, 6, 7, 8, 9, 10, 11, 12, 13].map(changedIn),
  ]);
  expect(subject).toBe('DIGEST 2 open, highest use 85%, 12 targets');
  expect(message.email?.split('\n')).toEqual([
    'DIGEST 2026-10-14 12:00 UTC to 2026-10-15 08:00 UTC',
    '',
    'Targets, worst first (something is open in 2 of 12)',
    `- account-4 (${placeOf(4).accountId}), us-east-1: 1 open, highest use 85%`,
    '- prod (111122223333), us-east-1: 1 open, highest use 85%',
    '- 000000000000, eu-central-1: nothing open',
    ...[10, 11, 12, 13, 5, 6, 7].map(
      (index) => `- account-${index} (${placeOf(index).accountId}), us-east-1: nothing open`,
    ),
    '- and 2 more',
    '',
    'Open now',
    '- WARNING 1 of 1 quotas are 0, 2 targets',
    '',
    'Highest use',
    '- 85% Claude Sonnet 4.5 V1, cross-Region, tokens/min, account-4 us-east-1, 2026-10-14 13:00 UTC',
    '- 85% Claude Sonnet 4.5 V1, cross-Region, tokens/min, prod us-east-1, 2026-10-14 13:00 UTC',
    '- 2% Claude Sonnet 4.5 V1, cross-Region, requests/min, account-4 us-east-1, 2026-10-14 13:00 UTC',
    '- 2% Claude Sonnet 4.5 V1, cross-Region, requests/min, prod us-east-1, 2026-10-14 13:00 UTC',
    '',
    'Throttled calls',
    '- none',
    '',
    'Zero and lowered quotas',
    expect.stringMatching(/^- 2 targets: 1 of 1 inference quota are 0: /),
    '',
    'Open increase requests',
    '- prod us-east-1: L-F4DDD3EB Claude Sonnet 4.5 V1, cross-Region, tokens/min: 0 → 5,000,001, open since 2026-10-03, case 1234567890',
    '',
    'Changed quotas',
    '- 1 quota lowered, 9 targets',
    '',
    expect.stringMatching(/^Watchdog {2}0 AWS calls, /),
    '',
    `Dashboard  ${PLACES.dashboard}`,
    '12 targets, 2026-10-15T08:00:00Z',
    '',
  ]);
});

it('of one target it is what a watchdog of one says, with the name of the account', () => {
  const alone = toDigestMessage(BUSY, { ...PROD, at: toIso(at(NOW)) }, PLACES, EN);
  const { subject, message, attributes } = tell([{ place: PROD, digest: BUSY }]);
  expect(subject).toBe(alone.subject.replace('us-east-1', 'prod us-east-1'));
  expect(message.email).toBe(alone.message.email?.replace('Account 111122223333', 'Account prod (111122223333)'));
  expect(attributes).toEqual(alone.attributes);
});

it('carries what is open and what passed as findings, each with its account and Region', () => {
  const { message, attributes } = tell([
    { place: TEST, digest: BUSY },
    { place: PROD, digest: BUSY },
  ]);
  const { findings, ...document } = JSON.parse(message.sqs ?? '');
  expect(document).toEqual({ schemaVersion: 1, accountId: null, region: null, at: toIso(at(NOW)) });
  const told = findings.map((one: { accountId: string; region: string; finding: { id: string } }) => [
    one.finding.id,
    one.accountId,
    one.region,
  ]);
  expect(told).toEqual([
    ['zeroQuota', '000000000000', 'eu-central-1'],
    ['zeroQuota', '111122223333', 'us-east-1'],
    ['utilization/L-F4DDD3EB', '000000000000', 'eu-central-1'],
    ['utilization/L-F4DDD3EB', '111122223333', 'us-east-1'],
  ]);
  expect(attributes).toMatchObject({ accountId: 'several', region: 'several', events: ['digest'] });
});

it('without anything to tell says so of all targets', () => {
  const { subject, message, attributes } = tell([
    { place: TEST, digest: QUIET },
    { place: PROD, digest: QUIET },
  ]);
  expect(subject).toBe('DIGEST nothing open, 2 targets');
  expect(JSON.parse(message.sqs ?? '')).toMatchObject({ accountId: null, region: null, findings: [] });
  expect(attributes).toMatchObject({ severity: 'ok', accountId: 'several', region: 'several' });
});

it('the requests of all are known only where those of each are', () => {
  const unread: Digest = { ...QUIET, requests: { open: [], ended: [], known: { kind: 'unread' } } };
  const { email } = tell([
    { place: TEST, digest: unread },
    { place: PROD, digest: BUSY },
  ]).message;
  expect(email).toContain('\nOpen increase requests (not all could be read)\n- prod us-east-1: L-F4DDD3EB ');
});

it('in Portuguese', () => {
  const { subject, message } = tell(
    [
      { place: TEST, digest: QUIET },
      { place: PROD, digest: BUSY },
    ],
    PT_BR,
  );
  expect(subject).toBe('RESUMO 1 em aberto, maior uso 85%, 2 alvos');
  expect(message.email).toContain(
    '\nAlvos, os piores primeiro (há algo em aberto em 1 de 2)\n- prod (111122223333), us-east-1: 1 em aberto, maior uso 85%\n',
  );
});

it('the longest figures leave the subject how many targets it is about', () => {
  const peaks = [{ percent: 85, at: toIso(at(NOW)), subject: 'x', described: null }];
  const throttles = [{ subject: 'x', count: 10 ** 60 }];
  const { subject } = tell([changedIn(1), { place: PROD, digest: { ...QUIET, peaks, throttles } }]);
  expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
  expect(subject).toMatch(/, 2 targets$/);
});

it('needs a digest', () => {
  expect(() => tell([])).toThrow(RangeError);
});
