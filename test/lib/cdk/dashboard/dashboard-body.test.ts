import { onlyResource, synthesise } from '../fixtures';

/**
 * What CloudWatch documents of a dashboard's body, for the widget types used here: required and other properties.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html (2026-11)
 */
const DOCUMENTED: Readonly<Record<string, { required: readonly string[]; others: readonly string[] }>> = {
  text: { required: ['markdown'], others: ['background'] },
  alarm: { required: ['alarms'], others: ['sortBy', 'states', 'title'] },
  custom: { required: ['endpoint'], others: ['params', 'title', 'updateOn'] },
  metric: {
    required: ['region', 'view'],
    others: [
      'accountId',
      'annotations',
      'labels',
      'legend',
      'liveData',
      'metrics',
      'period',
      'setPeriodToTimeRange',
      'singleValueFullPrecision',
      'sparkline',
      'stacked',
      'stat',
      'table',
      'timezone',
      'title',
      'trend',
      'yAxis',
    ],
  },
};

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

const { template } = synthesise({
  throttleAlarmByModel: true,
  metricsPerQuota: true,
  models: [{ modelId: 'a.b', tokensPerMinute: 1 }],
});
const { DashboardBody } = onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties;
const text: string = DashboardBody['Fn::Join'][1]
  .map((part: unknown) => (typeof part === 'string' ? part : 'T'))
  .join('');
const widgets = (JSON.parse(text) as { widgets: Widget[] }).widgets;

test('every widget lies on the grid and over no other', () => {
  const taken = new Set<string>();
  for (const { type, x, y, width, height } of widgets) {
    expect([type, x >= 0 && x + width <= 24 && height >= 1 && height <= 1000]).toEqual([type, true]);
    for (let column = x; column < x + width; column++) {
      for (let row = y; row < y + height; row++) {
        expect(taken.has(`${column},${row}`)).toBe(false);
        taken.add(`${column},${row}`);
      }
    }
  }
  expect(widgets.length).toBeLessThanOrEqual(500);
});

test('every widget has the properties its type needs, and none that is not documented', () => {
  for (const { type, properties } of widgets) {
    const { required, others } = DOCUMENTED[type] ?? { required: [], others: [] };
    const names = Object.keys(properties);
    expect([type, required.filter((name) => !names.includes(name))]).toEqual([type, []]);
    expect([type, names.filter((name) => !required.includes(name) && !others.includes(name))]).toEqual([type, []]);
  }
});

/** An expression is `SEARCH('{schema} terms', 'statistic', period)`; its quotes must pair, or the graph stays empty. */
const SEARCH = /^SEARCH\('\{[\w/]+(?:,\w+)+\}(?: \w+="[\w-]+")+', '(?:Sum|Maximum|p\d+)', 60\)$/;

test('every metric is an expression that parses, or a name with pairs of dimensions', () => {
  const rows = widgets.flatMap(({ properties }) => (properties.metrics ?? []) as unknown[][]);
  const expressions = rows.flatMap(([first]) =>
    typeof first === 'object' && first !== null && 'expression' in first ? [first.expression as string] : [],
  );
  const named = rows.filter(([first]) => typeof first === 'string');
  expect(expressions.filter((expression) => !SEARCH.test(expression))).toEqual([]);
  for (const row of named) {
    const strings = row.filter((part) => typeof part === 'string');
    expect([row, strings.length % 2]).toEqual([row, 0]);
  }
  expect([expressions.length + named.length, rows.length]).toEqual([rows.length, 17]);
});
