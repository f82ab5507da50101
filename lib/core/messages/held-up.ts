import { worstOf } from '../vocabulary/severity';
import { spellCount } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { type MessageOrigin, type MessagePlaces, quotaPageOf } from './links';
import type { AlertMessage } from './mail';
import { MAXIMUM_TEXT_BYTES, renderOrigin, toSubject } from './mail-text';
import { cutToBytes, toSendable } from './message-size';
import { toBodies } from './protocols';

/** Lines of one message; the rest is counted. */
const MOST_LINES = 100;

/** Messages that nobody took, to be told as one. */
export interface HeldUp {
  /** ISO time and subject of each, oldest first; the first ones may be counted only. */
  readonly lines: readonly string[];
  /** Messages, those of the lines included. */
  readonly count: number;
  /** Findings of all of them. */
  readonly findings: number;
  readonly attributes: readonly AlertMessage['attributes'][];
}

/** The newest lines that are kept of what is held up. */
export function keepLines(lines: readonly string[]): string[] {
  return lines.slice(-MOST_LINES);
}

/** One message for many that waited too long to be kept: a line each. Its attributes are those of all of them. */
export function toHeldUpMessage(
  { lines, count, findings, attributes }: HeldUp,
  origin: MessageOrigin,
  { places, words }: { readonly places: MessagePlaces; readonly words: Words },
): AlertMessage {
  const { message } = words;
  const subject = toSubject(`${message.heldUp(spellCount(count, words))}, ${origin.region}`);
  const told = keepLines(lines);
  const unlisted = count - told.length;
  const text = [
    subject,
    '',
    message.heldUpWhy,
    '',
    ...(unlisted > 0 ? [`- ${message.andMore(spellCount(unlisted, words))}`] : []),
    ...told.map((line) => `- ${line}`),
    '',
    ...(places.dashboard === null ? [] : [`${message.dashboard} ${places.dashboard}`]),
    `${message.quotaPage} ${quotaPageOf(origin.region, null)}`,
    renderOrigin(origin, words),
    '',
  ].join('\n');
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const json = JSON.stringify({ schemaVersion: 1, ...origin, findings: [], omittedFindings: findings });
  return {
    subject,
    message: toBodies(cutToBytes(toSendable(text), MAXIMUM_TEXT_BYTES), json),
    attributes: {
      severity: worstOf(attributes.map(({ severity }) => severity)),
      accountId: origin.accountId ?? 'unknown',
      region: origin.region,
      events: unique(attributes.flatMap(({ events }) => events)),
      kinds: unique(attributes.flatMap(({ kinds }) => kinds)),
      models: [],
    },
  };
}
