import type { AlertEvent, AlertEventKind } from '../alerts/lifecycle';
import { type Severity, worstOf } from '../vocabulary/severity';
import { spellCount } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { toAlertLinks } from './channel-facts';
import {
  commonOf,
  type MessageOrigin,
  type MessagePlaces,
  originOf,
  originsOf,
  quotaPageOf,
  renderOrigin,
  SEVERAL,
  toCommon,
  UNKNOWN_ACCOUNT,
} from './incident';
import { MAXIMUM_TEXT_BYTES, renderMessageText, renderSubject, toSubject } from './mail-text';
import { cutToBytes, largestThatFits, messageBytes, SNS_MESSAGE_BYTES, toSendable } from './message-size';
import { toBodies } from './protocols';

/** What is handed to SNS: subject, one text per protocol, and attributes for filter policies. */
export interface AlertMessage {
  /** At most 100 printable ASCII characters. */
  readonly subject: string;
  /** Protocol → body; `default` and `email` are text, `lambda`, `sqs`, `http` and `https` JSON. */
  readonly message: Readonly<Record<string, string>>;
  /** What filter policies of subscriptions see. */
  readonly attributes: {
    readonly severity: Severity;
    readonly accountId: string;
    readonly region: string;
    readonly events: readonly AlertEventKind[];
    readonly kinds: readonly string[];
    readonly models: readonly string[];
  };
}

/** Of all a message is counted for, this is used: what is left is for an example's mark, and for what SNS may count besides. */
const MAXIMUM_BYTES = SNS_MESSAGE_BYTES - 16 * 1024;

/** SNS String.Array attributes are kept to this many model ids, so that attributes stay small. */
const MAXIMUM_MODELS = 50;

/** Of one model id, which may be an ARN. */
const MAXIMUM_MODEL_BYTES = 512;

/** Where all of a message is: `null` where it is in several accounts, or Regions. */
function toCommonOrigin(origins: readonly MessageOrigin[], origin: MessageOrigin) {
  const [first = origin, ...others] = origins;
  const isCommon = (key: 'accountId' | 'region') => others.every((one) => one[key] === first[key]);
  return {
    accountId: isCommon('accountId') ? first.accountId : null,
    region: isCommon('region') ? first.region : null,
    at: origin.at,
  };
}

interface JsonSetting {
  readonly origin: MessageOrigin;
  readonly origins: readonly MessageOrigin[];
  readonly places: MessagePlaces;
}

/** JSON of the first of the findings, as many as fit; the others are counted. */
function toJsonBody(
  events: readonly AlertEvent[],
  { origin, origins, places }: JsonSetting,
  fits: (json: string) => boolean,
): string {
  const toItem = ({ event, finding, place }: AlertEvent) => ({
    event,
    ...(place === undefined ? {} : { accountId: place.accountId, region: place.region }),
    finding,
    links: toAlertLinks(finding, originOf({ place }, origin), places),
  });
  const document = { schemaVersion: 1, ...toCommonOrigin(origins, origin) };
  const whole = JSON.stringify({ ...document, findings: events.map(toItem) });
  if (fits(whole)) return whole;
  const shortened = events.map((one) =>
    toItem({ ...one, finding: { ...one.finding, modelIds: one.finding.modelIds.slice(0, MAXIMUM_MODELS) } }),
  );
  const toText = (kept: number) =>
    JSON.stringify({ ...document, findings: shortened.slice(0, kept), omittedFindings: events.length - kept });
  return toText(largestThatFits(events.length, (kept) => fits(toText(kept))));
}

/** One message for all events of a run, worst first. @throws RangeError without events. */
export function toAlertMessage(
  events: readonly AlertEvent[],
  origin: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): AlertMessage {
  if (events.length === 0) throw new RangeError('a message needs at least one event');
  const text = renderMessageText(events, origin, places, words);
  return packMessage({ subject: renderSubject(events, origin.region, words), text, events }, origin, places);
}

/** What a message is made of. */
export interface MessageParts {
  readonly subject: string;
  readonly text: string;
  readonly events: readonly AlertEvent[];
  /** Where it is, each place once. @default - where its events are */
  readonly origins?: readonly MessageOrigin[];
}

/** A message of a subject, a text and the events it tells, in every form; without events its severity is ok. */
export function packMessage(
  { subject, text, events, origins: given }: MessageParts,
  origin: MessageOrigin,
  places: MessagePlaces,
): AlertMessage {
  const origins = given ?? originsOf(events, origin);
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const told = cutToBytes(toSendable(text), MAXIMUM_TEXT_BYTES);
  const attributes = {
    severity: worstOf(events.map(({ finding }) => finding.severity)),
    accountId: commonOf(origins.map(({ accountId }) => accountId ?? UNKNOWN_ACCOUNT)),
    region: commonOf(origins.map(({ region }) => region)),
    events: unique(events.map(({ event }) => event)),
    kinds: unique(events.map(({ finding }) => finding.kind)),
    models: unique(events.flatMap(({ finding }) => finding.modelIds))
      .slice(0, MAXIMUM_MODELS)
      .map((id) => cutToBytes(toSendable(id), MAXIMUM_MODEL_BYTES)),
  };
  const pack = (json: string): AlertMessage => ({ subject, message: toBodies(told, json), attributes });
  const fits = (json: string) => messageBytes(pack(json)) <= MAXIMUM_BYTES;
  return pack(toSendable(toJsonBody(events, { origin, origins, places }, fits)));
}

/**
 * The same news in so few plain words that nothing of it can be refused: subject, how many incidents, where to look. It
 * takes the place of a message that SNS refuses for good.
 */
export function toPlainMessage(
  { subject, attributes }: AlertMessage,
  { at, findings, places }: { readonly at: string; readonly findings: number; readonly places: MessagePlaces },
  words: Words,
): AlertMessage {
  const { message } = words;
  const { accountId, region } = attributes;
  const origin = { accountId, region, at };
  const name = toSubject(subject);
  const text = [
    name,
    '',
    message.refused(spellCount(findings, words)),
    ...(places.dashboard === null ? [] : [`${message.dashboard} ${places.dashboard}`]),
    ...(region === SEVERAL ? [] : [`${message.quotaPage} ${quotaPageOf(region, null)}`]),
    renderOrigin(origin, words),
    '',
  ].join('\n');
  const common = { accountId: toCommon(accountId), region: toCommon(region), at };
  const json = JSON.stringify({ schemaVersion: 1, ...common, findings: [], omittedFindings: findings });
  return {
    subject: name,
    message: toBodies(cutToBytes(toSendable(text), MAXIMUM_TEXT_BYTES), json),
    attributes: { ...attributes, models: [] },
  };
}
