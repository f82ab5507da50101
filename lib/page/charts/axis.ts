import { type EpochMinute, MINUTES_PER_DAY, toClock, toIso } from '../../core/vocabulary/time';
import { html, type SafeHtml, trustedHtml } from '../markup/html';
import { chooseLength, type Span } from './buckets';

/** More would touch one another where the chart is narrow. */
const MOST_TICKS = 5;

/** So near to an edge, in percent, a label would be cut if the tick were its middle. */
const EDGE_PERCENT = 9;

/** Two decimals are finer than a pixel of any screen. */
export function toPercent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

function spellTick(minute: EpochMinute, length: number): string {
  return length >= MINUTES_PER_DAY ? toIso(minute).slice(5, 10) : toClock(minute);
}

function anchorOf(percent: number): string {
  if (percent < EDGE_PERCENT) return 'start';
  return percent > 100 - EDGE_PERCENT ? 'end' : 'middle';
}

/** The round times within a span, a few: hours of the clock, or days. */
export function toTicks({ from, until }: Span): { readonly minute: EpochMinute; readonly label: string }[] {
  const length = chooseLength({ from, until }, MOST_TICKS);
  const first = Math.ceil(from / length) * length;
  const count = Math.max(0, Math.ceil((until - first) / length));
  return Array.from({ length: count }, (_, index) => {
    const minute = first + index * length;
    return { minute, label: spellTick(minute, length) };
  });
}

/** Lines and labels of the round times, for a drawing that has a name and no `viewBox`: places are percent of its size. */
export function renderAxis(span: Span, plotPercent: number): SafeHtml {
  const drawn = toTicks(span).map(({ minute, label }) => {
    const x = toPercent((minute - span.from) / (span.until - span.from));
    return html`${trustedHtml(`<line class="tick" x1="${x}%" x2="${x}%" y1="0" y2="${plotPercent}%"/><text x="${x}%" y="98%" text-anchor="${anchorOf(x)}">`)}${label}</text>`;
  });
  return html`${drawn}`;
}
