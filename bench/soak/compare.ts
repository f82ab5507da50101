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
}

const REMINDER_CRITICAL = 240;
const REMINDER = 1440;

/** `day 3 07:12 (minute 3312)` */
export function spellMinute(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `day ${Math.floor(minute / 1440)} ${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)} (minute ${minute})`;
}

class Judge {
  readonly lost: string[] = [];
  readonly repeated: string[] = [];
  readonly wrong: string[] = [];
  readonly late: string[] = [];
  readonly delays: number[] = [];
  reminders = 0;
  expected = 0;

  /** One thing that must have been said once. */
  private expectOne(what: string, found: readonly Told[], window: Window, isDelay = false): void {
    this.expected++;
    const [first, ...more] = found;
    if (!first) {
      this.lost.push(`${what}: due from ${spellMinute(window.notBefore)} to ${spellMinute(window.deadline)}`);
      return;
    }
    for (const { at } of more)
      this.repeated.push(`${what}: told at ${spellMinute(first.at)} and at ${spellMinute(at)}`);
    if (first.at < window.notBefore)
      this.wrong.push(`${what}: told at ${spellMinute(first.at)}, before ${spellMinute(window.notBefore)}`);
    if (first.at > window.deadline)
      this.late.push(`${what}: told at ${spellMinute(first.at)}, after ${spellMinute(window.deadline)}`);
    if (isDelay) this.delays.push(first.at - window.notBefore);
  }

  episode(episode: Episode, told: readonly Told[]): void {
    const { findingId, critical } = episode;
    const name = (event: string) =>
      `${event} of ${findingId}, episode of ${spellMinute(episode.start)} to ${spellMinute(episode.end)}`;
    const of = (event: string) => told.filter((one) => one.event === event);
    this.expectOne(name('opened'), of('opened'), episode.opened, true);
    if (episode.recovered) this.expectOne(name('recovered'), of('recovered'), episode.recovered);
    const worst = told.filter(({ event, severity }) => event !== 'reminder' && severity === 'critical');
    if (critical === 'either') {
      if (worst.length > 1) this.repeated.push(`${name('critical')}: told ${worst.length} times`);
    } else if (critical) this.expectOne(name('critical'), worst, critical);
    else for (const { at } of worst) this.wrong.push(`${name('critical')}: told at ${spellMinute(at)}, never reached`);
    this.order(name, told);
  }

  /** Opened first, reminders in their time, nothing after the recovery. */
  private order(name: (event: string) => string, told: readonly Told[]): void {
    let last: Told | null = null;
    for (const one of told) {
      if (one.event === 'escalated' && one.severity !== 'critical')
        this.wrong.push(`${name('escalated')}: to ${one.severity} at ${spellMinute(one.at)}`);
      if (one.event === 'reminder') {
        this.reminders++;
        const pause = one.severity === 'critical' ? REMINDER_CRITICAL : REMINDER;
        // The pause runs from the judgement: a message that waited for SNS came later than it was due.
        if (!last || one.at - last.judgedAt < pause - 1)
          this.repeated.push(
            `${name('reminder')}: at ${spellMinute(one.at)}, last word of ${last ? spellMinute(last.judgedAt) : 'none'}`,
          );
      }
      if (one.event === 'recovered' && one !== told.at(-1))
        this.wrong.push(`${name('recovered')}: at ${spellMinute(one.at)}, and more came after`);
      last = one;
    }
  }
}

/** The last minute at which something of an episode may still come. */
function lastMinuteOf({ end, opened, critical, recovered }: Episode): number {
  const worst = critical === null || critical === 'either' ? 0 : critical.deadline;
  return Math.max(end, opened.deadline, worst, recovered?.deadline ?? 0);
}

/** Holds what was told against what must have been; of a soak that stopped early, the episodes that had ended by then. */
export function compare(planned: readonly Episode[], all: readonly Told[], end: number): Comparison {
  const cut = planned.filter((episode) => lastMinuteOf(episode) > end);
  const isCut = ({ findingId, at }: Told) =>
    cut.some((episode) => episode.findingId === findingId && at >= episode.start);
  const episodes = planned.filter((episode) => !cut.includes(episode));
  const judge = new Judge();
  const blind = all.filter(({ kind }) => kind === 'coverage');
  const told = all.filter((one) => one.kind !== 'coverage' && !isCut(one));
  const byId = new Map<string, Episode[]>();
  for (const episode of episodes) byId.set(episode.findingId, [...(byId.get(episode.findingId) ?? []), episode]);
  for (const id of new Set([...byId.keys(), ...told.map(({ findingId }) => findingId)])) {
    const mine = told.filter(({ findingId }) => findingId === id);
    const sorted = (byId.get(id) ?? []).sort((a, b) => a.start - b.start);
    const first = sorted[0]?.start ?? Number.POSITIVE_INFINITY;
    for (const { at, event } of mine.filter((one) => one.at < first))
      judge.wrong.push(`${event} of ${id} at ${spellMinute(at)}: nothing had happened`);
    sorted.forEach((episode, index) => {
      const until = sorted[index + 1]?.start ?? Number.POSITIVE_INFINITY;
      judge.episode(
        episode,
        mine.filter(({ at }) => at >= episode.start && at < until),
      );
    });
  }
  const { expected, lost, repeated, wrong, late, delays, reminders } = judge;
  return { expected, told: told.length, blindness: blind.length, reminders, lost, repeated, wrong, late, delays };
}
