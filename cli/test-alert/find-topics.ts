import { RUNBOOK } from '../../lib/contract';
import type { MessagePlaces } from '../../lib/core/messages/incident';
import { readStackOutputs, type StackPlace } from '../region/read-stack';
import { CliError, EXIT } from '../terminal/cli-error';
import { toOneLine } from '../terminal/plain-text';
import { parseTopicArn, type TopicName } from './topic-arn';

/** The topics of a deployed watchdog. */
export interface WatchdogTopicNames {
  readonly alert: TopicName;
  /** `null` when there is no topic for a chat. */
  readonly chat: TopicName | null;
  readonly places: MessagePlaces;
}

/** The topics by the outputs of a stack. @throws CliError 2 when it has none of that name, 3 when AWS does not say. */
export async function findTopics(place: StackPlace): Promise<WatchdogTopicNames> {
  const { stack, region, words } = place;
  const { noStack, byArn, noOutput, output } = words.complaints.testAlert;
  const outputs = await readStackOutputs(place, byArn);
  if (!outputs) throw new CliError(EXIT.wrongCall, noStack(toOneLine(stack), region));
  const alertTopicArn = outputs.get('AlertTopicArn');
  if (alertTopicArn === undefined) {
    throw new CliError(EXIT.wrongCall, noOutput(toOneLine(stack), region));
  }
  const chatTopicArn = outputs.get('ChatTopicArn');
  return {
    alert: parseTopicArn(alertTopicArn, { from: output('AlertTopicArn'), words }),
    chat: chatTopicArn === undefined ? null : parseTopicArn(chatTopicArn, { from: output('ChatTopicArn'), words }),
    places: { dashboard: outputs.get('DashboardUrl') ?? null, runbook: outputs.get('Runbook') ?? RUNBOOK },
  };
}
