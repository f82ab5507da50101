import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type PollerConfig, readConfig } from '../../../lambda/config';
import { boundOutbox, OUTBOX_BYTES } from '../../../lambda/outbox/bound';
import { toOutboxEntry } from '../../../lambda/outbox/compose';
import type { OutboxEntry } from '../../../lambda/outbox/entry';
import { findRefused } from '../../../lambda/outbox/find-stuck';
import { unfoldBodies } from '../../../lib/core/messages/protocols';
import { spellStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';
import { alertOf, ORIGIN } from '../../lib/core/alerts/alert-fixtures';

const config: PollerConfig = readConfig({
  AWS_REGION: 'us-east-1',
  WATCHDOG_TABLE_NAME: 'watchdog',
  WATCHDOG_TOPIC_ARN: 'arn:aws:sns:us-east-1:111122223333:alerts',
});

function isoOf(index: number): string {
  return new Date(Date.parse(ORIGIN.at) + index * 60_000).toISOString();
}

/** Text that does not pack. */
function noise(seed: string, blocks: number): string {
  return Array.from({ length: blocks }, (_, index) =>
    createHash('sha256').update(`${seed}${index}`).digest('base64'),
  ).join('');
}

function entryOf(index: number, blocks = 100): OutboxEntry {
  const modelIds = [noise(`${index}`, blocks)];
  return toOutboxEntry([alertOf({ finding: { modelIds } })], { ...ORIGIN, at: isoOf(index) }, config);
}

function packedBytes(value: unknown): number {
  return gzipSync(JSON.stringify(value)).length;
}

/** Runs in which nobody takes anything: each adds an entry. */
function play(runs: number): readonly OutboxEntry[] {
  let outbox: readonly OutboxEntry[] = [];
  for (let index = 0; index < runs; index++) {
    outbox = boundOutbox([...outbox, entryOf(index)], { ...ORIGIN, at: isoOf(index) }, config);
    expect(packedBytes(outbox)).toBeLessThanOrEqual(OUTBOX_BYTES);
  }
  return outbox;
}

it('each body is kept once, and says the same', () => {
  const entry = entryOf(0);
  const [kept] = boundOutbox([entry], ORIGIN, config);
  expect(Object.keys(kept?.alert.message ?? {})).toEqual(['email', 'sqs']);
  expect(unfoldBodies(kept?.alert.message ?? {})).toEqual(entry.alert.message);
});

it('however long nobody takes anything it is bounded; the oldest are told together, none is forgotten', () => {
  const outbox = play(300);
  const [merged, ...others] = outbox;
  expect(others.length).toBeGreaterThan(10);
  expect(others.every(({ heldUp }) => heldUp === undefined)).toBe(true);
  expect(others.at(-1)?.id).toBe(isoOf(299));
  expect(merged?.heldUp).toMatchObject({ count: 300 - others.length, from: isoOf(0) });
  expect(merged?.id).toBe(isoOf(299 - others.length));
  const { email = '', sqs = '' } = merged?.alert.message ?? {};
  expect(merged?.alert.subject).toBe(`HELD UP: ${300 - others.length} messages could not be sent, us-east-1`);
  expect(email).toContain(`- and ${200 - others.length} more`);
  expect(email).toContain(`- ${merged?.id} CRITICAL 97% tokens/min`);
  expect(JSON.parse(sqs).omittedFindings).toBe(300 - others.length);
  expect(merged?.alert.attributes).toMatchObject({ severity: 'critical', kinds: ['utilization'], models: [] });
  expect(findRefused(outbox).map((one) => spellStatement(one, EN))).toEqual([
    `${300 - others.length} messages of ${isoOf(0)} to ${merged?.id} waited so long that the outbox was full: they are reported together, one line each`,
  ]);
});

it('an entry that alone is too large is kept in short', () => {
  const owners = Array.from({ length: 40 }, (_, index) => ({
    topicArn: `arn:aws:sns:us-east-1:111122223333:owner-${index}`,
    alert: entryOf(index, 700).alert,
  }));
  const outbox = boundOutbox([entryOf(0), { ...entryOf(1, 700), owners }], ORIGIN, config);
  expect(packedBytes(outbox)).toBeLessThanOrEqual(OUTBOX_BYTES);
  expect(outbox.at(-1)?.owners).toHaveLength(40);
  expect(outbox.at(-1)?.owners?.[0]?.alert.message.email).toContain('Findings: 1.');
});

it('what is left out of an entry that alone is too large is told', () => {
  const events = [0, 1, 2].map((index) => ({
    detailType: 'x',
    detail: noise(`${index}`, 2_000),
    resources: [],
    at: ORIGIN.at,
  }));
  const [kept] = boundOutbox([{ ...entryOf(0), events }], ORIGIN, config);
  expect(kept?.events).toBeUndefined();
  expect(kept?.isMailed).toBeUndefined();
  expect(findRefused(kept ? [kept] : []).map((one) => spellStatement(one, EN))).toEqual([
    expect.stringContaining('3 notifications of it for chat and events are not sent'),
  ]);
});

it('nothing is added to an empty outbox', () => {
  expect(boundOutbox([], ORIGIN, config)).toEqual([]);
});
