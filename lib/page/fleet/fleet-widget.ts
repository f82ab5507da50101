import { type Place, spellAccount, spellPlace } from '../../core/vocabulary/place';
import type { EpochMinute } from '../../core/vocabulary/time';
import { wordsOf } from '../../language/language';
import { html, type SafeHtml } from '../markup/html';
import { type QuotaFragmentInput, renderQuotaFragment } from '../quotas/fragment';
import { fitWidget, frameWidget, renderAge, renderWaiting, type WidgetMoment } from '../shell/widget-frame';
import type { TargetRow } from './target-row';
import { renderTargets } from './targets';

/** A target as the widget knows it: what stands in its row, and what its row asks for. */
export type WidgetTarget = Omit<TargetRow, 'heading'>;

/** When, and by which function the widget is drawn. */
export interface FleetWidgetMoment extends WidgetMoment {
  /** ARN of the function, which the rows call; `null`: it is not known, and they call nothing. */
  readonly functionArn: string | null;
}

/**
 * A text that calls the widget's own function for something else, in place of what it shows.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_interactivity.html (read 2026-11)
 */
function renderCall(text: string, parameters: object, functionArn: string | null): SafeHtml {
  if (functionArn === null) return html`${text}`;
  return html`<a class="call">${text}</a><cwdb-action action="call" display="widget" endpoint="${functionArn}">${JSON.stringify(parameters)}</cwdb-action>`;
}

/** All targets, worst first; each leads to its own quotas. */
export function renderTargetsWidget(
  targets: readonly WidgetTarget[],
  evaluatedAt: EpochMinute,
  moment: FleetWidgetMoment,
): string {
  const { now, functionArn, language = 'en' } = moment;
  const rows = targets.map((target): TargetRow => {
    const { accountId, region } = target.place;
    return {
      ...target,
      heading: renderCall(spellAccount(target.place), { target: { accountId, region } }, functionArn),
    };
  });
  const words = wordsOf(language);
  return fitWidget((most) =>
    frameWidget(
      html`${renderAge(evaluatedAt, moment)}${renderWaiting(moment)}${renderTargets(rows, { now, words, most })}`,
      moment,
    ),
  );
}

/** One target of many, with the way back to all. `null`: nothing is known of it. */
export function renderTargetWidget(
  place: Place,
  saved: { readonly shown: QuotaFragmentInput; readonly evaluatedAt: EpochMinute } | null,
  moment: FleetWidgetMoment,
): string {
  const { fleet } = wordsOf(moment.language ?? 'en');
  const back = renderCall(fleet.view.back, {}, moment.functionArn);
  const head = html`<p>${back}</p><h2>${spellPlace(place)}</h2>`;
  if (saved === null) return frameWidget(html`${head}<p>${fleet.view.noSuch(spellPlace(place))}</p>`, moment);
  const places = { dashboard: null, runbook: moment.runbook };
  return fitWidget((most) =>
    frameWidget(
      html`${head}${renderAge(saved.evaluatedAt, moment)}${renderQuotaFragment({ ...saved.shown, most, places })}`,
      moment,
    ),
  );
}
