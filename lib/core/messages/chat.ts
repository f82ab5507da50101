import type { AlertEvent } from '../alerts/lifecycle';
import type { Remedy } from '../vocabulary/finding';
import { lookUp, spellCount } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { DETAIL_TYPES, quotaArnOf, toAlertLinks } from './channel-facts';
import { BLANK_LINE, spellPlaceOf, spellToldOnce, type ToldOnce, tellOnce } from './chat-incidents';
import {
  isOfOneTarget,
  type MessageOrigin,
  type MessagePlaces,
  originOf,
  originsOf,
  remediesToTell,
  renderTitle,
  SEVERAL,
  spellSummary,
  UNKNOWN_ACCOUNT,
} from './incident';

/**
 * A custom notification of Amazon Q Developer in chat applications (Slack, Microsoft Teams). Empty lists are left out.
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html (read 2026-11)
 */
export interface ChatNotification {
  readonly version: '1.0';
  readonly source: 'custom';
  readonly id: string;
  readonly content: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps?: readonly string[];
    readonly keywords?: readonly string[];
  };
  readonly metadata: {
    /** Notifications with one id fall into one thread. */
    readonly threadId?: string;
    readonly summary: string;
    readonly eventType: string;
    readonly relatedResources?: readonly string[];
    readonly additionalContext: Readonly<Record<string, string>>;
  };
}

/**
 * Longest texts in characters. The documentation's schema limits lengths; its figures could not be checked when this was
 * written (2026-11), so these are what a chat bears, and below every figure known of.
 */
const LONGEST = { title: 200, description: 1500, nextStep: 300, keyword: 75, threadId: 200, summary: 250 } as const;

/** Notifications of one run; what is beyond is summed up in one more, for a chat is no place for a list. */
const MOST_NOTIFICATIONS = 10;

/** Titles named in the summing-up. */
const MOST_TITLES = 10;

const MOST_REMEDIES = 2;

/** Details worth their place in a chat; the mail has all of them. */
const CHAT_DETAILS: readonly string[] = ['Cause', 'Forecast'];

/** Where a chat goes on to, and its language. */
interface ChatSetting {
  readonly places: MessagePlaces;
  readonly words: Words;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}

/**
 * A text from outside must neither call people nor lead away: `<!channel>`, `<@U1>`, `<#C1>` and `<url|text>` are live in
 * Slack, `@channel` and `[text](url)` in Teams. An invisible character takes each apart and leaves it readable.
 */
function muteMarks(text: string): string {
  return text
    .replace(/<(?=\S)/g, '<\u200b')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\](?=[([])/g, ']\u200b');
}

/** A command stays as it is to be pasted, but for what a chat reads in it: then the mail has it. */
function isQuiet(command: string): boolean {
  return muteMarks(command) === command && !command.includes('`');
}

/** A command is told whole or not at all: half of one would be pasted. */
function toNextStep({ title, command }: Remedy, { chat }: Words): string {
  const told = muteMarks(title);
  const step = command === null ? told : `${told}: \`${command}\``;
  if (step.length <= LONGEST.nextStep && (command === null || isQuiet(command))) return step;
  return cut(command === null ? told : chat.commandInMail(told), LONGEST.nextStep);
}

function toDescription(told: ToldOnce, origin: MessageOrigin, { places, words }: ChatSetting): string {
  const { context, finding } = told.alert;
  const { message } = words;
  const details = context.details
    .filter(([label]) => CHAT_DETAILS.includes(label))
    .map(([label, text]) => `*${lookUp(words.labels, label)}* ${text}`);
  const links = toAlertLinks(finding, origin, places);
  const tail = [
    ...(links.dashboard === null ? [] : [`${message.dashboard} ${links.dashboard}`]),
    `${message.quotaPage} ${links.quotaPage}`,
    `${message.runbook} ${links.runbook}`,
  ].join('\n');
  // Blank lines, because Teams takes a single line break for a space. Links stay whole, what is before them gives way.
  const text = muteMarks(
    [spellToldOnce(told, words), ...(details.length > 0 ? [details.join('\n')] : [])].join(BLANK_LINE),
  );
  return `${cut(text, LONGEST.description - tail.length - BLANK_LINE.length)}${BLANK_LINE}${tail}`;
}

