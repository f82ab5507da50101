import { describeAwsError } from '../../aws/aws-error';
import type { AwsClients } from '../../aws/clients';
import { refusalOf } from '../../aws/refusal';
import { publishAlert } from '../../aws/sns';
import { type AlertMessage, toPlainMessage } from '../../lib/core/messages/mail';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { type Statement, spellStatement, toStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import type { AsideMessage, ChannelName } from './channel';
import { countFindings } from './count-findings';

/** Source of what is told of messages that were refused for good. */
const REFUSED_SOURCE = 'outbox:refused';

/** Rounds, a run each, in which a message may be refused as itself and in short before it is set aside. */
const MOST_REFUSALS = 3;

/** A message for a topic. */
export interface Telling {
  readonly id: string;
  readonly channel: ChannelName;
  readonly topicArn: string;
  readonly alert: AlertMessage;
  /** Rounds that were refused. */
  readonly refusals: number;
}

/** What became of it. */
export interface Told {
  /** Whether it waits no more: it was taken, in short perhaps, or is to be set aside. */
  readonly isOver: boolean;
  readonly refusals: number;
  /** What failed in this round. */
  readonly failures: readonly BlindSpot[];
  /** What is told of a message that was refused for good; `null`: it was taken as it is, or waits. */
  readonly refused: BlindSpot | null;
  readonly aside: readonly AsideMessage[];
  /** Whether the message is at fault, and not where it goes to. */
  readonly isOwnFault: boolean;
}

/** What is told of something that is set aside, with why it was refused. */
export function tellSetAside(id: string, channel: ChannelName, why: Statement): BlindSpot {
  return { source: REFUSED_SOURCE, ...toStatement('setAside', id, channel, why) };
}

/** As it is kept: each body once. */
function toAside({ id, channel, alert }: Omit<Telling, 'topicArn' | 'refusals'>, why: Statement): AsideMessage {
  const { email = alert.message.default ?? '', sqs = alert.message.lambda ?? '' } = alert.message;
  return { id, channel, subject: alert.subject, why: spellStatement(why, EN), text: email, json: sqs };
}

/**
 * Says a message, and in a few plain words where SNS refuses the message itself: what is refused for good is told all the
 * same, and holds up nothing. What fails otherwise waits as it is.
 */
export async function sayAlert(
  { sns }: Pick<AwsClients, 'sns'>,
  telling: Telling,
  { places, language }: Pick<PollerConfig, 'places' | 'language'>,
): Promise<Told> {
  const { id, channel, topicArn, alert, refusals } = telling;
  const plain = toPlainMessage(alert, { at: id, findings: countFindings(alert), places }, wordsOf(language));
  const failures: BlindSpot[] = [];
  const conclude = (told: Partial<Told>): Told => ({
    isOver: false,
    refusals,
    failures,
    refused: null,
    aside: [],
    isOwnFault: false,
    ...told,
  });
  const give = (trouble: 'toldInShort' | 'setAside', why: Statement): Partial<Told> => ({
    isOver: true,
    refused: { source: REFUSED_SOURCE, ...toStatement(trouble, id, channel, why) },
    aside: [toAside(telling, why)],
    isOwnFault: true,
  });
  for (const form of [alert, plain]) {
    try {
      await publishAlert(sns, topicArn, form);
      const [why] = failures;
      return conclude(why ? give('toldInShort', why) : { isOver: true });
    } catch (error) {
      failures.push(describeAwsError('sns:Publish', error));
      if (refusalOf(error) !== 'message') return conclude({});
    }
  }
  const [why] = failures;
  if (refusals + 1 < MOST_REFUSALS || !why) return conclude({ refusals: refusals + 1, isOwnFault: true });
  return conclude(give('setAside', why));
}
