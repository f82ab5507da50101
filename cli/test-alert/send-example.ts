import type { SNSClient } from '@aws-sdk/client-sns';
import { describeAwsError } from '../../aws/aws-error';
import { publishAlert, publishChat } from '../../aws/sns';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import type { CommandWords } from '../../lib/language/command-words';
import { adviseOn } from '../region/advice';
import { CliError, EXIT } from '../terminal/cli-error';
import type { ExampleAlert } from './example-alert';
import type { TopicName } from './topic-arn';

/** What is published where. */
export interface Sending {
  readonly channel: 'alert' | 'chat';
  readonly topic: TopicName;
  /** Of what is said when it fails. */
  readonly words: CommandWords;
}

async function publish(client: SNSClient, { channel, topic }: Sending, example: ExampleAlert): Promise<string[]> {
  if (channel === 'alert') return [await publishAlert(client, topic.topicArn, example.alert)];
  const ids: string[] = [];
  for (const notification of example.chat) ids.push(await publishChat(client, topic.topicArn, notification));
  return ids;
}

/**
 * Publishes the example to a topic. @returns the MessageIds.
 * @throws CliError 2 when there is no such topic, 3 when AWS does not take it.
 */
export async function sendExample(client: SNSClient, sending: Sending, example: ExampleAlert): Promise<string[]> {
  const { topicArn, region } = sending.topic;
  const { words } = sending;
  const { noTopic, ofTopic } = words.complaints.testAlert;
  try {
    return await publish(client, sending, example);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NotFoundException') {
      throw new CliError(EXIT.wrongCall, noTopic(topicArn), { cause });
    }
    const advice = adviseOn(cause, words);
    const failure = ofTopic(spellStatement(describeAwsError('sns:Publish', cause), words), topicArn);
    throw new CliError(EXIT.unreadable, `${region}: ${failure}${advice === null ? '' : `; ${advice}`}`, { cause });
  }
}
