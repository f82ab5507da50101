import { Logger } from '@aws-lambda-powertools/logger';
import { statementOf } from '../../aws/aws-error';
import { openPartition, type TablePartition } from '../../aws/dynamodb';
import type { TargetPlace } from '../../lib/core/targets';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { toMinute } from '../../lib/core/vocabulary/time';
import { wordsOf } from '../../lib/language/language';
import { type FleetWidgetMoment, renderTargetsWidget, renderTargetWidget } from '../../lib/page/fleet/fleet-widget';
import { renderEmptyWidget, renderFailedWidget, renderQuotaWidget } from '../../lib/page/widget';
import { readRunbook, readWidgetConfig, readWidgetLanguage, type WidgetConfig } from '../config';
import { renderDocumentation } from './documentation';
import { readWidgetEvent } from './event';
import { recallEvaluation } from './saved-evaluation';
import { openTarget, recallFleet } from './saved-fleet';

interface Surroundings {
  readonly config: WidgetConfig;
  readonly table: TablePartition;
}

const logger = new Logger();
let known: Surroundings | null = null;

/** Read at the first call, not when the file is loaded: whoever opens the dashboard then gets a sentence, not a trace. */
function provideSurroundings(): Surroundings {
  if (known) return known;
  const config = readWidgetConfig(process.env);
  known = { config, table: openPartition(config.tableName, config.region) };
  return known;
}

/** What Lambda tells a run, as far as the widget asks. */
interface RunContext {
  readonly invokedFunctionArn?: string;
  /** The local account's clock, which is simulated; Lambda has no such member. */
  readonly machineTime?: number;
}

/** The quotas of the own account and Region. */
async function drawQuotas({ config, table }: Surroundings, moment: FleetWidgetMoment): Promise<string> {
  const saved = await recallEvaluation(table, config);
  if (!saved) return renderEmptyWidget(moment);
  return renderQuotaWidget(saved.shown, saved.evaluatedAt, { ...moment, waiting: saved.waiting });
}

/** All accounts and Regions of a fleet. */
async function drawFleet({ config, table }: Surroundings, moment: FleetWidgetMoment): Promise<string> {
  const saved = await recallFleet(table, config);
  if (!saved) return renderEmptyWidget(moment);
  return renderTargetsWidget(saved.targets, saved.evaluatedAt, { ...moment, waiting: saved.waiting });
}

/** One account and Region of a fleet. */
async function drawTarget(
  { config, table }: Surroundings,
  { target, home }: { readonly target: TargetPlace; readonly home: TargetPlace },
  moment: FleetWidgetMoment,
): Promise<string> {
  const opened = await openTarget(table, target, home);
  const saved = await recallEvaluation(opened.table, { ...config, region: target.region });
  return renderTargetWidget(opened.place, saved, moment);
}

/** What the dashboard shows: recall → render. What fails is told in the widget, in one line, and logged. */
export async function handler(
  event: unknown,
  { machineTime = Date.now(), invokedFunctionArn = '' }: RunContext = {},
): Promise<string> {
  const request = readWidgetEvent(event);
  if (request.kind === 'describe') return renderDocumentation(readRunbook(process.env));
  const language = readWidgetLanguage(process.env);
  const moment: FleetWidgetMoment = {
    now: toMinute(machineTime),
    theme: request.theme,
    runbook: readRunbook(process.env),
    language,
    functionArn: invokedFunctionArn || null,
  };
  try {
    const surroundings = provideSurroundings();
    const { home } = surroundings.config;
    if (home === null) return await drawQuotas(surroundings, moment);
    if (request.target === null) return await drawFleet(surroundings, moment);
    return await drawTarget(surroundings, { target: request.target, home }, moment);
  } catch (error) {
    logger.error('the widget could not be drawn', { error });
    return renderFailedWidget(spellStatement(statementOf(error), wordsOf(language)), moment);
  }
}
