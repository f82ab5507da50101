import { html, type SafeHtml } from './html';
import { type QuotaFragmentInput, renderQuotaFragment } from './quota-fragment';
import { QUOTA_STYLE } from './quota-page-style';
import { toSpokenTime } from './time';
import type { EpochMinute } from './usage';
import { spellQuantity } from './wording';

/** Colours of the dashboard the widget stands on; `system`: the dashboard did not say, the reader's system decides. */
export type WidgetTheme = 'light' | 'dark' | 'system';

/** Minutes without an evaluation after which numbers are called old: evaluations come at least every five. */
export const STALE_AFTER_MINUTES = 15;

/** Minutes after the schedule's first tick within which the first evaluation is done. */
const FIRST_EVALUATION_MINUTES = 2;

/** When a widget is drawn, and where its reader looks things up. */
export interface WidgetMoment {
  /** The clock when the widget is drawn, not that of the evaluation. */
  readonly now: EpochMinute;
  readonly theme: WidgetTheme;
  /** Name of the runbook. */
  readonly runbook: string;
}

/**
 * CloudWatch drops scripts, `<iframe>` and `<use>` from a custom widget, and keeps style sheets and SVG. The empty element
 * of its class keeps its own table and link styles away, which would mix with ours; it also comes before the style sheet,
 * because an HTML parser may take a leading one for the head of a document.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html (2026-11)
 */
function frame(content: SafeHtml, theme: WidgetTheme): string {
  return html`<div class="cwdb-no-default-styles"></div><style>${QUOTA_STYLE}</style><div class="bqw ${theme}">
${content}
</div>
`.toString();
}

function renderAge(evaluatedAt: EpochMinute, { now, runbook }: WidgetMoment): SafeHtml | null {
  const age = now - evaluatedAt;
  if (Math.abs(age) < STALE_AFTER_MINUTES) return null;
  if (age < 0) {
    return html`<article class="card critical"><p><span class="state critical">Stale</span> The last evaluation is of ${toSpokenTime(evaluatedAt, now)}, which is yet to come: somebody ran the poller with that time, and it evaluates nothing before. What to do: Stale in ${runbook}.</p></article>`;
  }
  return html`<article class="card critical"><p><span class="state critical">Stale</span> The last evaluation is of ${toSpokenTime(evaluatedAt, now)}, ${spellQuantity(age, 'minute')} ago. All numbers below are of that time. What to do: Stale, Failed and NotRunning in ${runbook}.</p></article>`;
}

/** The quotas as a CloudWatch custom widget; numbers that are old say since when. */
export function renderQuotaWidget(shown: QuotaFragmentInput, evaluatedAt: EpochMinute, moment: WidgetMoment): string {
  return frame(html`${renderAge(evaluatedAt, moment)}${renderQuotaFragment(shown)}`, moment.theme);
}

/** What stands in the widget before the first evaluation. */
export function renderEmptyWidget(moment: WidgetMoment): string {
  const due = toSpokenTime(moment.now + FIRST_EVALUATION_MINUTES, moment.now);
  return frame(
    html`<p>No data yet: the watchdog has not evaluated anything. It runs every minute; the first evaluation is due by ${due}. If this text stays for ten minutes: NotRunning and Failed in ${moment.runbook}.</p>`,
    moment.theme,
  );
}

/** What stands in the widget when it cannot show the quotas. @param why one line, as an error's message says it. */
export function renderFailedWidget(why: string, { theme, runbook }: WidgetMoment): string {
  return frame(
    html`<article class="card unknown"><p><span class="state unknown">Unknown</span> The quotas cannot be shown: ${why.replace(/\.$/, '')}.</p><p>The widget reads the watchdog's table and nothing else. The watchdog itself may be well: its alarms say so, and its messages go out without this widget. If it lasts, deploy the stack again; ${runbook} tells of the alarms.</p></article>`,
    theme,
  );
}
