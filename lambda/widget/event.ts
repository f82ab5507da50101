import type { TargetPlace } from '../../lib/core/targets';
import { readPlace } from '../../lib/core/vocabulary/place';
import type { WidgetTheme } from '../../lib/page/shell/widget-frame';

/** What CloudWatch asks of a custom widget: its documentation, or itself in the colours of the dashboard. */
export type WidgetRequest =
  | { readonly kind: 'describe' }
  /** `target`: one of a fleet, as a row of it asks; `null`: all there is. */
  | { readonly kind: 'draw'; readonly theme: WidgetTheme; readonly target: TargetPlace | null };

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/**
 * Reads `{ describe: true }` or `{ widgetContext: { theme: 'dark' }, target: { accountId, region } }`. What is neither is drawn
 * all the same: an event made by hand, to see the widget, need not say anything.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html (2026-11)
 */
export function readWidgetEvent(event: unknown): WidgetRequest {
  if (fieldOf(event, 'describe') === true) return { kind: 'describe' };
  const theme = fieldOf(fieldOf(event, 'widgetContext'), 'theme');
  return {
    kind: 'draw',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    target: readPlace(fieldOf(event, 'target')),
  };
}
