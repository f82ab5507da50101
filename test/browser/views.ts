import { renderQuotaPage } from '../../lib/page/page';
import type { QuotaFragmentInput } from '../../lib/page/quotas/fragment';
import type { WidgetMoment, WidgetTheme } from '../../lib/page/shell/widget-frame';
import { renderEmptyWidget, renderFailedWidget, renderQuotaWidget } from '../../lib/page/widget';
import { bare, NOW, shownOf } from '../lib/page/page-fixtures';
import { BLIND, BUSY, EMPTY, MANY_QUOTAS, ZEROS } from './accounts';

/** A document to look at, by the theme of the dashboard it may stand on. */
export interface View {
  readonly name: string;
  readonly draw: (theme: WidgetTheme) => string;
}

const CHANGES = [bare('quotaChanged', 'Claude Sonnet 4.5 V1'), bare('request', 'Claude Opus 4.8')];

/** What the page and the widget show in each state. */
export const SHOWN: Readonly<Record<string, QuotaFragmentInput>> = {
  empty: shownOf(EMPTY),
  quiet: shownOf(),
  busy: shownOf(BUSY, CHANGES),
  '400 quotas': shownOf(MANY_QUOTAS),
  'zero account': shownOf(ZEROS),
  error: shownOf(BLIND),
};

/** A widget in a document like a dashboard's: a box of its own in a page that has other headings. */
export function onDashboard(widget: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>A dashboard</title>
<style>body{margin:0;font:14px sans-serif}.widget{overflow-x:auto}</style></head>
<body><main><h1>A dashboard</h1><div class="widget">${widget}</div></main></body></html>`;
}

/** A widget drawn `age` minutes after the evaluation. */
export function momentOf(theme: WidgetTheme, age = 1): WidgetMoment {
  return { now: NOW + age, theme, runbook: 'docs/runbook.md' };
}

/** Every state of the page. */
export const PAGES: readonly View[] = Object.entries(SHOWN).map(([state, shown]) => ({
  name: `page, ${state}`,
  draw: () => renderQuotaPage(shown),
}));

/** The busy page in Portuguese, whose words are longer. */
export const PORTUGUESE: View = {
  name: 'page, busy, pt-BR',
  draw: () => renderQuotaPage({ ...shownOf({ ...BUSY, language: 'pt-BR' }), language: 'pt-BR' }),
};

/** Every state of the widget. */
export const WIDGETS: readonly View[] = [
  ...Object.entries(SHOWN).map(([state, shown]) => ({
    name: `widget, ${state}`,
    draw: (theme: WidgetTheme) => onDashboard(renderQuotaWidget(shown, NOW, momentOf(theme))),
  })),
  {
    name: 'widget, stale',
    draw: (theme) => onDashboard(renderQuotaWidget(shownOf(), NOW, momentOf(theme, 37))),
  },
  { name: 'widget, not evaluated yet', draw: (theme) => onDashboard(renderEmptyWidget(momentOf(theme))) },
  {
    name: 'widget, failed',
    draw: (theme) => onDashboard(renderFailedWidget('dynamodb:GetItem failed', momentOf(theme))),
  },
];
