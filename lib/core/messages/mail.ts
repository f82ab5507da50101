import type { AlertEvent, AlertEventKind } from '../alerts/lifecycle';
import { worstOf } from '../vocabulary/severity';
import type { Words } from '../words/words';
import { toAlertLinks } from './channel-facts';
import type { MessageOrigin, MessagePlaces } from './links';
import { renderMessageText, renderSubject } from './mail-text';

/** What is handed to SNS: subject, one text per protocol, and attributes for filter policies. */
export interface AlertMessage {
  /** At most 100 printable ASCII characters. */
  readonly subject: string;
  /** Protocol → body; `default` and `email` are text, `lambda`, `sqs`, `http` and `https` JSON. */
  readonly message: Readonly<Record<string, string>>;
  readonly attributes: {
    readonly severity: string;
    readonly accountId: string;
    readonly region: string;
    readonly events: readonly AlertEventKind[];
    readonly kinds: readonly string[];
    readonly models: readonly string[];
  };
}

/** The SNS limit of one message is 256 KB over all protocols together; a body of ours stays below this. */
const MAXIMUM_BODY_CHARACTERS = 60_000;

/** SNS String.Array attributes are kept to this many model ids, so that attributes stay small. */
const MAXIMUM_MODELS = 50;

function toJsonBody(events: readonly AlertEvent[], origin: MessageOrigin, places: MessagePlaces): string {
  const toItem = ({ event, finding }: AlertEvent) => ({
    event,
    finding,
    links: toAlertLinks(finding, origin, places),
  });
  const document = { schemaVersion: 1, ...origin, findings: events.map(toItem) };
  const body = JSON.stringify(document);
  if (body.length <= MAXIMUM_BODY_CHARACTERS) return body;
  const shortened = events.map((one) =>
    toItem({ ...one, finding: { ...one.finding, modelIds: one.finding.modelIds.slice(0, MAXIMUM_MODELS) } }),
  );
  for (let kept = shortened.length; kept > 0; kept = Math.floor(kept / 2)) {
    const text = JSON.stringify({
      ...document,
      findings: shortened.slice(0, kept),
      omittedFindings: events.length - kept,
    });
    if (text.length <= MAXIMUM_BODY_CHARACTERS) return text;
  }
  return JSON.stringify({ ...document, findings: [], omittedFindings: events.length });
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

/** A message of a subject, a text and the events it tells, in every form; without events its severity is ok. */
export function packMessage(
  { subject, text, events }: { subject: string; text: string; events: readonly AlertEvent[] },
  origin: MessageOrigin,
  places: MessagePlaces,
): AlertMessage {
  const json = toJsonBody(events, origin, places);
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  return {
    subject,
    message: { default: text, email: text, lambda: json, sqs: json, http: json, https: json },
    attributes: {
      severity: worstOf(events.map(({ finding }) => finding.severity)),
      accountId: origin.accountId ?? 'unknown',
      region: origin.region,
      events: unique(events.map(({ event }) => event)),
      kinds: unique(events.map(({ finding }) => finding.kind)),
      models: unique(events.flatMap(({ finding }) => finding.modelIds)).slice(0, MAXIMUM_MODELS),
    },
  };
}
