import { RUNBOOK } from '../../lib/contract';
import type { MessagePlaces } from '../../lib/core/messages/incident';
import { type FoundWatchdog, findWatchdog, type WatchdogPlace } from '../region/find-watchdog';
import { CliError, EXIT } from '../terminal/cli-error';
import { toOneLine } from '../terminal/plain-text';
import { parseTopicArn, type TopicName } from './topic-arn';

/** The topics of a deployed watchdog. */
export interface WatchdogTopicNames {
  readonly alert: TopicName;
  /** `null` when there is no topic for a chat. */
  readonly chat: TopicName | null;
  readonly places: MessagePlaces;
  /** `null`: a topic was given, and not a watchdog. */
  readonly watchdog: FoundWatchdog | null;
}

/** The topics by the outputs of a watchdog. @throws CliError 2 when there is none or several, 3 when AWS does not say. */
export async function findTopics(place: WatchdogPlace): Promise<WatchdogTopicNames> {
  const { stack, region, words } = place;
  const { noStack, byArn, noOutput, output } = words.complaints.testAlert;
  const watchdog = await findWatchdog(place, byArn);
  if (!watchdog) throw new CliError(EXIT.wrongCall, noStack(toOneLine(stack), region));
  const { outputs } = watchdog;
  const alertTopicArn = outputs.get('AlertTopicArn');
  if (alertTopicArn === undefined) {
    throw new CliError(EXIT.wrongCall, noOutput(toOneLine(watchdog.stack), region));
  }
  const chatTopicArn = outputs.get('ChatTopicArn');
  return {
    alert: parseTopicArn(alertTopicArn, { from: output('AlertTopicArn'), words }),
    chat: chatTopicArn === undefined ? null : parseTopicArn(chatTopicArn, { from: output('ChatTopicArn'), words }),
    places: { dashboard: outputs.get('DashboardUrl') ?? null, runbook: outputs.get('Runbook') ?? RUNBOOK },
    watchdog,
  };
}
