import { type Check, type CheckSaid, type OutboxHealth, spellSaid } from '../../lib/core/answers/checklist';
import type { Recipient } from '../../lib/core/vocabulary/account-state';
import { type CommandWords, EN_COMMANDS } from '../../lib/language/command-words';
import { createSpelling } from '../doctor/spelling';
import { alignColumns, type Column } from '../terminal/columns';
import { toOneLine, toPlain, widthOf } from '../terminal/plain-text';
import type { Style } from '../terminal/style';
import { EXAMPLE_ID, type ExampleAlert } from './example-alert';

/** A topic with what was sent to it. */
export interface TestedTopic {
  readonly channel: 'alert' | 'chat';
  readonly topicArn: string;
  /** Empty in a dry run. */
  readonly messageIds: readonly string[];
  /** `null` when they could not be read. */
  readonly subscriptions: readonly Recipient[] | null;
}

/** Times of an outbox, in ISO and UTC. */
interface StuckTimes {
  readonly since: string | null;
  readonly lastAside: { readonly at: string | null; readonly subject: string; readonly why: string } | null;
}

/** What `test-alert` did; its JSON document. */
export interface TestAlertDocument {
  readonly schemaVersion: 1;
  /** Account of the caller; `null` when AWS did not say. */
  readonly accountId: string | null;
  readonly region: string;
  /** ISO time in UTC. */
  readonly at: string;
  readonly isDryRun: boolean;
  readonly topics: readonly TestedTopic[];
  /** What the watchdog itself could not say; `null`: a topic was given and no stack, or it could not be read. */
  readonly outbox: (Omit<OutboxHealth, 'since' | 'lastAside'> & StuckTimes) | null;
  /** Its `chat` is empty when there is no topic for a chat. */
  readonly message: ExampleAlert;
}

/** How the result is shown, and in which language. */
interface Look {
  readonly style: Style;
  readonly words: CommandWords;
}

function columnsOf({ testAlert }: CommandWords): Column[] {
  const { protocol, state, endpoint } = testAlert.columns;
  return [{ title: protocol }, { title: state }, { title: endpoint, least: 24 }];
}

const INDENT = '  ';

const JSON_PROTOCOLS: ReadonlySet<string> = new Set(['lambda', 'sqs', 'http', 'https']);

const MAIL_PROTOCOLS: ReadonlySet<string> = new Set(['email', 'email-json']);

function spellReceipt(
  channel: TestedTopic['channel'],
  { protocol, state }: Recipient,
  { testAlert: { gets, mark } }: CommandWords,
): string {
  if (state === 'deleted') return gets.deleted;
  if (state === 'pending') return MAIL_PROTOCOLS.has(protocol) ? gets.unconfirmedMail : gets.unconfirmed;
  if (channel === 'chat') return gets.notification(mark);
  if (JSON_PROTOCOLS.has(protocol)) return gets.json(EXAMPLE_ID);
  return protocol === 'email' ? gets.mail(mark) : gets.text;
}

function renderSubscriptions({ channel, subscriptions }: TestedTopic, { style, words }: Look): string[] {
  const { unread, nobody, states } = words.testAlert;
  if (subscriptions === null) return style.wrap(unread, INDENT);
  if (subscriptions.length === 0) return style.wrap(nobody, INDENT).map(style.severity.warning);
  const rows = subscriptions.map((subscription) => [
    { text: subscription.protocol },
    {
      text: states[subscription.state],
      paint: subscription.state === 'confirmed' ? style.severity.ok : style.severity.warning,
    },
    { text: toOneLine(subscription.endpoint) },
  ]);
  const { header, lines } = alignColumns(columnsOf(words), rows, style.columns - INDENT.length);
  const told = subscriptions.flatMap((subscription, index) => [
    `${INDENT}${lines[index] ?? ''}`,
    ...style.wrap(spellReceipt(channel, subscription, words), INDENT.repeat(2)),
  ]);
  return [`${INDENT}${style.dim(header)}`, ...told];
}

function renderTopic(topic: TestedTopic, look: Look): string[] {
  const { channel, topicArn, messageIds } = topic;
  const { notSent, sent, topics } = look.words.testAlert;
  const what = messageIds.length === 0 ? notSent : sent(messageIds.join(', '));
  const title = look.style.wrap(`${topics[channel]} ${topicArn}`, INDENT, '');
  return [...title.map(look.style.bold), ...look.style.wrap(what, INDENT), ...renderSubscriptions(topic, look), ''];
}

/** Attributes as a filter policy spells them. */
function renderAttributes({ alert }: ExampleAlert, { style, words }: Look): string[] {
  const line = `${INDENT}${JSON.stringify(alert.attributes)}`;
  const lines = JSON.stringify(alert.attributes, null, 2).split('\n');
  const isWide = widthOf(line) > style.columns;
  return [...style.wrap(words.testAlert.attributes, ''), ...(isWide ? lines.map((one) => `${INDENT}${one}`) : [line])];
}

function renderBody({ alert, chat }: ExampleAlert, { style, words }: Look): string[] {
  return [
    style.bold(words.testAlert.mailSubject(alert.subject)),
    '',
    ...(alert.message.email ?? '').split('\n').map(toPlain),
    style.bold('lambda, sqs, http, https'),
    alert.message.sqs ?? '',
    '',
    ...chat.flatMap((notification) => [style.bold('chat'), JSON.stringify(notification), '']),
  ];
}

/** The outbox of the watchdog: that the example arrives says nothing of what was refused before. */
function renderStuck({ status, said }: Check, { style, words }: Look): string[] {
  const text = spellSaid<CheckSaid, CheckSaid['kind']>(words.doctor.checks, said, createSpelling(words));
  const paint = status === 'ok' ? (line: string) => line : style.severity.warning;
  return [...style.wrap(words.testAlert.outbox(text), '').map(paint), ''];
}

/**
 * The result for people: where it went, who gets it, and in a dry run the message itself.
 * @param stuck the check of the watchdog's outbox; `null`: there is none to look at.
 */
export function renderTestAlert(
  { topics, message, isDryRun }: TestAlertDocument,
  {
    style,
    words = EN_COMMANDS,
    stuck,
  }: { readonly style: Style; readonly words?: CommandWords; readonly stuck: Check | null },
): string {
  const look = { style, words };
  return `${[
    ...topics.flatMap((topic) => renderTopic(topic, look)),
    ...(stuck ? renderStuck(stuck, look) : []),
    ...(isDryRun ? renderBody(message, look) : []),
    ...renderAttributes(message, look),
  ].join('\n')}\n`;
}
