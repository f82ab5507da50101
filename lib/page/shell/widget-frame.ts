import { SILENCE_MINUTES, STALE_AFTER_MINUTES } from '../../core/vocabulary/cadence';
import { type EpochMinute, toSpokenTime } from '../../core/vocabulary/time';
import { spellCount, spellQuantity } from '../../core/vocabulary/wording';
import { type Language, wordsOf } from '../../language/language';
import { html, type SafeHtml } from '../markup/html';
import { QUOTA_STYLE } from '../style/style';

/** Colours of the dashboard the widget stands on; `system`: the dashboard did not say, the reader's system decides. */
export type WidgetTheme = 'light' | 'dark' | 'system';

/** When a widget is drawn, and where its reader looks things up. */
export interface WidgetMoment {
  /** The clock when the widget is drawn, not that of the evaluation. */
  readonly now: EpochMinute;
  readonly theme: WidgetTheme;
  /** Name of the runbook. */
  readonly runbook: string;
  /** @default en */
  readonly language?: Language;
  /** Messages that some channel has not taken: of how many runs, and since when. @default - nothing waits */
  readonly waiting?: { readonly count: number; readonly since: EpochMinute } | null;
}

/**
 * CloudWatch drops scripts, `<iframe>` and `<use>` from a custom widget, and keeps style sheets and SVG. The empty element
 * of its class keeps its own table and link styles away, which would mix with ours; it also comes before the style sheet,
 * because an HTML parser may take a leading one for the head of a document.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html (2026-11)
 */
export function frameWidget(content: SafeHtml, { theme, language = 'en' }: WidgetMoment): string {
  return html`<div class="cwdb-no-default-styles"></div><style>${QUOTA_STYLE}</style><div class="bqw ${theme}" lang="${wordsOf(language).page.htmlLanguage}">
${content}
</div>
`.toString();
}

/** What is said of numbers that are old; `null`: they are not. */
export function renderAge(evaluatedAt: EpochMinute, { now, runbook, language = 'en' }: WidgetMoment): SafeHtml | null {
  const words = wordsOf(language);
  const { stale, future, old } = words.page.widget;
  const age = now - evaluatedAt;
  if (Math.abs(age) < STALE_AFTER_MINUTES) return null;
  const time = toSpokenTime(evaluatedAt, now);
  const told = age < 0 ? future(time, runbook) : old(time, spellQuantity(age, words.nouns.minute, words), runbook);
  return html`<article class="card critical"><p><span class="state critical">${stale}</span> ${told}</p></article>`;
}

/** What nobody was told yet: a message is sent within a run, so one that waits for longer than a silence is stuck. */
export function renderWaiting({ now, runbook, language = 'en', waiting = null }: WidgetMoment): SafeHtml | null {
  if (waiting === null || now - waiting.since <= SILENCE_MINUTES) return null;
  const words = wordsOf(language);
  const { unsaid, waits } = words.page.widget;
  const told = waits(spellCount(waiting.count, words), toSpokenTime(waiting.since, now), runbook);
  return html`<article class="card critical"><p><span class="state critical">${unsaid}</span> ${told}</p></article>`;
}

/** The worst that are shown of each list: a hundred, and fewer where they are too long. */
const MOST_ROWS: readonly number[] = [100, 30, 10, 3];

/**
 * Lambda replies at most 6 MB, which is JSON; no character of ours takes more than three bytes of UTF-8, so this is far below.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html (read 2026-11)
 */
const MAXIMUM_CHARACTERS = 1_500_000;

/** The widget with as many rows of each list as fit into a reply of Lambda. */
export function fitWidget(render: (most: number) => string): string {
  for (const most of MOST_ROWS) {
    const widget = render(most);
    if (JSON.stringify(widget).length <= MAXIMUM_CHARACTERS) return widget;
  }
  return render(1);
}
