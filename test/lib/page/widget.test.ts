import { toQuotaHistories } from '../../../lib/core/measure/quota-history';
import { STALE_AFTER_MINUTES } from '../../../lib/core/vocabulary/cadence';
import { renderQuotaPage } from '../../../lib/page/page';
import type { WidgetMoment } from '../../../lib/page/shell/widget-frame';
import { renderEmptyWidget, renderFailedWidget, renderQuotaWidget } from '../../../lib/page/widget';
import { minuteOf, quota, requestQuota, resolveSonnet } from '../core/fixtures';
import { judge } from '../core/judge';
import { BUSY } from './page-fixtures';

const EVALUATED = minuteOf('14:33');
const QUOTAS = [quota(), requestQuota({ appliedValue: 0 })];

function shown() {
  const { document, described, traffic, lookbackMinutes } = judge({
    accountId: '111122223333',
    region: 'us-east-1',
    now: EVALUATED,
    lookbackMinutes: 180,
    quotas: QUOTAS,
    series: BUSY,
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
  });
  return {
    document,
    described,
    lookbackMinutes,
    quotas: QUOTAS,
    history: toQuotaHistories(QUOTAS, traffic, EVALUATED),
  };
}

function momentOf(age = 1, theme: WidgetMoment['theme'] = 'dark'): WidgetMoment {
  return { now: EVALUATED + age, theme, runbook: 'docs/runbook.md' };
}

/** Everything the widget may send, one string a state. */
const STATES: readonly (readonly [string, string])[] = [
  ['busy', renderQuotaWidget(shown(), EVALUATED, momentOf())],
  ['stale', renderQuotaWidget(shown(), EVALUATED, momentOf(37))],
  ['waiting', renderQuotaWidget(shown(), EVALUATED, { ...momentOf(), waiting: { count: 2, since: EVALUATED - 60 } })],
  ['empty', renderEmptyWidget(momentOf())],
  ['failed', renderFailedWidget('dynamodb:GetItem failed', momentOf())],
];

test.each(STATES)('%s: nothing that CloudWatch cleans away or that reaches beyond the widget', (_state, widget) => {
  expect(widget).not.toMatch(/<(?:script|iframe|use|link|html|head|body|main|h1|object|embed|form)\b/i);
  expect(widget).not.toMatch(/\son\w+=|javascript:|@import|url\(|\sstyle=|\sid=/i);
  expect(widget).toMatch(/^<div class="cwdb-no-default-styles"><\/div><style>/);
  const style = widget.slice(widget.indexOf('<style>') + 7, widget.indexOf('</style>'));
  const selectors = style.replace(/\{[^{}]*\}/g, ';').replace(/@\w+ (?:\([^)]*\)|print)\{/g, ';');
  for (const selector of selectors.split(/[;,}]/).map((one) => one.trim())) {
    if (selector) expect(selector).toMatch(/^\.bqw\b/);
  }
});

test('it shows what the page shows', () => {
  const inner = (text: string, from: string, to: string) => text.slice(text.indexOf(from), text.lastIndexOf(to)).trim();
  const places = { dashboard: null, runbook: momentOf().runbook };
  const page = renderQuotaPage({ ...shown(), places }).replace(/<div class="tools".*<\/div>\n/, '');
  const widget = renderQuotaWidget(shown(), EVALUATED, momentOf());
  const fragment = inner(widget, '<p class="quiet">us-east-1', '</div>');
  expect(fragment).toContain('990,000 of 1,000,000 tokens');
  expect(fragment).toBe(inner(page, '<p class="quiet">us-east-1', '</main>'));
});

test.each(['light', 'dark', 'system'] as const)('it takes the colours of a %s dashboard', (theme) => {
  expect(renderEmptyWidget(momentOf(0, theme))).toContain(`<div class="bqw ${theme}" lang="en">`);
});

