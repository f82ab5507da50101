import type { HistoryPoint } from '../core/measure/quota-history';
import type { EpochMinute } from '../core/vocabulary/time';
import { html, type SafeHtml, trustedHtml } from './html';

/** What a sparkline draws. */
export interface Sparkline {
  readonly points: readonly HistoryPoint[];
  /** In the unit of the points; 0 or `null` draws no line. */
  readonly limit: number | null;
  /** First minute drawn. */
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
  /** What a screen reader says instead. */
  readonly label: string;
  /** What stands there without any point. */
  readonly none: string;
}

const HEIGHT = 32;

/** Room above the highest value, so that a limit line is never cut. */
const HEADROOM = 1.08;

/**
 * A bar a minute with the limit as a line, as inline SVG. A minute without a point has no bar: it is not drawn as 0.
 * Without any point: words.
 */
export function renderSparkline({ points, limit, from, until, label, none }: Sparkline): SafeHtml {
  const shown = points.filter(({ minute, value }) => minute >= from && minute < until && Number.isFinite(value));
  if (shown.length === 0) return html`<span class="quiet">${none}</span>`;
  const top = Math.max(limit ?? 0, ...shown.map(({ value }) => value)) * HEADROOM || 1;
  const heightOf = (value: number) => Math.round((HEIGHT - (value / top) * HEIGHT) * 10) / 10;
  const bars = shown.map(({ minute, value }) => `M${minute - from + 0.5} ${HEIGHT}V${heightOf(value)}`).join('');
  const line = limit
    ? trustedHtml(`<path class="limit" d="M0 ${heightOf(limit)}H${until - from}" vector-effect="non-scaling-stroke"/>`)
    : null;
  return html`<svg class="spark" role="img" aria-label="${label}" viewBox="0 0 ${until - from} ${HEIGHT}" preserveAspectRatio="none"><path class="bars" d="${bars}"/>${line}</svg>`;
}
