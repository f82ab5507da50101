import type { Told } from './player';
import type { Episode, Window } from './reference';

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
  readonly noise: readonly EpisodeNoise[];
}

/** How often an episode was spoken of. */
export interface EpisodeNoise {
  readonly messages: number;
  /** How many of them are no reminders. */
  readonly news: number;
  /** News it may make: opened, critical and recovered, as far as they are due. */
  readonly allowed: number;
}

const REMINDER_CRITICAL = 240;
const REMINDER = 1440;

/** `day 3 07:12 (minute 3312)` */
export function spellMinute(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `day ${Math.floor(minute / 1440)} ${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)} (minute ${minute})`;
}

/** A first recovery needs 15 clear minutes, and each coming back within six hours of the last one twice as many. */
function clearMinutesOf(reopenings: number): number {
  let minutes = 15;
  for (let time = 0; time < reopenings; time++) minutes = Math.min(240, minutes * 2);
  return minutes;
}

const FLAPPING = 360;

/** What a reader has been told of a finding so far. */
interface Heard {
  isOpen: boolean;
  isCritical: boolean;
  reopenings: number;
  recoveredAt: number | null;
  last: Told | null;
}

class Judge {
  readonly lost: string[] = [];
  readonly repeated: string[] = [];
  readonly wrong: string[] = [];
  readonly late: string[] = [];
  readonly delays: number[] = [];
  readonly noise: EpisodeNoise[] = [];
  reminders = 0;
  expected = 0;

  /** @param end last minute that was played: what is due later need not have come. */
  constructor(private readonly end: number) {}

  /** One thing that must have been said once. */
  private expectOne(what: string, found: readonly Told[], window: Window, isDelay = false): void {
    this.expected++;
    const [first] = found;
    if (!first) {
      this.lost.push(`${what}: due from ${spellMinute(window.notBefore)} to ${spellMinute(window.deadline)}`);
      return;
    }
    this.atMostOne(what, found);
    if (first.at < window.notBefore)
      this.wrong.push(`${what}: told at ${spellMinute(first.at)}, before ${spellMinute(window.notBefore)}`);
    if (first.at > window.deadline)
      this.late.push(`${what}: told at ${spellMinute(first.at)}, after ${spellMinute(window.deadline)}`);
    if (isDelay) this.delays.push(first.at - window.notBefore);
  }

  private atMostOne(what: string, [first, ...more]: readonly Told[]): void {
    for (const { at } of more)
      this.repeated.push(`${what}: told at ${spellMinute(first?.at ?? 0)} and at ${spellMinute(at)}`);
  }

  /** Nothing of this may have been said. */
  private expectNone(what: string, found: readonly Told[], list: string[], why: string): void {
    for (const { at } of found) list.push(`${what}: told at ${spellMinute(at)}, ${why}`);
  }

  /**
   * One episode, and what was told from it to the `next` one. Whether the recovery of an episode came before the next
   * began may be in doubt, so it is taken as told, if it could be so; what must be told then hangs on it.
   */
  episode(episode: Episode, told: readonly Told[], heard: Heard, next: Episode | undefined): void {
    const { findingId, critical } = episode;
    const name = (event: string) =>
      `${event} of ${findingId}, episode of ${spellMinute(episode.start)} to ${spellMinute(episode.end)}`;
    const of = (event: string) => told.filter((one) => one.event === event);
    const opened = of('opened');
    let allowed = heard.isOpen ? 0 : 1;
    if (heard.isOpen) this.expectNone(name('opened'), opened, this.repeated, 'and it was open');
    else {
      this.expectOne(name('opened'), opened, episode.opened, true);
      const at = opened[0]?.judgedAt ?? episode.opened.notBefore;
      const isBack = heard.recoveredAt !== null && at - heard.recoveredAt <= FLAPPING;
      Object.assign(heard, { isOpen: true, isCritical: false, reopenings: isBack ? heard.reopenings + 1 : 0 });
    }
    const worst = told.filter(({ event, severity }) => event !== 'reminder' && severity === 'critical');
    if (heard.isCritical) this.expectNone(name('critical'), worst, this.repeated, 'and it was told as critical');
    else if (critical === 'either') this.atMostOne(name('critical'), worst);
    else if (critical) this.expectOne(name('critical'), worst, critical);
    else this.expectNone(name('critical'), worst, this.wrong, 'never reached');
    if (critical !== null && !heard.isCritical && opened[0]?.severity !== 'critical') allowed++;
    if (worst.length > 0) heard.isCritical = true;
    const recovered = of('recovered');
    const window = episode.recovered(clearMinutesOf(heard.reopenings));
    const mayBeUntold = window.deadline > this.end || (next !== undefined && next.start <= window.deadline);
    if (recovered.length > 0 || !mayBeUntold) {
      allowed++;
      this.expectOne(name('recovered'), recovered, window);
      Object.assign(heard, { isOpen: false, recoveredAt: recovered[0]?.judgedAt ?? window.deadline });
    }
    this.order(name, told, heard);
    const countMessages = (some: readonly Told[]) => new Set(some.map(({ at, judgedAt }) => `${judgedAt} ${at}`)).size;
    const news = told.filter(({ event }) => event !== 'reminder');
    this.noise.push({ messages: countMessages(told), news: countMessages(news), allowed });
  }

