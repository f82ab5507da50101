import type { ExplainedRefusals } from '../../lib/core/answers/recent';
import type { RefusalGroup } from '../../lib/core/refusals';
import { toClock, toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import { wrapText } from '../terminal/plain-text';
import type { RecentRegion } from './read-recent';
import { explanationLines, headLines, type Look, labelled } from './render';

/** Callers of one error, and errors, that are told one by one; the rest is counted. */
const TOLD_CALLERS = 5;
const TOLD_ERRORS = 6;

/** Characters of a user agent that are shown: programs and versions stand first. */
const SHOWN_AGENT = 60;

function shortenAgent(text: string): string {
  return text.length > SHOWN_AGENT ? `${text.slice(0, SHOWN_AGENT)}…` : text;
}

function spellCalls(calls: number, { words }: Look): string {
  return spellQuantity(calls, words.recent.call, words);
}

/** How many, and when: `12 refused calls, 14:27 to 14:30`. */
function spellSpan({ groups, calls }: ExplainedRefusals, look: Look): string {
  const { recent } = look.words;
  const from = toClock(toMinute(Math.min(...groups.map((group) => group.from))));
  const to = toClock(toMinute(Math.max(...groups.map((group) => group.to))));
  const told = spellCalls(calls, look);
  return from === to ? `${told}, ${from}` : recent.span(told, from, to);
}

/** @param called the id that the explanation is of; another one is named */
function spellCaller({ principal, userAgent, modelId, calls }: RefusalGroup, called: string | null, { words }: Look) {
  const { noPrincipal, noUserAgent } = words.recent;
  const agent = userAgent === null ? noUserAgent : shortenAgent(userAgent);
  const of = modelId === null || modelId === called ? '' : ` (${modelId})`;
  return `${principal ?? noPrincipal}${of}: ${spellCount(calls, words)}; ${agent}`;
}

function callerLines({ groups, explanation }: ExplainedRefusals, look: Look): string[] {
  const { recent } = look.words;
  const told = groups.slice(0, TOLD_CALLERS).map((group) => spellCaller(group, explanation.modelId, look));
  const untold = groups.length - told.length;
  const all = untold > 0 ? [...told, recent.moreCallers(spellCount(untold, look.words))] : told;
  return all.flatMap((text, index) => labelled(index === 0 ? recent.by : '', text));
}

/** What was looked at and what was not. */
function noteTexts({ reading, lateFrom, document, explained }: RecentRegion, { words }: Look): string[] {
  const { note, call } = words.recent;
  const { windows, basis, readBackTo, unreadable, events, blindSpot } = reading;
  const spoken = (minute: number) => toSpokenTime(minute, toMinute(document.evaluatedAt));
  const minutes = windows.reduce((sum, { from, until }) => sum + until - from, 0);
  const back = readBackTo === null ? '' : spoken(readBackTo);
  const refused = explained.reduce((sum, { calls }) => sum + calls, 0);
  const all = spellQuantity(events, note.recordedCall, words);
  return [
    basis === 'metrics' ? note.metrics(spellQuantity(minutes, note.minute, words)) : note[basis],
    ...(readBackTo !== null && blindSpot !== null ? [note.failed(back)] : []),
    ...(readBackTo !== null && blindSpot === null ? [note.cut(spellQuantity(refused, call, words), all, back)] : []),
    ...(unreadable > 0 ? [note.unreadable(spellQuantity(unreadable, note.record, words))] : []),
    ...(lateFrom === null ? [] : [note.late(spoken(lateFrom))]),
  ];
}

function titleOf({ reading, explained, document }: RecentRegion, look: Look): string {
  const { recent } = look.words;
  const { asked, blindSpot, events } = reading;
  if (blindSpot !== null && events === 0) return recent.unread;
  const now = toMinute(document.evaluatedAt);
  const [from, to] = [toSpokenTime(asked.from, now).replace(' UTC', ''), toSpokenTime(asked.until, now)];
  const calls = explained.reduce((sum, one) => sum + one.calls, 0);
  return calls === 0 ? recent.none(from, to) : recent.found(spellCalls(calls, look), from, to);
}

/** The refused calls of a Region, error by error, with what was not read; at most 80 columns; ends with a line break. */
export function renderRecent(recent: RecentRegion, look: Look): string {
  const { document, explained } = recent;
  const { words, style } = look;
  const told = explained.slice(0, TOLD_ERRORS);
  const untold = explained.length - told.length;
  const notes = noteTexts(recent, look).flatMap((text, index) => labelled(index === 0 ? words.recent.notes : '', text));
  const lines = [
    ...headLines(document, words),
    ...wrapText(titleOf(recent, look), '').map(style.bold),
    ...told.flatMap((one) => {
      const calls = [...labelled(words.recent.refused, spellSpan(one, look)), ...callerLines(one, look)];
      return ['', ...explanationLines({ explanation: one.explanation, document }, look, calls)];
    }),
    ...(untold > 0 ? ['', words.recent.moreErrors(spellCount(untold, words))] : []),
    '',
    ...notes,
  ];
  return `${lines.join('\n')}\n`;
}
