import { type Case, type Heard, Judge, type Noise, noiseOf, overlapping, spellMinute } from './judge';
import type { Episode } from './reference';
import type { Told } from './told';

/** What did not come as it must, one sentence each. */
export interface Comparison {
  readonly expected: number;
  readonly told: number;
  readonly blindness: number;
  readonly reminders: number;
  readonly lost: readonly string[];
  readonly repeated: readonly string[];
  readonly wrong: readonly string[];
  readonly late: readonly string[];
  /** Minutes from the first visible bad minute to the message. */
  readonly delays: readonly number[];
  /** Of each episode the messages that mention it. */
  readonly noise: readonly Noise[];
  /** Of each incident: the use of a model's quotas and its throttles in the same hours. */
  readonly incidents: readonly Noise[];
}

/** The last minute at which something of an episode may still come, but its recovery. */
function lastMinuteOf({ end, opened, critical }: Episode): number {
  const worst = critical === null || critical === 'either' ? 0 : critical.deadline;
  return Math.max(end, opened.deadline, worst);
}

/** Episodes of all findings in the order of time, each with what was told of it. */
function toCases(planned: readonly Episode[], told: readonly Told[]): Case[] {
  const heardById = new Map<string, Heard>();
  for (const { findingId } of planned)
    heardById.set(findingId, { isOpen: false, isCritical: false, reopenings: 0, recoveredAt: null, last: null });
  const sorted = [...planned].sort((a, b) => a.start - b.start);
  const cases = sorted.map((episode, index) => {
    const next = sorted.find((other, at) => at > index && other.findingId === episode.findingId);
    const from = episode.opened.notBefore;
    const until = next?.opened.notBefore ?? Number.POSITIVE_INFINITY;
    const isOfIt = ({ findingId, judgedAt }: Told) =>
      findingId === episode.findingId && judgedAt >= from && judgedAt < until;
    const heard = heardById.get(episode.findingId);
    if (!heard) throw new Error(`no state of ${episode.findingId}`);
    return { episode, next, told: told.filter(isOfIt), heard, allowed: 0 };
  });
  const isPartner = (one: Episode, other: Episode) =>
    one.model !== null && other.model === one.model && other.findingId !== one.findingId;
  const whole: Case[] = [];
  const partnersOf = ({ episode }: { episode: Episode }) =>
    whole.filter((other) => isPartner(episode, other.episode) && other.episode.end >= episode.start);
  for (const one of cases) {
    const ids = new Set(planned.filter((other) => isPartner(one.episode, other)).map(({ findingId }) => findingId));
    const partnersHeard = [...ids].map((id) => heardById.get(id)).filter((heard) => heard !== undefined);
    whole.push({
      ...one,
      partnersHeard,
      get partners() {
        return partnersOf(one);
      },
    });
  }
  return whole;
}

/** What was told before anything had happened, or of what never happened. */
function findUnfounded(planned: readonly Episode[], told: readonly Told[]): string[] {
  return told
    .filter(
      ({ findingId, judgedAt }) =>
        !planned.some((episode) => episode.findingId === findingId && episode.opened.notBefore <= judgedAt),
    )
    .map(({ event, findingId, at }) => `${event} of ${findingId} at ${spellMinute(at)}: nothing had happened`);
}

/** Cases of one model that overlap, each in one group. */
function toIncidents(cases: readonly Case[]): Case[][] {
  const incidents: Case[][] = [];
  for (const one of cases) {
    const others = overlapping(one);
    const known = incidents.find((incident) => incident.some((other) => others.includes(other)));
    if (known) known.push(one);
    else incidents.push([one]);
  }
  return incidents;
}

/** Holds what was told against what must have been; of a soak that stopped early, the episodes that had ended by then. */
export function compare(planned: readonly Episode[], all: readonly Told[], end: number): Comparison {
  const cut = planned.filter((episode) => lastMinuteOf(episode) > end);
  const isCut = ({ findingId, at }: Told) =>
    cut.some((episode) => episode.findingId === findingId && at >= episode.start);
  const judge = new Judge(end);
  const blind = all.filter(({ kind }) => kind === 'coverage');
  const told = all.filter((one) => one.kind !== 'coverage' && !isCut(one));
  const incidents = toIncidents(toCases(planned, told).filter(({ episode }) => !cut.includes(episode)));
  for (const incident of incidents) {
    for (const one of incident) judge.opening(one);
    for (const one of incident) judge.ending(one);
  }
  const { expected, lost, repeated, late, delays, reminders } = judge;
  const wrong = [...findUnfounded(planned, told), ...judge.wrong];
  const noise = incidents.flat().map((one) => noiseOf([one]));
  return {
    expected,
    told: told.length,
    blindness: blind.length,
    reminders,
    lost,
    repeated,
    wrong,
    late,
    delays,
    noise,
    incidents: incidents.map(noiseOf),
  };
}
