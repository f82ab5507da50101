import { worstOf } from '../vocabulary/severity';
import { spellCount } from '../vocabulary/wording';
import type { Words } from '../words/words';
import {
  commonOf,
  type MessageOrigin,
  type MessagePlaces,
  quotaPageOf,
  renderOrigin,
  SEVERAL,
  toCommon,
  UNKNOWN_ACCOUNT,
} from './incident';
import type { AlertMessage } from './mail';
import { MAXIMUM_TEXT_BYTES, toSubject } from './mail-text';
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
  const accountId = commonOf(
    attributes.map((one) => one.accountId),
    origin.accountId ?? UNKNOWN_ACCOUNT,
  );
  const region = commonOf(
    attributes.map((one) => one.region),
    origin.region,
  );
  const where = region === SEVERAL ? message.severalRegions : region;
  const subject = toSubject(`${message.heldUp(spellCount(count, words))}, ${where}`);
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
    `${message.quotaPage} ${quotaPageOf(region === SEVERAL ? origin.region : region, null)}`,
    renderOrigin({ accountId: accountId === UNKNOWN_ACCOUNT ? null : accountId, region, at: origin.at }, words),
    '',
  ].join('\n');
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const common = {
    accountId: accountId === UNKNOWN_ACCOUNT ? null : toCommon(accountId),
    region: toCommon(region),
    at: origin.at,
  };
  const json = JSON.stringify({ schemaVersion: 1, ...common, findings: [], omittedFindings: findings });
  return {
    subject,
    message: toBodies(cutToBytes(toSendable(text), MAXIMUM_TEXT_BYTES), json),
    attributes: {
      severity: worstOf(attributes.map(({ severity }) => severity)),
      accountId,
      region,
      events: unique(attributes.flatMap(({ events }) => events)),
      kinds: unique(attributes.flatMap(({ kinds }) => kinds)),
      models: [],
    },
  };
}