/** One incident is one thread: the finding, where, and since when; the next incident of the finding is a new thread. */
function threadOf({ finding, since }: AlertEvent, { accountId, region }: MessageOrigin): string {
  return `${accountId ?? 'unknown'}/${region}/${since}/${finding.id}`.slice(0, LONGEST.threadId);
}

function toNotification(told: ToldOnce, whole: MessageOrigin, setting: ChatSetting): ChatNotification {
  const { words } = setting;
  const { alert } = told;
  const origin = originOf(alert, whole);
  const where = spellPlaceOf(told, origin, words);
  const { event, finding } = alert;
  const accountId = origin.accountId ?? 'unknown';
  const threadId = threadOf(alert, origin);
  const arn = quotaArnOf(finding, origin);
  const remedies = event === 'recovered' ? [] : remediesToTell(alert).slice(0, MOST_REMEDIES);
  return {
    version: '1.0',
    source: 'custom',
    id: `${origin.at}/${event}/${alert.place ? `${origin.accountId}/${origin.region}/` : ''}${finding.id}`.slice(
      0,
      LONGEST.threadId,
    ),
    content: {
      textType: 'client-markdown',
      title: cut(muteMarks(`${renderTitle(alert, words)}, ${where}`), LONGEST.title),
      description: toDescription(told, origin, setting),
      ...(remedies.length > 0 ? { nextSteps: remedies.map((remedy) => toNextStep(remedy, words)) } : {}),
      keywords: [finding.severity, finding.kind, ...(finding.quotaCode === null ? [] : [finding.quotaCode])].map(
        (keyword) => cut(keyword, LONGEST.keyword),
      ),
    },
    metadata: {
      threadId,
      summary: cut(muteMarks(spellSummary(alert, words)), LONGEST.summary),
      eventType: DETAIL_TYPES[event],
      ...(arn === null ? {} : { relatedResources: [arn] }),
      additionalContext: { event, severity: finding.severity, kind: finding.kind, accountId, region: origin.region },
    },
  };
}

/** What did not fit, in one notification without a thread. */
function toSummingUp(
  told: readonly ToldOnce[],
  origin: MessageOrigin,
  { places, words }: ChatSetting,
): ChatNotification {
  const events = told.map(({ alert }) => alert);
  const isAlone = isOfOneTarget(events, origin);
  const [{ accountId, region } = origin] = originsOf(events, origin);
  const titles = told.slice(0, MOST_TITLES).map((one) => {
    const where = isAlone ? '' : `, ${spellPlaceOf(one, origin, words)}`;
    return `- ${cut(`${renderTitle(one.alert, words)}${where}`, 100)}`;
  });
  const omitted = told.length - titles.length;
  const title = `${words.chat.moreAlerts(told.length)}, ${isAlone ? region : words.message.severalAccounts}`;
  return {
    version: '1.0',
    source: 'custom',
    id: `${origin.at}/more`,
    content: {
      textType: 'client-markdown',
      title,
      description: [
        ...titles.map(muteMarks),
        ...(omitted > 0 ? [`- ${words.message.andMore(spellCount(omitted, words))}`] : []),
        ...(places.dashboard === null ? [] : [`${words.message.dashboard} ${places.dashboard}`]),
      ].join('\n'),
    },
    metadata: {
      summary: title,
      eventType: 'Bedrock Quota Alerts Summed Up',
      additionalContext: isAlone
        ? { accountId: accountId ?? UNKNOWN_ACCOUNT, region }
        : { accountId: SEVERAL, region: SEVERAL },
    },
  };
}

/** One short notification per event, in the same order; from the eleventh event on one for all the others. */
export function toChatNotifications(
  events: readonly AlertEvent[],
  origin: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): ChatNotification[] {
  const setting = { places, words };
  const told = tellOnce(events);
  const others = told.slice(MOST_NOTIFICATIONS);
  return [
    ...told.slice(0, MOST_NOTIFICATIONS).map((one) => toNotification(one, origin, setting)),
    ...(others.length > 0 ? [toSummingUp(others, origin, setting)] : []),
  ];
}
