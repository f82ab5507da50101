import type { AlertEvent } from '../../lib/core/alert-lifecycle';
import { type ChatNotification, toChatNotifications } from '../../lib/core/chat-notification';
import type { Finding } from '../../lib/core/finding';
import { type AlertMessage, toAlertMessage } from '../../lib/core/message';
import type { MessageOrigin } from '../../lib/core/message-links';
import { toIso, toMinute } from '../../lib/core/time';
import { spellCount } from '../../lib/core/wording';

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
  /** Link to the dashboard; `null` when it is not known. */
  readonly dashboard: string | null;
}

/** The example in the forms of the channels. */
export interface ExampleAlert {
  readonly alert: AlertMessage;
  readonly chat: readonly ChatNotification[];
}

/** The id by which a program tells the example from a finding. */
export const EXAMPLE_ID = 'test/example';

/** Before subject and title of every example. */
const MARK = 'TEST ';

const SUBJECT_CHARACTERS = 100;

const APPLIED_VALUE = 1_000_000;

const USED_TOKENS: Readonly<Record<ExampleSeverity, number>> = { warning: 850_000, critical: 970_000 };

/** A quota and a model that cannot be: codes of Service Quotas are never all zeros. */
function toExampleEvent({ severity, origin }: ExampleOrigin): AlertEvent {
  const used = USED_TOKENS[severity];
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
    remedies: [
      {
        title: 'Nothing; the true state of the quotas is told by',
        command: `quota-watchdog check --region ${origin.region}`,
      },
    ],
  };
  return {
    event: 'opened',
    since: origin.at,
    finding,
    context: {
      subject: 'EXAMPLE, cross-Region',
      summary: `An example: the model EXAMPLE, which does not exist, used ${spellCount(used)} of ${spellCount(APPLIED_VALUE)} tokens in a minute.`,
      details: [
        ['Traffic', 'us.example.no-such-model-v1:0 100%'],
        ['Quota', `L-00000000  applied ${spellCount(APPLIED_VALUE)}  a code that no quota has`],
      ],
    },
  };
}

function spellSender({ origin, senderAccountId, senderRegion }: ExampleOrigin): string {
  const account = senderAccountId === null ? 'an account that AWS did not name' : `account ${senderAccountId}`;
  return `This is a test, nothing is wrong: sent by quota-watchdog test-alert from ${account}, ${senderRegion}, at ${origin.at}.`;
}

/**
 * An example of an alert, made as the watchdog makes its messages and marked as one: by the subject, by the first line
 * of each text, and for programs by the finding's id {@link EXAMPLE_ID}. Attributes are those of a real alert, so that
 * filter policies decide as they would.
 */
export function toExampleAlert(example: ExampleOrigin): ExampleAlert {
  const events = [toExampleEvent(example)];
  const { subject, message, attributes } = toAlertMessage(events, example.origin, example.dashboard);
  const sender = spellSender(example);
  const mark = ([protocol, text]: [string, string]) =>
    [protocol, protocol === 'default' || protocol === 'email' ? `${sender}\n\n${text}` : text] as const;
  return {
    alert: {
      subject: `${MARK}${subject}`.slice(0, SUBJECT_CHARACTERS),
      message: Object.fromEntries(Object.entries(message).map(mark)),
      attributes,
    },
    chat: toChatNotifications(events, example.origin, example.dashboard).map((notification) => ({
      ...notification,
      content: {
        ...notification.content,
        title: `${MARK}${notification.content.title}`,
        description: `${sender}\n\n${notification.content.description}`,
      },
      metadata: { ...notification.metadata, summary: `${MARK}${notification.metadata.summary}` },
    })),
  };
}
