import { type EpochMinute, toSpokenTime } from '../core/vocabulary/time';
import { wordsOf } from '../language/language';
import { html } from './markup/html';
import { type QuotaFragmentInput, renderQuotaFragment } from './quotas/fragment';
import { fitWidget, frameWidget, renderAge, renderWaiting, type WidgetMoment } from './shell/widget-frame';

/** Minutes after the schedule's first tick within which the first evaluation is done. */
const FIRST_EVALUATION_MINUTES = 2;

/** The quotas as a CloudWatch custom widget; numbers that are old say since when, and what waits to be said is told. */
export function renderQuotaWidget(shown: QuotaFragmentInput, evaluatedAt: EpochMinute, moment: WidgetMoment): string {
  const age = renderAge(evaluatedAt, moment);
  const waiting = renderWaiting(moment);
  // It stands on the dashboard.
  const places = { dashboard: null, runbook: moment.runbook };
  return fitWidget((most) =>
    frameWidget(html`${age}${waiting}${renderQuotaFragment({ ...shown, most, places })}`, moment),
  );
}

/** What stands in the widget before the first evaluation. */
export function renderEmptyWidget(moment: WidgetMoment): string {
  const due = toSpokenTime(moment.now + FIRST_EVALUATION_MINUTES, moment.now);
  return frameWidget(html`<p>${wordsOf(moment.language ?? 'en').page.widget.empty(due, moment.runbook)}</p>`, moment);
}

/** What stands in the widget when it cannot show the quotas. @param why one line, as an error's message says it. */
export function renderFailedWidget(why: string, moment: WidgetMoment): string {
  const { widget, severities } = wordsOf(moment.language ?? 'en').page;
  return frameWidget(
    html`<article class="card unknown"><p><span class="state unknown">${severities.unknown}</span> ${widget.failed(why.replace(/\.$/, ''))}</p><p>${widget.alarmsTell(moment.runbook)}</p></article>`,
    moment,
  );
}
