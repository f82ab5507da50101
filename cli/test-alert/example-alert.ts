import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import { type ChatNotification, toChatNotifications } from '../../lib/core/messages/chat';
import type { MessageOrigin, MessagePlaces } from '../../lib/core/messages/incident';
import { type AlertMessage, toAlertMessage } from '../../lib/core/messages/mail';
import type { Finding } from '../../lib/core/vocabulary/finding';
import { spellCommand } from '../../lib/core/vocabulary/shell-command';
import { toIso, toMinute } from '../../lib/core/vocabulary/time';
import { spellCount, spellScope } from '../../lib/core/vocabulary/wording';
import { type CommandWords, EN_COMMANDS } from '../../lib/language/command-words';

/** Severities an example can have. */
export type ExampleSeverity = 'warning' | 'critical';

/** What an example says of itself. */
export interface ExampleOrigin {
  readonly severity: ExampleSeverity;
  /** Account and Region of the topic: those a real message carries. */
  readonly origin: MessageOrigin;
  /** Account of whoever sends it; `null` when AWS did not say. */
  readonly senderAccountId: string | null;
  /** Region the sender called. */
  readonly senderRegion: string;
  readonly places: MessagePlaces;
  /** Of subject, texts and chat; what programs read is English. */
  readonly words: CommandWords;
}

/** The example in the forms of the channels. */
export interface ExampleAlert {
  readonly alert: AlertMessage;
  readonly chat: readonly ChatNotification[];
}

/** The id by which a program tells the example from a finding. */
export const EXAMPLE_ID = 'test/example';

const SUBJECT_CHARACTERS = 100;

const APPLIED_VALUE = 1_000_000;

const USED_TOKENS: Readonly<Record<ExampleSeverity, number>> = { warning: 850_000, critical: 970_000 };

/** A quota and a model that cannot be: codes of Service Quotas are never all zeros. */
function toExampleEvent({ severity, origin, words }: ExampleOrigin): AlertEvent {
  const used = USED_TOKENS[severity];
  const limit = spellCount(APPLIED_VALUE, words);
  const { subject, summary, noSuchCode } = words.testAlert;
  const toRemedy = ({ testAlert }: CommandWords) => ({
    title: testAlert.remedy,
    command: spellCommand('npx quota-watchdog check --region', { value: origin.region }),
  });
  const finding: Finding = {
    id: EXAMPLE_ID,
    kind: 'utilization',
    severity,
    quotaCode: 'L-00000000',
    modelIds: ['example.no-such-model-v1:0'],
    scope: 'crossRegion',
    dimension: 'tokensPerMinute',
    usage: { value: used, unit: 'tokens', at: toIso(toMinute(origin.at) - 1), window: 'minute', provenance: 'native' },
    appliedValue: APPLIED_VALUE,
    utilizationPercent: (used / APPLIED_VALUE) * 100,
    headroom: APPLIED_VALUE - used,
    exhaustionAt: null,
    cause: null,
    remedies: [toRemedy(EN_COMMANDS)],
  };
  return {
    event: 'opened',
    since: origin.at,
    finding,
    context: {
      subject: subject(spellScope('crossRegion', words)),
      summary: summary(spellCount(used, words), limit),
      details: [
        ['Traffic', 'us.example.no-such-model-v1:0 100%'],
        ['Quota', `L-00000000  ${words.quota.applied(limit)}  ${noSuchCode}`],
      ],
      ...(words === EN_COMMANDS ? {} : { remedies: [toRemedy(words)] }),
    },
  };
}

function spellSender({ origin, senderAccountId, senderRegion, words }: ExampleOrigin): string {
  const { sender, unnamedAccount } = words.testAlert;
  const account = senderAccountId === null ? unnamedAccount : words.cli.account(senderAccountId);
  return sender(account, senderRegion, origin.at);
}

/**
 * An example of an alert, made as the watchdog makes its messages and marked as one: by the subject, by the first line
 * of each text, and for programs by the finding's id {@link EXAMPLE_ID}. Attributes are those of a real alert, so that
 * filter policies decide as they would.
 */
export function toExampleAlert(example: ExampleOrigin): ExampleAlert {
  const events = [toExampleEvent(example)];
  const { origin, places, words } = example;
  const marked = (text: string) => `${words.testAlert.mark} ${text}`;
  const { subject, message, attributes } = toAlertMessage(events, origin, places, words);
  const sender = spellSender(example);
  const mark = ([protocol, text]: [string, string]) =>
    [protocol, protocol === 'default' || protocol === 'email' ? `${sender}\n\n${text}` : text] as const;
  return {
    alert: {
      subject: marked(subject).slice(0, SUBJECT_CHARACTERS),
      message: Object.fromEntries(Object.entries(message).map(mark)),
      attributes,
    },
    chat: toChatNotifications(events, origin, places, words).map((notification) => ({
      ...notification,
      content: {
        ...notification.content,
        title: marked(notification.content.title),
        description: `${sender}\n\n${notification.content.description}`,
      },
      metadata: { ...notification.metadata, summary: marked(notification.metadata.summary) },
    })),
  };
}
