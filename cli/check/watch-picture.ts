import { toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { TerminalSize } from '../terminal/terminal';
import { type CheckParts, renderCheckParts } from './render';
import type { Look } from './rows';
import type { WatchedRegion } from './watched-region';

/** What stands on the screen. */
export interface Picture {
  readonly regions: readonly WatchedRegion[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Seconds between two readings. */
  readonly seconds: number;
  /** What is told beside, such as the cost of watching; each one line or more. */
  readonly notes: readonly string[];
}

/** Why a Region shows what it showed before, and how old that is; nothing when it was read. */
export function spellFailure(
  { region, shown, readAt, failure }: WatchedRegion,
  now: number,
  { words }: Look,
): string[] {
  if (failure === null) return [];
  if (shown === null || readAt === null) return [words.watch.unread(region, failure)];
  const age = spellQuantity(toMinute(now) - toMinute(readAt), words.nouns.minute, words);
  return [words.watch.stale(region, toSpokenTime(toMinute(readAt), toMinute(now)), age, failure)];
}

/** Cuts the findings to some rows, the worst first; the last row then says how many are left out. */
function cutFindings(findings: CheckParts['findings'], rows: number, { style, words }: Look): string[] {
  const all = findings.flat();
  if (all.length <= rows) return all;
  const shown = all.slice(0, Math.max(0, rows - 1));
  let begun = 0;
  for (let line = 0; begun < findings.length && line < shown.length; begun++) line += findings[begun]?.length ?? 0;
  const left = findings.length - begun;
  return [...shown, style.dim(left === 0 ? '…' : words.watch.more(spellCount(left, words)))].slice(
    0,
    Math.max(0, rows),
  );
}

function renderRegion(parts: CheckParts, rows: number, look: Look): string[] {
  const { summary, header, findings, legend, coverage } = parts;
  const frame = [...summary, '', ...header];
  const whole = [...frame, ...findings.flat(), '', ...legend, ...coverage];
  if (whole.length <= rows) return whole;
  const space = rows - frame.length - coverage.length;
  return [...frame, ...cutFindings(findings, space, look), ...coverage].slice(0, rows);
}

/** The lines of the screen, never more than it has rows: each Region gets its part, what is left out is counted. */
export function renderPicture({ regions, now, seconds, notes }: Picture, { rows }: TerminalSize, look: Look): string[] {
  const { style, words } = look;
  const failures = regions.flatMap((region) => spellFailure(region, now, look));
  const foot = [
    ...failures.flatMap((text) => style.wrap(text, '  ', '').map(style.severity.warning)),
    ...notes.flatMap((text) => style.wrap(text, '  ', '').map(style.dim)),
    style.dim(words.watch.keys(spellCount(seconds, words))),
  ];
  const parts = regions.flatMap(({ shown }) => (shown ? [renderCheckParts(shown.report, look)] : []));
  const body: string[] = [];
  parts.forEach((part, index) => {
    const space = Math.floor((rows - foot.length - body.length) / (parts.length - index));
    body.push(...renderRegion(part, space, look));
  });
  return [...body.slice(0, Math.max(0, rows - foot.length)), ...foot.slice(-rows)];
}
