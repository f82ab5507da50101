import { StatementError } from '../../aws/aws-error';
import type { TablePartition } from '../../aws/dynamodb';
import { evaluate } from '../../lib/core/findings/evaluate';
import { toReport } from '../../lib/core/findings/report';
import { toQuotaHistories } from '../../lib/core/measure/quota-history';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import { EMPTY_LEDGER, type RefusalLedger } from '../../lib/core/refusals';
import { readRulesText } from '../../lib/core/rules/read-rules';
import { type AlertRules, joinAlertRules, NO_ALERT_RULES } from '../../lib/core/rules/rules';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { HISTORY_MINUTES } from '../../lib/core/vocabulary/cadence';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { EN } from '../../lib/language/en';
import { wordsOf } from '../../lib/language/language';
import type { QuotaFragmentInput } from '../../lib/page/quotas/fragment';
import type { WidgetConfig } from '../config';
import { loadProfile } from '../memory/day-profile';
import { loadHistories } from '../memory/histories';
import { recallLedger } from '../memory/refusals';
import { loadRuleTexts } from '../memory/rule-texts';
import { loadCatalog, loadState } from '../memory/state';
import type { Found } from '../memory/stored';
import { findRefused, findUnheardOwners, findWaiting, type Waiting } from '../outbox/find-stuck';

/** How far back the widget looks for peaks and throttled calls: an incident, and not the whole day. */
const WIDGET_LOOKBACK_MINUTES = 180;

/** An evaluation made anew from what the poller saved. */
export interface SavedEvaluation {
  /** The clock of the poller's newest evaluation, and of this one. */
  readonly evaluatedAt: EpochMinute;
  readonly shown: QuotaFragmentInput;
  /** Messages that a channel has not taken; `null`: nothing waits. */
  readonly waiting: Waiting | null;
}

/** An item that cannot be read is no item that is not there: nothing is shown in its place but why. */
function requireReadable(
  { tableName }: TablePartition,
  key: string,
  { value, why }: Pick<Found<unknown>, 'value' | 'why'>,
) {
  if (value === null && why !== null) throw new StatementError(toStatement('storedUnread', key, tableName));
}

/** The rules that were last in force; the poller saved only texts that can be read. */
async function recallRules(table: TablePartition, { thresholds }: WidgetConfig): Promise<Read<AlertRules>> {
  const { value, blindSpots } = await loadRuleTexts(table);
  // Whatever the poller took for known of accounts: only what it read is here.
  const rules = Object.values(value?.texts ?? {}).map((text) => readRulesText(text, thresholds, true).rules);
  return { value: rules.map((one) => one ?? NO_ALERT_RULES).reduce(joinAlertRules, NO_ALERT_RULES), blindSpots };
}

/** The refused calls that the poller counted last; none where it reads none, whatever is stored of a time when it did. */
async function recallRefusals(
  table: TablePartition,
  { refusalEvidence, principals }: WidgetConfig,
  now: EpochMinute,
): Promise<Read<RefusalLedger>> {
  return refusalEvidence ? recallLedger(table, principals, now) : { value: EMPTY_LEDGER, blindSpots: [] };
}

/** What the poller could not read or use when it read the catalog. */
function blindSpotsOf({ failures, problems }: QuotaCatalog): BlindSpot[] {
  return [...failures, ...problems];
}

/**
 * Evaluates the last three hours from the table alone, at the poller's own clock: nothing is asked of any other service,
 * so it costs a few read units. `null` before the poller's first evaluation.
 * @throws Error when the table, or what the poller keeps in it, cannot be read.
 */
export async function recallEvaluation(whole: TablePartition, config: WidgetConfig): Promise<SavedEvaluation | null> {
  const state = await loadState(whole);
  const { table } = state;
  const catalog = await loadCatalog(table);
  requireReadable(table, 'state', state);
  requireReadable(table, 'catalog', catalog);
  const now = state.value?.evaluatedUntil ?? null;
  if (!state.value || !catalog.value || now === null) return null;
  const { accountId, quotas, models, profiles, changes, requests } = catalog.value;
  const [{ histories, blindSpots }, profile, rules, said] = await Promise.all([
    loadHistories(table, state.value, now - HISTORY_MINUTES),
    loadProfile(table, now),
    recallRules(table, config),
    recallRefusals(table, config, now),
  ]);
  const evaluation = evaluate({
    accountId,
    region: config.region,
    now,
    lookbackMinutes: WIDGET_LOOKBACK_MINUTES,
    quotas,
    changes: changes ?? [],
    requests: requests?.requests ?? [],
    series: [...histories.values()],
    resolve: createModelIdResolver({
      models,
      profiles,
      customDeployments: state.value.customDeployments ?? {},
    }),
    profiles,
    late: state.value.echo?.late ?? null,
    thresholds: config.thresholds,
    burndownRates: config.burndownRates,
    rules: rules.value,
    profile: profile.value,
    refusals: said.value.groups,
    blindSpots: [
      ...blindSpotsOf(catalog.value),
      ...blindSpots,
      ...profile.blindSpots,
      ...rules.blindSpots,
      ...said.blindSpots,
      ...findUnheardOwners(state.value.outbox),
      ...findRefused(state.value.outbox),
    ],
  });
  const { language } = config;
  const report = toReport(evaluation, { programs: EN, people: wordsOf(language) });
  const history = toQuotaHistories(quotas, evaluation.traffic, now, WIDGET_LOOKBACK_MINUTES);
  const waiting = findWaiting(state.value.outbox);
  return { evaluatedAt: now, waiting, shown: { ...report, quotas, history, language } };
}
