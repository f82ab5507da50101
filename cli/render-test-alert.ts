import { alignColumns, type Column } from './columns';
import { toOneLine, toPlain } from './plain-text';
import type { Style } from './style';
import type { ExampleAlert } from './test-alert/example-alert';
import type { TopicSubscription } from './test-alert/read-subscriptions';

/** A topic with what was sent to it. */
export interface TestedTopic {
  readonly channel: 'alert' | 'chat';
  readonly topicArn: string;
  /** Empty in a dry run. */
  readonly messageIds: readonly string[];
  /** `null` when they could not be read. */
  readonly subscriptions: readonly TopicSubscription[] | null;
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
  /** Its `chat` is empty when there is no topic for a chat. */
  readonly message: ExampleAlert;
}

const COLUMNS: readonly Column[] = [
  { title: 'PROTOCOL' },
  { title: 'ENDPOINT' },
  { title: 'STATE' },
  { title: 'GETS' },
];

const INDENT = '  ';

const JSON_PROTOCOLS: ReadonlySet<string> = new Set(['lambda', 'sqs', 'http', 'https']);

const PENDING: Readonly<Record<string, string>> = {
  email: 'nothing yet: confirm it by the link in the mail of AWS',
  'email-json': 'nothing yet: confirm it by the link in the mail of AWS',
};

function spellReceipt(channel: TestedTopic['channel'], { protocol, state }: TopicSubscription): string {
  if (state === 'deleted') return 'nothing: it was deleted';
  if (state === 'pending') return PENDING[protocol] ?? 'nothing yet: its endpoint must confirm it';
  if (channel === 'chat') return 'a notification whose title begins with TEST';
  if (JSON_PROTOCOLS.has(protocol)) return 'JSON, findings[0].finding.id is test/example';
  return protocol === 'email' ? 'a mail whose subject begins with TEST' : 'the text of the mail';
}

function renderSubscriptions({ channel, subscriptions }: TestedTopic, style: Style): string[] {
  if (subscriptions === null) return [`${INDENT}Its subscriptions could not be read.`];
  if (subscriptions.length === 0)
    return [`${INDENT}${style.severity.warning('Nobody is subscribed: it reaches no one.')}`];
  const rows = subscriptions.map((subscription) => [
    { text: subscription.protocol },
    { text: toOneLine(subscription.endpoint) },
    {
      text: subscription.state,
      paint: subscription.state === 'confirmed' ? style.severity.ok : style.severity.warning,
    },
    { text: spellReceipt(channel, subscription) },
  ]);
  const { header, lines } = alignColumns(COLUMNS, rows);
  return [style.dim(header), ...lines].map((line) => `${INDENT}${line}`);
}

function renderTopic(topic: TestedTopic, style: Style): string[] {
  const { channel, topicArn, messageIds } = topic;
  const what = messageIds.length === 0 ? 'not sent (dry run)' : `sent, MessageId ${messageIds.join(', ')}`;
  const title = `${channel === 'alert' ? 'Alert topic' : 'Chat topic'} ${topicArn}`;
  return [style.bold(title), `${INDENT}${what}`, ...renderSubscriptions(topic, style), ''];
}

/** Attributes as a filter policy spells them. */
function renderAttributes({ alert }: ExampleAlert): string[] {
  return [
    'A subscription whose filter policy does not match these attributes gets nothing (policies are not read):',
    `${INDENT}${JSON.stringify(alert.attributes)}`,
  ];
}

function renderBody({ alert, chat }: ExampleAlert, style: Style): string[] {
  return [
    style.bold(`Subject: ${alert.subject}`),
    '',
    ...(alert.message.email ?? '').split('\n').map(toPlain),
    style.bold('lambda, sqs, http, https'),
    alert.message.sqs ?? '',
    '',
    ...chat.flatMap((notification) => [style.bold('chat'), JSON.stringify(notification), '']),
  ];
}

/** The result for people: where it went, who gets it, and in a dry run the message itself. */
export function renderTestAlert({ topics, message, isDryRun }: TestAlertDocument, style: Style): string {
  return `${[
    ...topics.flatMap((topic) => renderTopic(topic, style)),
    ...(isDryRun ? renderBody(message, style) : []),
    ...renderAttributes(message),
  ].join('\n')}\n`;
}
