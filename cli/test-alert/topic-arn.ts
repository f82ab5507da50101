import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import { toOneLine } from '../terminal/plain-text';

const TOPIC_ARN = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):(\d{12}):[\w-]{1,256}(\.fifo)?$/;

/** A topic by its ARN. */
export interface TopicName {
  readonly topicArn: string;
  readonly region: string;
  readonly accountId: string;
}

/** How an ARN is complained of. */
export interface ArnOrigin {
  /** Where it was given. */
  readonly from: string;
  readonly words: CommandWords;
}

/** The parts of a topic's ARN. @throws CliError 2 when it is none. */
export function parseTopicArn(text: string, { from, words }: ArnOrigin): TopicName {
  const complaints = words.complaints.testAlert;
  const [, region = '', accountId = '', fifo] = TOPIC_ARN.exec(text) ?? [];
  if (region === '') {
    throw new CliError(EXIT.wrongCall, complaints.badArn(from, toOneLine(text)));
  }
  if (fifo !== undefined) throw new CliError(EXIT.wrongCall, complaints.fifo(from));
  return { topicArn: text, region, accountId };
}
