import { advanceAlertsByRules, groupByOwner } from '../../lib/core/alerts/advance-by-rules';
import { advanceDigest } from '../../lib/core/alerts/digest';
import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import { evaluate } from '../../lib/core/findings/evaluate';
import type { Evaluation } from '../../lib/core/findings/evaluation';
import { toReport } from '../../lib/core/findings/report';
import { type DayProfile, updateProfile } from '../../lib/core/measure/day-profile';
import { lookbackOf, takeTemperatures } from '../../lib/core/measure/reading-plan';
import { toDigestMessage } from '../../lib/core/messages/digest-mail';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import { lackingFrom, NO_ECHO } from '../../lib/core/traffic/echo';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { type BlindSpot, coverageId, isOfStored } from '../../lib/core/vocabulary/blind-spot';
import { parseSeriesKey, plainKeyOf, seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import { type EpochMinute, toIso } from '../../lib/core/vocabulary/time';
import { EN } from '../../lib/language/en';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import type { SeriesState, WatchdogState } from '../memory/state';
import { boundOutbox } from '../outbox/bound';
import { toOutboxEntry, toOwnerMails } from '../outbox/compose';
import { numberParts, type OutboxEntry } from '../outbox/entry';
import { findRefused, findUnheardOwners } from '../outbox/find-stuck';
import type { Gathered, Material } from './material';

/** An evaluation with what follows from it for state and messages. */
export interface Judged {
  readonly evaluation: Evaluation;
  readonly events: readonly AlertEvent[];
  readonly state: WatchdogState;
  /** With the hours that are complete by now; `null` when the one before could not be read. */
  readonly profile: DayProfile | null;
}

/** Everything before this minute was read of every series, and CloudWatch had shown it. */
function settledUntilOf({ series, echo = NO_ECHO }: WatchdogState, now: EpochMinute): EpochMinute {
  const shown = Math.min(lackingFrom(echo, now) ?? now, now);
  return Object.values(series).reduce((until, { readUntil }) => Math.min(until, readUntil ?? 0), shown);
}

function toSeriesMemory(
  { state, now }: Gathered,
  { catalog, histories }: Material,
  evaluation: Evaluation,
): Record<string, SeriesState> {
  const temperatures = takeTemperatures(evaluation.traffic, catalog.quotas, now);
  const entries = Object.entries(state.series).map(([key, memory]) => {
    const history = histories.get(key);
    // A first read that failed is a first read still: else the next one would take the whole day for news.
    const isUnread = memory.readUntil === null && history?.complete !== true;
    const readUntil = isUnread ? null : (history?.readUntil ?? memory.readUntil);
    return [
      key,
      { ...memory, readUntil, temperature: temperatures[plainKeyOf(parseSeriesKey(key))] ?? 'cold' },
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** Failures of an earlier catalog read that are not of this run: what they hide is hidden still. */
function staleFailures(catalog: QuotaCatalog, blindSpots: readonly BlindSpot[]): BlindSpot[] {
  return catalog.failures.filter((failure) => !blindSpots.some(({ source }) => source === failure.source));
}

/** What is wrong with the catalog for as long as it serves, but for what this run met itself. */
function untoldProblems({ problems }: QuotaCatalog, blindSpots: readonly BlindSpot[]): BlindSpot[] {
  return problems.filter(
    (problem) =>
      !isOfStored({ id: coverageId(problem.source) }) || !blindSpots.some(({ source }) => source === problem.source),
  );
}

function evaluateMaterial({ now, state, blindSpots }: Gathered, material: Material, config: PollerConfig): Evaluation {
  const { catalog, histories, changed, profile, rules } = material;
  return evaluate({
    accountId: catalog.accountId,
    region: config.region,
    now,
    evaluatedUntil: state.evaluatedUntil,
    lookbackMinutes: lookbackOf(state.evaluatedUntil, now),
    lookFrom: new Map(
      changed.flatMap(({ history, lookFrom }) =>
        lookFrom === null ? [] : [[seriesKeyOf(history), lookFrom] as const],
      ),
    ),
    quotas: catalog.quotas,
    changes: catalog.changes ?? [],
    requests: catalog.requests?.requests ?? [],
    series: [...histories.values()],
    resolve: createModelIdResolver({ ...catalog, customDeployments: state.customDeployments ?? {} }),
    profiles: catalog.profiles,
    late: state.echo?.late ?? null,
    thresholds: config.thresholds,
    burndownRates: config.burndownRates,
    rules,
    profile,
    refusals: material.refusals,
    blindSpots: [
      ...blindSpots,
      ...staleFailures(catalog, blindSpots),
      ...untoldProblems(catalog, blindSpots),
      ...material.ruleProblems,
      ...material.refusalProblems,
      ...findUnheardOwners(state.outbox),
      ...findRefused(state.outbox),
    ],
  });
}

/** Evaluates what was gathered and says what is new. Pure: no AWS, no clock. */
export function judge(gathered: Gathered, material: Material, config: PollerConfig): Judged {
  const { now, state } = gathered;
  const { catalog, profile, rules } = material;
  const evaluation = evaluateMaterial(gathered, material, config);
  const delivery = { rules, thresholds: config.thresholds, quotas: catalog.quotas, now };
  const words = wordsOf(config.language);
  const report = toReport(evaluation, { programs: EN, people: words });
  const judged = { ...evaluation, ...report };
  const { entries, events } = advanceAlertsByRules(state.alerts, judged, delivery);
  const origin = { accountId: catalog.accountId, region: config.region, at: toIso(now) };
  const owners = toOwnerMails(groupByOwner(events, delivery), origin, config);
  const news: OutboxEntry[] = events.length > 0 ? [{ ...toOutboxEntry(events, origin, config), owners }] : [];
  const series = toSeriesMemory(gathered, material, evaluation);
  const settledUntil = settledUntilOf({ ...state, series }, now);
  const { record, digest } = advanceDigest(state.digest ?? null, judged, {
    ...delivery,
    requests: catalog.requests ?? null,
    settledUntil,
    calls: material.calls,
    hasAlerts: events.length > 0,
    words,
  });
  if (digest) news.push({ id: origin.at, alert: toDigestMessage(digest, origin, config.places, words) });
  return {
    evaluation,
    events,
    profile: profile && updateProfile(profile, evaluation.traffic, { now, settledUntil }),
    state: {
      ...state,
      evaluatedUntil: now,
      series,
      alerts: entries,
      outbox: numberParts(boundOutbox([...state.outbox, ...news], origin, config)),
      digest: record,
      catalogReadAt: catalog.readAt,
    },
  };
}
