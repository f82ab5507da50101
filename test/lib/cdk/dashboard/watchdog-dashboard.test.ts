import { WATCHDOG_ALARMS } from '../../../../lib/contract';
import { onlyResource, synthesise } from '../fixtures';

const { stack, watchdog, template } = synthesise({ thresholds: { warningPercent: 70, criticalPercent: 90 } });
const { DashboardBody, DashboardName } = onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties;

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly annotations?: { readonly horizontal: readonly { readonly value: number }[] };
  };
}

/** The body with every token replaced by a word. */
function widgetsOf(body: { 'Fn::Join': [string, unknown[]] }): Widget[] {
  const text = body['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'TOKEN')).join('');
  return (JSON.parse(text) as { widgets: Widget[] }).widgets;
}

const widgets = widgetsOf(DashboardBody);
const titled = (title: string) => widgets.find(({ properties }) => properties.title?.startsWith(title))?.properties;

test('the name holds the Region, for all Regions of an account share the names', () => {
  expect(DashboardName).toEqual({ 'Fn::Join': ['', [`${watchdog.watchdogName}-`, { Ref: 'AWS::Region' }]] });
  expect(JSON.stringify(stack.resolve(watchdog.dashboardUrl))).toContain(`/dashboard/${watchdog.watchdogName}-`);
});

test('the text on top links to Service Quotas, the alarms and the logs', () => {
  const [top] = widgets;
  expect(top?.type).toBe('text');
  for (const link of ['servicequotas/home/services/bedrock', '#alarmsV2', '#logsV2', 'docs/runbook.md']) {
    expect(top?.properties.markdown).toContain(link);
  }
});

test('utilization is drawn against both thresholds and the quota', () => {
  const lines = titled('Utilization of the fullest quotas')?.annotations?.horizontal.map(({ value }) => value);
  expect(lines).toEqual([70, 90, 100]);
});

const SEARCHES: readonly (readonly [title: string, metric: string, statistic: string])[] = [
  ['Quota tokens a minute', 'EstimatedTPMQuotaUsage', 'Sum'],
  ['Accepted calls', 'Invocations', 'Sum'],
  ['Throttled calls a minute', 'InvocationThrottles', 'Sum'],
  ['Errors a minute', 'InvocationClientErrors', 'Sum'],
  ['Errors a minute', 'InvocationServerErrors', 'Sum'],
  ['Latency', 'InvocationLatency', 'p90'],
];

test.each(SEARCHES)('%s finds %s of every ModelId, in one dimension set', (title, metric, statistic) => {
  const expressions = (titled(title)?.metrics ?? []).map(([entry]) => (entry as { expression: string }).expression);
  expect(expressions).toContain(`SEARCH('{AWS/Bedrock,ModelId} MetricName="${metric}"', '${statistic}', 60)`);
});

test('the quota table is the widget Lambda, asked again on refresh only', () => {
  const table = widgets.find(({ type }) => type === 'custom')?.properties;
  expect(table).toMatchObject({
    endpoint: 'TOKEN',
    updateOn: { refresh: true, resize: false, timeRange: false },
  });
  expect(JSON.stringify(DashboardBody)).toContain(
    JSON.stringify(stack.resolve(watchdog.widget?.functionArn)).replace(/^"|"$/g, ''),
  );
});

test('the state is on top: numbers, then alarms, then the table, then graphs', () => {
  expect(widgets.map(({ type }) => type)).toEqual([
    'text',
    ...Array<string>(6).fill('metric'),
    'alarm',
    'custom',
    ...Array<string>(7).fill('metric'),
  ]);
  expect(widgets.find(({ type }) => type === 'alarm')?.properties.alarms).toHaveLength(9);
});

test('whether the watchdog evaluates is a number on top', () => {
  const [metric] = titled('Evaluations in 5 minutes')?.metrics ?? [];
  expect(metric?.slice(0, 2)).toEqual(['BedrockQuotaWatchdog', 'CoverageErrors']);
  expect(metric?.at(-1)).toMatchObject({ stat: 'SampleCount' });
});

test('without alarms there is no row of them', () => {
  const { template: bare } = synthesise({ disabledAlarms: [...WATCHDOG_ALARMS] });
  const body = onlyResource(bare, 'AWS::CloudWatch::Dashboard').Properties.DashboardBody;
  expect(widgetsOf(body).map(({ type }) => type)).not.toContain('alarm');
});

test('rows fill the width', () => {
  const rows = new Map<number, number>();
  for (const { y, width } of widgets as unknown as { y: number; width: number }[]) {
    rows.set(y, (rows.get(y) ?? 0) + width);
  }
  for (const [y, width] of rows) expect([y, width]).toEqual([y, 24]);
});
