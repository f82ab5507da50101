import { readSubscriptions } from '../../aws/subscriptions';
import { RUNBOOK, SCHEMA_VERSION } from '../../lib/contract';
import { type Check, checkOutbox, type OutboxHealth } from '../../lib/core/answers/checklist';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import { toIso, toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { complainOf } from '../region/complaints';
import { type Connection, closeClients, connect } from '../region/connection';
import { readAccountId } from '../region/read-account-id';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { createProgress } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { type ExampleSeverity, toExampleAlert } from './example-alert';
import { findTopics, type WatchdogTopicNames } from './find-topics';
import { readStuck } from './read-stuck';
import { renderTestAlert, type TestAlertDocument, type TestedTopic } from './render';
import { type Sending, sendExample } from './send-example';
import { parseTopicArn } from './topic-arn';

/** Options of `test-alert`. */
export type TestAlertOptions = GlobalOptions & {
  readonly stack: string;
  /** Instead of the stack's topics. */
  readonly topicArn?: string;
  readonly severity: ExampleSeverity;
  readonly dryRun?: boolean;
};

/** The Region of a topic is part of its name, so that no variable can lead elsewhere. @throws CliError 2 */
function regionsOf({ region: given, topicArn, language }: TestAlertOptions): readonly string[] {
  const words = commandWordsOf(language);
  const { oneRegion, otherRegion } = words.complaints.testAlert;
  if (given.length > 1) throw new CliError(EXIT.wrongCall, oneRegion);
  if (topicArn === undefined) return given;
  const { region } = parseTopicArn(topicArn, { from: '--topic-arn', words });
  const [other = region] = given;
  if (other === region) return [region];
  throw new CliError(EXIT.wrongCall, otherRegion(region, other));
}

async function chooseTopics(
  { stack, topicArn, language }: TestAlertOptions,
  region: string,
): Promise<WatchdogTopicNames> {
  const words = commandWordsOf(language);
  if (topicArn === undefined) return findTopics({ stack, region, words });
  return {
    alert: parseTopicArn(topicArn, { from: '--topic-arn', words }),
    chat: null,
    places: { dashboard: null, runbook: RUNBOOK },
    watchdog: null,
  };
}

/** What was done, and what kept the rest from being done. */
interface Outcome {
  readonly document: TestAlertDocument;
  /** What the watchdog's outbox looks like; `null`: nobody asked. */
  readonly stuck: Check | null;
  /** `null` when every topic took the example. */
  readonly failure: CliError | null;
}

/** An outbox as the document has it; one that could not be read in full is not known. */
function toStuck(outbox: Read<OutboxHealth> | null): TestAlertDocument['outbox'] {
  if (outbox === null || outbox.blindSpots.length > 0) return null;
  const { since, lastAside, ...counts } = outbox.value;
  const toTime = (minute: number | null) => (minute === null ? null : toIso(minute));
  return { ...counts, since: toTime(since), lastAside: lastAside && { ...lastAside, at: toTime(lastAside.at) } };
}

/** @throws CliError when no topic took it. */
async function sendTo(connection: Connection, options: TestAlertOptions, io: CliIo): Promise<Outcome> {
  const { region, clients } = connection;
  const words = commandWordsOf(options.language);
  const done = createProgress(io, words).start('watchdog', region);
  const { alert, chat, places, watchdog } = await chooseTopics(options, region).finally(() => done(null));
  const accountId = await readAccountId(region);
  const isDryRun = options.dryRun === true;
  const at = toIso(toMinute(io.now()));
  const example = toExampleAlert({
    severity: options.severity,
    origin: { accountId: alert.accountId, region: alert.region, at },
    senderAccountId: accountId,
    senderRegion: region,
    places,
    words,
  });
  const message = chat === null ? { ...example, chat: [] } : example;
  const sendings: Sending[] = [
    { channel: 'alert', topic: alert, words },
    ...(chat === null ? [] : [{ channel: 'chat', topic: chat, words } as const]),
  ];
  const topics: TestedTopic[] = [];
  const outbox = watchdog ? await readStuck(watchdog, region) : null;
  const toOutcome = (failure: CliError | null): Outcome => ({
    document: {
      schemaVersion: SCHEMA_VERSION,
      accountId,
      region,
      at,
      isDryRun,
      topics,
      outbox: toStuck(outbox),
      message,
    },
    stuck: outbox && checkOutbox(outbox, toMinute(at)),
    failure,
  });
  for (const sending of sendings) {
    const { topicArn } = sending.topic;
    let messageIds: readonly string[] = [];
    try {
      if (!isDryRun) messageIds = await sendExample(clients.sns, sending, message);
    } catch (error) {
      // The mail is out already: that is told before why the chat got nothing.
      if (error instanceof CliError && topics.length > 0) return toOutcome(error);
      throw error;
    }
    const { value, blindSpots } = await readSubscriptions(clients.sns, topicArn);
    complainOf({ connection, fatal: [], blindSpots, problems: [], words }, io, options.verbose === true);
    topics.push({
      channel: sending.channel,
      topicArn,
      messageIds,
      subscriptions: blindSpots.length > 0 ? null : value,
    });
  }
  return toOutcome(null);
}

/** `test-alert`: sends a marked example through the topics of a deployed watchdog. @throws CliError */
export async function runTestAlert(options: TestAlertOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const [connection] = await connect({ ...options, region: regionsOf(options) }, io);
  if (!connection) throw new CliError(EXIT.wrongCall, words.complaints.testAlert.noRegion);
  try {
    const { document, stuck, failure } = await sendTo(connection, options, io);
    const style = chooseStyle(options, io);
    const showing = { documents: [document], isMany: false, isJson: options.json === true };
    writeDocuments(showing, (one) => renderTestAlert(one, { style, words, stuck }), io);
    if (failure) throw failure;
    return EXIT.fine;
  } finally {
    closeClients(connection.clients);
  }
}
