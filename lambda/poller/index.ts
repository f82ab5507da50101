import { Logger } from '@aws-lambda-powertools/logger';
import { METRIC_DIMENSION, METRIC_NAMESPACE } from '../../lib/contract';
import type { CallCounter } from '../aws/call-counter';
import { createClients } from '../aws/clients';
import { putOwnMetrics } from '../aws/cloudwatch';
import { readConfig } from '../config';
import { deliver } from '../deliver';
import { toOwnMetrics } from '../own-metrics';
import { gather, judge, remember } from '../poll';
import { readTick } from '../tick';

const config = readConfig(process.env);
const counter: CallCounter = new Map();
const clients = createClients(config.region, counter);
const table = { client: clients.dynamoDb, tableName: config.tableName, partition: config.region };
const logger = new Logger();

/**
 * One tick of the watchdog: gather → judge → remember → deliver. What is known is always published first; then a run in
 * which something failed fails, so that the Failed alarm sees it.
 */
export async function handler(event: unknown): Promise<{ calls: Record<string, number> }> {
  counter.clear();
  const { now, complaint } = readTick(event, Date.now());
  if (complaint) logger.warn(complaint);
  const gathered = await gather({ config, clients, table, counter }, now);
  const judged = gathered.isEvaluationDue ? judge(gathered, config) : null;
  const state = judged?.state ?? gathered.state;
  const errors = [...gathered.errors];
  if (judged && !(await remember(table, gathered, judged.state))) {
    logger.info('another run of this watchdog was faster; it speaks instead', { now });
    return { calls: Object.fromEntries(counter) };
  }
  const delivery = await deliver(
    clients.sns,
    config.topicArn,
    table,
    state,
    judged ? gathered.version + 1 : gathered.version,
  );
  errors.push(...delivery.errors);
  for (const { alert } of delivery.published)
    logger.info('alert published', { subject: alert.subject, attributes: alert.attributes });
  if (judged) {
    for (const { event: happened, finding } of judged.events) {
      logger.info('finding', {
        event: happened,
        id: finding.id,
        severity: finding.severity,
        utilizationPercent: finding.utilizationPercent,
      });
    }
    const target = {
      namespace: METRIC_NAMESPACE,
      dimension: { name: METRIC_DIMENSION, value: config.watchdogName },
      at: now,
    };
    errors.push(
      ...(await putOwnMetrics(clients.cloudWatch, toOwnMetrics(judged.evaluation, gathered.catalog.quotas), target)),
    );
  }
  for (const { source, message } of errors) logger.error(message, { source });
  if (errors.length > 0) throw new Error(`the run saw only a part: ${errors.map(({ message }) => message).join('; ')}`);
  return { calls: Object.fromEntries(counter) };
}
