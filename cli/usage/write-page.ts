import { describeUsage, hourlyPeaks, limitsOf } from '../../lib/core/answers/usage';
import { toQuotaHistories } from '../../lib/core/measure/quota-history';
import type { ModelTraffic } from '../../lib/core/traffic/model-traffic';
import type { Dimension } from '../../lib/core/vocabulary/quota';
import { MINUTES_PER_DAY } from '../../lib/core/vocabulary/time';
import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import { renderQuotaPage } from '../../lib/page/page';
import { renderUsageSection } from '../../lib/page/usage';
import { evaluateRegions } from '../region/evaluate-region';
import type { RegionHistory } from '../region/read-history';
import type { CliIo } from '../terminal/process-io';
import { writeTextFile } from '../terminal/write-file';
import type { UsageOptions } from './options';

function toSection(one: ModelTraffic, { quotas, traffic, period }: RegionHistory, words: CommandWords) {
  const limits = limitsOf(quotas.catalog.quotas, [one], traffic);
  const limitOf = (dimension: Dimension) => limits.find(({ quota }) => quota.dimension === dimension)?.limit ?? null;
  return renderUsageSection(
    {
      model: one.baseModelId,
      scope: one.endpoint === 'mantle' ? 'bedrock-mantle' : words.scopes[one.scope],
      usage: describeUsage([one], period, limits),
      hours: hourlyPeaks([one], period),
      from: period.from,
      until: period.until,
      tokensPerMinute: limitOf('tokensPerMinute'),
      tokensPerDay: limitOf('tokensPerDay'),
    },
    { words, usage: words.usage },
  );
}

/** The most quota tokens first. */
function sortBySize(traffic: readonly ModelTraffic[]): ModelTraffic[] {
  const sizeOf = ({ minutes }: ModelTraffic) => minutes.reduce((sum, { quotaTokens }) => sum + quotaTokens, 0);
  return [...traffic].sort((a, b) => sizeOf(b) - sizeOf(a));
}

/** Writes the page of `check` of the last day, with the usage that was read above it. @throws CliError when it cannot be written. */
export async function writeUsagePage(
  history: RegionHistory,
  what: string,
  options: UsageOptions,
  io: CliIo,
): Promise<void> {
  const { html: path = '', language } = options;
  const words = commandWordsOf(language);
  const region = [history.connection.region];
  // The minutes of check are read by themselves: those of usage may be of one model, and of more than a minute.
  const [checked] = await evaluateRegions({ ...options, region, lookback: MINUTES_PER_DAY }, io);
  if (!checked) return;
  const { evaluation, report, quotas } = checked;
  const page = renderQuotaPage({
    ...report,
    title: words.usage.page.title(what),
    sections: sortBySize(history.traffic).map((one) => toSection(one, history, words)),
    quotas: quotas.catalog.quotas,
    history: toQuotaHistories(quotas.catalog.quotas, evaluation.traffic, evaluation.now),
    language,
  });
  writeTextFile(path, page, words, io);
}
