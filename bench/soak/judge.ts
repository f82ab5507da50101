import type { Episode, Window } from './reference';
import type { Told } from './told';

/** How often something was spoken of. */
export interface Noise {
  readonly messages: number;
  /** How many of them are no reminders. */
  readonly news: number;
  /** News it may make: opened, critical and recovered, as far as they are due. */
  readonly allowed: number;
}

const REMINDER_CRITICAL = 240;
const REMINDER = 1440;
const FLAPPING = 360;

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

/** What a reader has been told of a finding so far. */
export interface Heard {
  isOpen: boolean;
  isCritical: boolean;
  reopenings: number;
  recoveredAt: number | null;
  last: Told | null;
}

/** An episode with what was told from it to the next one of its finding. */
export interface Case {
  readonly episode: Episode;
  readonly next: Episode | undefined;
  readonly told: readonly Told[];
  /** Of its finding, as it was told until here. */
  readonly heard: Heard;
  /** Episodes of other findings of its model, from its start on or during it, by start. */
  readonly partners: readonly Case[];
  /** Other findings of its model. */
  readonly partnersHeard: readonly Heard[];
  /** News that may be made. */
  allowed: number;
}

/** The other episodes of the same hours. */
export function overlapping({ episode, partners }: Case): readonly Case[] {
  return partners.filter((other) => other.episode.start <= episode.end && other.episode.end >= episode.start);
}

function countMessages(told: readonly Told[]): number {
  return new Set(told.map(({ at, judgedAt }) => `${judgedAt} ${at}`)).size;
}

/** The noise of some episodes together. */
export function noiseOf(cases: readonly Case[]): Noise {
  const told = cases.flatMap((one) => one.told);
  return {
    messages: countMessages(told),
    news: countMessages(told.filter(({ event }) => event !== 'reminder')),
    allowed: cases.reduce((sum, { allowed }) => sum + allowed, 0),
  };
}

/** Holds what was told of episodes against what must have been. */
export class Judge {
  readonly lost: string[] = [];
  readonly repeated: string[] = [];
  readonly wrong: string[] = [];
  readonly late: string[] = [];
  readonly delays: number[] = [];
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
   * When an opening is due. Less than critical is no news to who was told of the model's trouble as critical; whether
   * use and throttles are one trouble is the cause's matter, which is not judged here. `null`: it need not come.
   */
  private openingDueOf(one: Case): Window | null {
    const { opened, critical } = one.episode;
    const isKnown =
      overlapping(one).some(({ episode }) => episode.mayBeCritical) ||
      one.partnersHeard.some(({ isCritical, isOpen, recoveredAt }) => {
        const isOpenStill = isOpen || (recoveredAt !== null && recoveredAt >= opened.notBefore);
        return isCritical && isOpenStill;
      });
    if (!isKnown) return opened;
    if (critical === null || critical === 'either') return null;
    return { notBefore: opened.notBefore, deadline: Math.max(opened.deadline, critical.deadline) };
  }

  /** The beginning of an episode, and its worst. */
  opening(one: Case): void {
    const { episode, told, heard } = one;
    const name = (event: string) => nameOf(episode, event);
    const opened = told.filter(({ event }) => event === 'opened');
    if (heard.isOpen) this.expectNone(name('opened'), opened, this.repeated, 'and it was open');
    else {
      const due = this.openingDueOf(one);
      if (due === null && opened.length === 0) return;
      one.allowed++;
      const window = due ?? { ...episode.opened, deadline: Number.POSITIVE_INFINITY };
      // What may come late says nothing about the delay of what may not.
      this.expectOne(name('opened'), opened, window, due !== null);
      const at = opened[0]?.judgedAt ?? window.notBefore;
      const isBack = heard.recoveredAt !== null && at - heard.recoveredAt <= FLAPPING;
      Object.assign(heard, { isOpen: true, isCritical: false, reopenings: isBack ? heard.reopenings + 1 : 0 });
    }
    const { critical } = episode;
    const worst = told.filter(({ event, severity }) => event !== 'reminder' && severity === 'critical');
    if (heard.isCritical) this.expectNone(name('critical'), worst, this.repeated, 'and it was told as critical');
    else if (critical === 'either') this.atMostOne(name('critical'), worst);
    else if (critical) this.expectOne(name('critical'), worst, critical);
    else this.expectNone(name('critical'), worst, this.wrong, 'never reached');
    if (critical !== null && !heard.isCritical && opened[0]?.severity !== 'critical') one.allowed++;
    if (worst.length > 0) heard.isCritical = true;
  }

  /** When an end is due: not while use or throttles of the model go on that may be the same trouble. */
  private endDueOf({ episode, heard, partners }: Case): Window {
    const own = clearMinutesOf(heard.reopenings);
    const window = episode.recovered(own);
    let { deadline } = window;
    for (const other of partners) {
      if (other.episode.start > deadline) break;
      const minutes = Math.max(own, clearMinutesOf(other.heard.reopenings + 1));
      deadline = Math.max(deadline, other.episode.recovered(minutes).deadline);
    }
    return { notBefore: window.notBefore, deadline };
  }

  /**
   * The end of an episode. Whether it came before the next one began may be in doubt, so it is taken as told, if it could
   * be so; what must be told then hangs on it.
   */
  ending(one: Case): void {
    const { episode, told, heard, next } = one;
    if (heard.isOpen) {
      const recovered = told.filter(({ event }) => event === 'recovered');
      const window = this.endDueOf(one);
      const mayBeUntold = window.deadline > this.end || (next !== undefined && next.start <= window.deadline);
      if (recovered.length > 0 || !mayBeUntold) {
        one.allowed++;
        this.expectOne(nameOf(episode, 'recovered'), recovered, window);
        Object.assign(heard, { isOpen: false, recoveredAt: recovered[0]?.judgedAt ?? window.deadline });
      }
    } else this.expectNone(nameOf(episode, 'event'), told, this.wrong, 'and it was not open');
    this.order(one);
  }

  /** Opened first, reminders in their time, nothing after the recovery. */
  private order({ episode, told, heard }: Case): void {
    const name = (event: string) => nameOf(episode, event);
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

function nameOf({ findingId, start, end }: Episode, event: string): string {
  return `${event} of ${findingId}, episode of ${spellMinute(start)} to ${spellMinute(end)}`;
}
