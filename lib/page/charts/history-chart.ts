import type { HistoryPoint } from '../../core/measure/quota-history';
import type { EpochMinute } from '../../core/vocabulary/time';
import { html, type SafeHtml, trustedHtml } from '../markup/html';
import { renderAxis } from './axis';
import { type Bucket, chooseLength, type Span, toBuckets } from './buckets';
import { type ReadoutWords, renderReadouts } from './readouts';
import { chooseScale, type Scale } from './scale';

/** What a chart of a history says. */
export interface HistoryChartWords extends ReadoutWords {
  /** What a screen reader says instead of the drawing. */
  readonly label: string;
  /** What stands there without any point. */
  readonly none: string;
  /** What is said where the limit is not drawn, for use is far below it. */
  readonly ownScale: (highest: number) => string;
}

/** What a chart of a history draws. */
export interface HistoryChart extends Span {
  readonly points: readonly HistoryPoint[];
  /** In the unit of the points; 0 or `null` draws no line. */
  readonly limit: number | null;
  /** The minute that is marked; `null`: none is. */
  readonly peak: EpochMinute | null;
  /** Of this chart alone in its document. */
  readonly name: string;
  /** Minutes between two points; no bar is shorter. @default 1 */
  readonly pointMinutes?: number;
  /** @default 180, for a column of a table */
  readonly mostBars?: number;
  readonly words: HistoryChartWords;
}

/** Units of the plot's height. */
const HEIGHT = 40;

/** So high at least, that a trace is seen. */
const LEAST = 1.5;

/** Bars of a column of a table are not finer than about two pixels. */
const MOST_BARS = 180;

/** Nearer to an edge than this share of the width, the dot of the peak would be cut. */
const EDGE = 0.01;

/** Share of the drawing's height above the axis' labels, as the style sheet has it too. */
const PLOT_PERCENT = 76;

function heightOf(value: number, { top }: Scale): number {
  return Math.round((HEIGHT - Math.max((value / top) * HEIGHT, LEAST)) * 10) / 10;
}

function renderBars(buckets: readonly Bucket[], { from }: Span, scale: Scale): string {
  return buckets
    .map(({ highest, ...bucket }) =>
      highest && highest.value > 0
        ? `M${bucket.from - from} ${HEIGHT}V${heightOf(highest.value, scale)}h${bucket.until - bucket.from}V${HEIGHT}`
        : '',
    )
    .join('');
}

/** The mark of the peak: a dot, which stays round however the plot is stretched. */
function renderPeak(buckets: readonly Bucket[], { from, until, peak }: HistoryChart, scale: Scale): SafeHtml | null {
  const bucket = buckets.find((one) => peak !== null && one.from <= peak && peak < one.until);
  if (!bucket?.highest) return null;
  const middle = (bucket.from + bucket.until) / 2 - from;
  const x = Math.min(Math.max(middle, EDGE * (until - from)), (1 - EDGE) * (until - from));
  return trustedHtml(
    `<path class="peak" d="M${Math.round(x * 10) / 10} ${heightOf(bucket.highest.value, scale)}h0" vector-effect="non-scaling-stroke"/>`,
  );
}

function renderPlot(chart: HistoryChart, scale: Scale): SafeHtml {
  const { points, limit, from, until, mostBars = MOST_BARS, pointMinutes = 1 } = chart;
  const buckets = toBuckets(points, chart, Math.max(pointMinutes, chooseLength(chart, mostBars)));
  const isOver = ({ highest }: Bucket) => limit !== null && limit > 0 && highest !== null && highest.value > limit;
  const paths = (['used', 'over'] as const).map((kind) => {
    const drawn = renderBars(
      buckets.filter((bucket) => isOver(bucket) === (kind === 'over')),
      chart,
      scale,
    );
    return drawn === '' ? '' : `<path class="${kind}" d="${drawn}"/>`;
  });
  const line =
    limit === null || scale.isOwn
      ? ''
      : `<path class="limit" d="M0 ${heightOf(limit, scale)}H${until - from}" vector-effect="non-scaling-stroke"/>`;
  return html`${trustedHtml(`<svg class="plot" viewBox="0 0 ${until - from} ${HEIGHT}" preserveAspectRatio="none" width="100%" height="${PLOT_PERCENT}%">${paths.join('')}${line}`)}${renderPeak(buckets, chart, scale)}</svg>`;
}

/**
 * A time as bars with the limit as a line, the peak marked, and the hours below; each part of it tells its highest value to
 * whoever points at it or walks there by the arrow keys, without any script. What has no point has no bar: it is not 0.
 * Where use is far below the limit, its own highest value is the scale, and that is said. Without any point: words.
 */
export function renderHistoryChart(chart: HistoryChart): SafeHtml {
  const { points, limit, name, words } = chart;
  const shown = points.filter(({ minute, value }) => minute >= chart.from && minute < chart.until && value > 0);
  if (shown.length === 0) return html`<span class="quiet">${words.none}</span>`;
  const highest = shown.reduce((most, { value }) => Math.max(most, value), 0);
  const scale = chooseScale(highest, limit);
  const told = scale.isOwn ? html`<span class="quiet note">${words.ownScale(highest)}</span>` : null;
  return html`<div class="history"><svg class="chart" role="img" aria-label="${words.label}">${renderAxis(chart, PLOT_PERCENT)}${renderPlot(chart, scale)}</svg>${renderReadouts(points, chart, { name, words })}${told}</div>`;
}
