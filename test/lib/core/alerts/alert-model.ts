/**
 * What must hold of any course of findings and messages, one law after the other, each by looking through the whole
 * list: slow, plain, and without a line of the life cycle, whose numbers are written out here again.
 */
export type Shown = 'ok' | 'held' | 'unknown' | 'warning' | 'critical' | 'gone';

/** One finding at one evaluation, and what was said of it. */
export interface Moment {
  readonly now: number;
  readonly shown: Shown;
  readonly isMuted: boolean;
  readonly isQuiet: boolean;
  /** Yesterday's number of a daily finding. */
  readonly isResting: boolean;
  readonly said: readonly { readonly event: string; readonly severity: string }[];
}

const RANK: Readonly<Record<string, number>> = { ok: 0, unknown: 1, warning: 2, critical: 3 };
const rank = (severity: string) => RANK[severity] ?? Number.NaN;
const isBad = ({ shown }: Moment) => shown === 'warning' || shown === 'critical' || shown === 'unknown';
/** Far enough below the threshold, or gone. */
const isClear = ({ shown }: Moment) => shown === 'ok' || shown === 'gone';
const says = (event: string) => (moment: Moment) => moment.said.some((one) => one.event === event);

/** The moments of the alert that is open before `at`, from its opening on; none when nothing is open. A mute forgets. */
function openBefore(moments: readonly Moment[], at: number): readonly Moment[] {
  const before = moments.slice(0, at);
  const opened = before.findLastIndex(says('opened'));
  const ended = before.findLastIndex((moment) => says('recovered')(moment) || moment.isMuted);
  return opened > ended ? before.slice(opened) : [];
}

function worstSaid(moments: readonly Moment[]): number {
  return Math.max(-1, ...moments.flatMap(({ said }) => said).map(({ severity }) => rank(severity)));
}

/** The moments in a row up to and including `at` of which something holds. */
function runUpTo(moments: readonly Moment[], at: number, holds: (moment: Moment) => boolean): readonly Moment[] {
  const upTo = moments.slice(0, at + 1);
  return upTo.slice(upTo.findLastIndex((moment) => !holds(moment)) + 1);
}

const spanOf = (run: readonly Moment[]) => (run.at(-1)?.now ?? 0) - (run[0]?.now ?? 0);

/** Laws by what they say; each tells whether it holds at a moment. */
export const LAWS: Readonly<Record<string, (moments: readonly Moment[], at: number, moment: Moment) => boolean>> = {
  'one thing at a time is said of a finding': (_, __, { said }) => said.length <= 1,
  'nothing is said of what is muted': (_, __, { said, isMuted }) => !isMuted || said.length === 0,
  'opened is only what is not open': (moments, at, moment) =>
    !says('opened')(moment) || openBefore(moments, at).length === 0,
  'all but opened is only of what is open': (moments, at, moment) =>
    moment.said.length === 0 || says('opened')(moment) || openBefore(moments, at).length > 0,
  'what is said, but that it is over, is what is shown': (_, __, moment) =>
    moment.said.every(({ event, severity }) =>
      event === 'recovered' ? isClear(moment) && severity === 'ok' : isBad(moment) && severity === moment.shown,
    ),
  'escalated is only what is worse than all that was said': (moments, at, moment) =>
    !says('escalated')(moment) || rank(moment.shown) > worstSaid(openBefore(moments, at)),
  'critical is never held back': (moments, at, moment) =>
    moment.shown !== 'critical' ||
    moment.isMuted ||
    moment.isResting ||
    worstSaid([...openBefore(moments, at), moment]) === rank('critical'),
  'a reminder is not before its time': (moments, at, moment) => {
    const last = openBefore(moments, at).findLast(({ said }) => said.length > 0);
    const pause = moment.shown === 'critical' ? 240 : 1440;
    return !says('reminder')(moment) || (last !== undefined && moment.now - last.now >= pause);
  },
  'nor after it': (moments, at, moment) => {
    const last = openBefore(moments, at).findLast(({ said }) => said.length > 0);
    const mustWait = moment.isMuted || moment.isResting || (moment.isQuiet && moment.shown !== 'critical');
    if (!last || !isBad(moment) || mustWait || moment.said.length > 0) return true;
    return moment.now - last.now < (moment.shown === 'critical' ? 240 : 1440);
  },
  'quiet hours are quiet, but for what is or was critical': (moments, at, moment) =>
    !moment.isQuiet ||
    moment.said.length === 0 ||
    moment.shown === 'critical' ||
    (says('recovered')(moment) && worstSaid(openBefore(moments, at)) === rank('critical')),
  "yesterday's number is not told": (_, __, moment) =>
    !moment.isResting || !moment.said.some((one) => one.event !== 'recovered'),
  'what recovered was clear twice, for 15 minutes': (moments, at, moment) => {
    const run = runUpTo(moments, at, isClear);
    return !says('recovered')(moment) || (run.length >= 2 && spanOf(run) >= 15);
  },
  'what stays bad is spoken of': (moments, at, moment) =>
    !isBad(moment) ||
    moment.isMuted ||
    moment.isQuiet ||
    moment.isResting ||
    openBefore(moments, at).length > 0 ||
    says('opened')(moment),
  'what stays clear for four hours is told as over': (moments, at, moment) => {
    const run = runUpTo(moments, at, (one) => isClear(one) && !one.isMuted);
    if (moment.isQuiet || run.length < 2 || spanOf(run) < 240) return true;
    return openBefore(moments, at).length === 0 || says('recovered')(moment);
  },
  // 15 + 30 + 60 + 120 minutes of clear lie between the first five openings, and 240 between all others.
  'one that comes and goes opens at most eight times in twelve hours': (moments, at, { now }) => {
    const recent = runUpTo(moments, at, (one) => !one.isMuted).filter((one) => one.now > now - 720);
    return recent.filter(says('opened')).length <= 8;
  },
};
