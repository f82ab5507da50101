import { Logger } from '@aws-lambda-powertools/logger';
import { statementOf } from '../../aws/aws-error';
import { openPartition, type TablePartition } from '../../aws/dynamodb';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { toMinute } from '../../lib/core/vocabulary/time';
import { wordsOf } from '../../lib/language/language';
import { renderEmptyWidget, renderFailedWidget, renderQuotaWidget, type WidgetMoment } from '../../lib/page/widget';
import { readRunbook, readWidgetConfig, readWidgetLanguage, type WidgetConfig } from '../config';
import { renderDocumentation } from './documentation';
import { readWidgetEvent } from './event';
import { recallEvaluation } from './saved-evaluation';

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
  /** The local account's clock, which is simulated; Lambda has no such member. */
  readonly machineTime?: number;
}

/** The quota table of the dashboard: recall → render. What fails is told in the widget, in one line, and logged. */
export async function handler(event: unknown, { machineTime = Date.now() }: RunContext = {}): Promise<string> {
  const request = readWidgetEvent(event);
  if (request.kind === 'describe') return renderDocumentation(readRunbook(process.env));
  const language = readWidgetLanguage(process.env);
  const moment: WidgetMoment = {
    now: toMinute(machineTime),
    theme: request.theme,
    runbook: readRunbook(process.env),
    language,
  };
  try {
    const { config, table } = provideSurroundings();
    const saved = await recallEvaluation(table, config);
    if (!saved) return renderEmptyWidget(moment);
    return renderQuotaWidget(saved.shown, saved.evaluatedAt, { ...moment, waiting: saved.waiting });
  } catch (error) {
    logger.error('the widget could not be drawn', { error });
    return renderFailedWidget(spellStatement(statementOf(error), wordsOf(language)), moment);
  }
}