test.each([
  [0, null],
  [STALE_AFTER_MINUTES - 1, null],
  [STALE_AFTER_MINUTES, 'The last evaluation is of 14:33 UTC, 15 minutes ago.'],
  [1440, 'The last evaluation is of 2026-10-14 14:33 UTC, 1,440 minutes ago.'],
  [-60, 'The last evaluation is of 14:33 UTC, which is yet to come'],
])('%d minutes after the evaluation it says %s', (age, words) => {
  const widget = renderQuotaWidget(shown(), EVALUATED, momentOf(age));
  expect(widget.includes('Stale')).toBe(words !== null);
  expect(widget).toContain(words ?? '990,000');
});

test('before the first evaluation it says when that is due, and no number', () => {
  const widget = renderEmptyWidget(momentOf(0));
  expect(widget).toContain('No data yet');
  expect(widget).toContain('due by 14:35 UTC');
  expect(widget).not.toContain('<table');
});

test('what failed is text, whatever it holds', () => {
  const widget = renderFailedWidget('<img src=x onerror=alert(1)>.', momentOf());
  expect(widget).toContain('cannot be shown: &lt;img src=x onerror=alert(1)&gt;.</p>');
});

test('in pt-BR: what stands before the first evaluation, what is old, and what failed', () => {
  const moment = { ...momentOf(0, 'dark'), language: 'pt-BR' } as const;
  expect(renderEmptyWidget(moment)).toMatch(/lang="pt-BR">\s*<p>Ainda sem dados: o watchdog não avaliou nada/);
  expect(renderFailedWidget('x fails.', moment)).toContain('As cotas não podem ser mostradas: x fails.');
});

describe('an account with thousands of everything', () => {
  const one = shown();
  const many = Array.from({ length: 5_000 }, (_, index) => index);
  const quotas = many.map((index) => quota({ quotaCode: `L-${index}`, appliedValue: index % 2 === 0 ? 0 : 1 }));
  const toFinding = (kind: 'utilization' | 'unmappedUsage', summary: string) => (index: number) => {
    const [first] = one.described;
    if (!first) throw new Error('no finding');
    return {
      finding: { ...first.finding, id: `${kind}/${index}`, kind, quotaCode: `L-${index}` },
      context: { ...first.context, summary },
    };
  };

  test('the worst hundred of each list are shown and the others counted', () => {
    const described = [...many.map(toFinding('utilization', 'x')), ...many.map(toFinding('unmappedUsage', 'x'))];
    const widget = renderQuotaWidget({ ...one, quotas, described }, EVALUATED, momentOf());
    expect(widget.match(/data-finding="utilization\//g)).toHaveLength(100);
    expect(widget.match(/data-finding="unmappedUsage\//g)).toHaveLength(100);
    expect(widget).toContain('data-finding="utilization/99"');
    expect(widget.match(/and 4,900 more/g)).toHaveLength(2);
    expect(widget.match(/and 2,400 more/g)?.length).toBeGreaterThanOrEqual(1);
    expect(Buffer.byteLength(JSON.stringify(widget))).toBeLessThan(6 * 1024 * 1024);
  });

  test('fewer where texts are long', () => {
    const described = many.map(toFinding('unmappedUsage', '漢'.repeat(30_000)));
    const widget = renderQuotaWidget({ ...one, quotas, described }, EVALUATED, momentOf());
    expect(widget.match(/data-finding="unmappedUsage\//g)).toHaveLength(30);
    expect(Buffer.byteLength(JSON.stringify(widget))).toBeLessThan(6 * 1024 * 1024);
  });
});

test.each([
  [10, false],
  [11, true],
])('messages that wait for %d minutes are told: %s', (minutes, isTold) => {
  const waiting = { count: 2, since: EVALUATED + 1 - minutes };
  const widget = renderQuotaWidget(shown(), EVALUATED, { ...momentOf(), waiting });
  expect(widget.includes('Messages of 2 runs wait, the oldest since 14:23 UTC')).toBe(isTold);
  expect(widget).toContain('990,000 of 1,000,000 tokens');
});