  /** Opened first, reminders in their time, nothing after the recovery. */
  private order(name: (event: string) => string, told: readonly Told[], heard: Heard): void {
    for (const one of told) {
      if (one.event === 'escalated' && one.severity !== 'critical')
        this.wrong.push(`${name('escalated')}: to ${one.severity} at ${spellMinute(one.at)}`);
      if (one.event === 'reminder') {
        this.reminders++;
        const pause = one.severity === 'critical' ? REMINDER_CRITICAL : REMINDER;
        const { last } = heard;
        // The pause runs from the judgement: a message that waited for SNS came later than it was due.
        if (!last || one.at - last.judgedAt < pause - 1)
          this.repeated.push(
            `${name('reminder')}: at ${spellMinute(one.at)}, last word of ${last ? spellMinute(last.judgedAt) : 'none'}`,
          );
      }
      if (one.event === 'recovered' && one !== told.at(-1))
        this.wrong.push(`${name('recovered')}: at ${spellMinute(one.at)}, and more came after`);
      heard.last = one;
    }
  }
}

/** The last minute at which something of an episode may still come, but its recovery. */
function lastMinuteOf({ end, opened, critical }: Episode): number {
  const worst = critical === null || critical === 'either' ? 0 : critical.deadline;
  return Math.max(end, opened.deadline, worst);
}

/** Holds what was told against what must have been; of a soak that stopped early, the episodes that had ended by then. */
export function compare(planned: readonly Episode[], all: readonly Told[], end: number): Comparison {
  const cut = planned.filter((episode) => lastMinuteOf(episode) > end);
  const isCut = ({ findingId, at }: Told) =>
    cut.some((episode) => episode.findingId === findingId && at >= episode.start);
  const judge = new Judge(end);
  const blind = all.filter(({ kind }) => kind === 'coverage');
  const told = all.filter((one) => one.kind !== 'coverage' && !isCut(one));
  const byId = new Map<string, Episode[]>();
  for (const episode of planned) byId.set(episode.findingId, [...(byId.get(episode.findingId) ?? []), episode]);
  for (const id of new Set([...byId.keys(), ...told.map(({ findingId }) => findingId)])) {
    const mine = told.filter(({ findingId }) => findingId === id);
    const sorted = (byId.get(id) ?? []).sort((a, b) => a.start - b.start);
    // What is judged before an episode shows is about the one before it.
    const first = sorted[0]?.opened.notBefore ?? Number.POSITIVE_INFINITY;
    for (const { at, event } of mine.filter(({ judgedAt }) => judgedAt < first))
      judge.wrong.push(`${event} of ${id} at ${spellMinute(at)}: nothing had happened`);
    const heard: Heard = { isOpen: false, isCritical: false, reopenings: 0, recoveredAt: null, last: null };
    sorted.forEach((episode, index) => {
      if (cut.includes(episode)) return;
      const next = sorted[index + 1];
      const from = episode.opened.notBefore;
      const until = next?.opened.notBefore ?? Number.POSITIVE_INFINITY;
      judge.episode(
        episode,
        mine.filter(({ judgedAt }) => judgedAt >= from && judgedAt < until),
        heard,
        next,
      );
    });
  }
  const { expected, lost, repeated, wrong, late, delays, reminders, noise } = judge;
  const sentences = { lost, repeated, wrong, late };
  return { expected, told: told.length, blindness: blind.length, reminders, ...sentences, delays, noise };
}
