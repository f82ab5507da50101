import { html, type SafeHtml, trustedHtml } from '../markup/html';

/** One bar, with what a reader is told who points at it. */
export interface Bar {
  readonly value: number;
  readonly title: string;
}

/** Bars beside each other, and the line they must stay under. */
export interface BarsInput {
  readonly bars: readonly Bar[];
  /** `null`: none is known. */
  readonly limit: number | null;
  readonly label: string;
  /** Said where no bar has a height. */
  readonly none: string;
}

const [STEP, WIDTH, HEIGHT] = [10, 8, 40];

/** A chart of bars, as wide as its place. */
export function renderBars({ bars, limit, label, none }: BarsInput): SafeHtml {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  if (most === 0) return html`<span class="quiet">${none}</span>`;
  const top = Math.max(most, limit ?? 0);
  const yOf = (value: number) => Number((HEIGHT - (value / top) * (HEIGHT - 2)).toFixed(2));
  const drawn = bars.map(({ value, title }, index) => {
    const y = yOf(value);
    const place = `x="${index * STEP + 1}" y="${y}" width="${WIDTH}" height="${Number((HEIGHT - y).toFixed(2))}"`;
    return html`${trustedHtml(`<rect ${place}>`)}<title>${title}</title></rect>`;
  });
  const width = bars.length * STEP;
  const line = limit
    ? trustedHtml(`<path class="limit" vector-effect="non-scaling-stroke" d="M0 ${yOf(limit)}H${width}"/>`)
    : '';
  return html`<svg class="days" role="img" aria-label="${label}" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none">${drawn}${line}</svg>`;
}
