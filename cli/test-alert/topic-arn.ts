import { CliError, EXIT } from '../cli-error';
import { toOneLine } from '../plain-text';

const TOPIC_ARN = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):(\d{12}):[\w-]{1,256}(\.fifo)?$/;

/** A topic by its ARN. */
export interface TopicName {
  readonly topicArn: string;
  readonly region: string;
  readonly accountId: string;
}

/** The parts of a topic's ARN. @param from where it was given, for the complaint. @throws CliError 2 when it is none. */
export function parseTopicArn(text: string, from: string): TopicName {
  const [, region = '', accountId = '', fifo] = TOPIC_ARN.exec(text) ?? [];
  if (region === '') {
    const message = `${from} is "${toOneLine(text)}", which is no topic; give an ARN such as arn:aws:sns:us-east-1:111122223333:alerts`;
    throw new CliError(EXIT.wrongCall, message);
  }
  if (fifo !== undefined) {
    const message = `${from} is a FIFO topic; the watchdog publishes to standard topics only, give one of those`;
    throw new CliError(EXIT.wrongCall, message);
  }
  return { topicArn: text, region, accountId };
}
