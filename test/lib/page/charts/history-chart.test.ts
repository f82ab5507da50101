import type { Bucket } from '../../../../lib/page/charts/buckets';
import { type HistoryChart, renderHistoryChart } from '../../../../lib/page/charts/history-chart';
import { minuteOf } from '../../core/fixtures';

const FROM = minuteOf('14:33', '2026-10-13');
const UNTIL = minuteOf('14:33');

/** The day before 14:33 with a limit of 100, changed. */
function draw(changes: Partial<HistoryChart>): string {
  return renderHistoryChart({
    points: [],
    from: FROM,
    until: UNTIL,
    limit: 100,
    peak: null,
    name: 'one',
    words: {
      label: 'use of a day',
      none: 'nothing seen',
      ownScale: (highest) => `own scale, up to ${highest}`,
      readouts: 'the hours',
      readout: ({ from, until, highest }: Bucket) => `${from - FROM}-${until - FROM}: ${highest?.value ?? 'none'}`,
    },
    ...changes,
  }).toString();
}

const HOUR = { from: FROM, until: FROM + 60 };

/** What is drawn of a kind of path, by its class. */
const pathsOf = (drawing: string) =>
  Object.fromEntries([...drawing.matchAll(/<path class="(\w+)" d="([^"]*)"/g)].map(([, name, d]) => [name, d]));

describe('the plot', () => {
  test('has a bar for each part with points, as high as the highest of them; a part without has none', () => {
    const points = [
      { minute: FROM, value: 20 },
      { minute: FROM + 1, value: 50 },
      { minute: FROM + 59, value: 100 },
    ];
    // Three bars of a minute; 100 of a top of 116 is 34.48 of 40.
    expect(pathsOf(draw({ ...HOUR, points }))).toEqual({
      used: 'M0 40V33.1h1V40M1 40V22.8h1V40M59 40V5.5h1V40',
      limit: 'M0 5.5H60',
    });
    // A day has 144 parts of ten minutes.
    expect(pathsOf(draw({ points })).used).toBe('M0 40V22.8h10V40M50 40V5.5h10V40');
  });

  test('has no bar shorter than the time between two points', () => {
    const points = [{ minute: FROM, value: 50 }];
    expect(pathsOf(draw({ points, pointMinutes: 60 })).used).toBe('M0 40V22.8h60V40');
    expect(pathsOf(draw({ points, mostBars: 1_440 })).used).toBe('M0 40V22.8h1V40');
  });

  test('shows what is over the limit apart from what is not', () => {
    const points = [
      { minute: FROM, value: 100 },
      { minute: FROM + 1, value: 101 },
    ];
    expect(pathsOf(draw({ ...HOUR, points }))).toMatchObject({
      used: expect.stringMatching(/^M0 40V[\d.]+h1V40$/),
      over: expect.stringMatching(/^M1 40V[\d.]+h1V40$/),
    });
  });

  test('marks the peak, where it is within what is shown', () => {
    const points = [{ minute: FROM + 30, value: 100 }];
    expect(pathsOf(draw({ ...HOUR, points, peak: FROM + 30 })).peak).toBe('M30.5 5.5h0');
    expect(pathsOf(draw({ ...HOUR, points, peak: FROM - 1 }))).not.toHaveProperty('peak');
    expect(pathsOf(draw({ ...HOUR, points }))).not.toHaveProperty('peak');
  });

  test('a trace in a chart by the limit is high enough to be seen', () => {
    const points = [
      { minute: FROM, value: 50 },
      { minute: FROM + 2, value: 0.01 },
    ];
    expect(pathsOf(draw({ ...HOUR, points })).used).toBe('M0 40V22.8h1V40M2 40V38.5h1V40');
  });

  test.each([
    ['far below its limit', 19, 100, true],
    ['near enough to its limit', 20, 100, false],
    ['without a known limit', 7, null, true],
    ['of a quota of 0', 7, 0, true],
  ])('use %s: own scale, said: %s', (_name, value, limit, isOwn) => {
    const drawing = draw({ ...HOUR, limit, points: [{ minute: FROM, value }] });
    expect(drawing.includes(`own scale, up to ${value}`)).toBe(isOwn);
    expect('limit' in pathsOf(drawing)).toBe(!isOwn);
    // By its own scale the highest is as high as a limit would be.
    if (isOwn) expect(pathsOf(drawing).used ?? pathsOf(drawing).over).toBe('M0 40V5.5h1V40');
  });
});

test('what lies outside and what is no number is left out', () => {
  const points = [
    { minute: FROM - 1, value: 1 },
    { minute: UNTIL, value: 1 },
    { minute: FROM, value: Number.NaN },
  ];
  expect(draw({ points })).toBe('<span class="quiet">nothing seen</span>');
});

describe('the axis', () => {
  const labelsOf = (drawing: string) => [...drawing.matchAll(/<text [^>]*>([^<]+)/g)].map(([, label]) => label);
  const points = [{ minute: UNTIL - 1, value: 1 }];

  test.each([
    ['a day', UNTIL - 1440, ['18:00', '00:00', '06:00', '12:00']],
    ['three hours', UNTIL - 180, ['12:00', '13:00', '14:00']],
    ['an hour and a half', UNTIL - 90, ['13:30', '14:00', '14:30']],
    ['two weeks', UNTIL - 14 * 1440, ['10-04', '10-09', '10-14']],
  ])('%s has round times', (_name, from, labels) => {
    expect(labelsOf(draw({ from, points }))).toEqual(labels);
  });

  test('a label near an edge stays inside', () => {
    const drawing = draw({ from: minuteOf('12:01'), until: minuteOf('15:00'), points });
    expect(drawing).toContain('x="32.96%"');
    expect(drawing).toMatch(/text-anchor="middle">13:00/);
    const late = draw({ from: minuteOf('12:00'), until: minuteOf('15:00'), points });
    expect(late).toMatch(/<text x="0%" y="98%" text-anchor="start">12:00/);
  });
});

describe('the readouts', () => {
  const points = [{ minute: FROM + 61, value: 42 }];

  test('are one group of an hour each, in order, with the highest value', () => {
    const drawing = draw({ points });
    const told = [...drawing.matchAll(/<input type="radio" name="one"><span>([^<]+)/g)].map(([, text]) => text);
    expect(told).toHaveLength(24);
    expect(told.slice(0, 3)).toEqual(['0-60: none', '60-120: 42', '120-180: none']);
    expect(drawing).toContain('<legend>the hours</legend>');
  });

  test('the last is shorter where the time is no multiple', () => {
    const drawing = draw({ from: FROM, until: FROM + 110, points });
    expect(drawing.match(/<label>/g)).toHaveLength(22);
    expect(draw({ from: FROM, until: FROM + 112, points })).toContain('110-112: none');
  });
});

test('names and words are text', () => {
  const drawing = draw({ points: [{ minute: FROM, value: 1 }], name: '"><i>' });
  expect(drawing).toContain('name="&quot;&gt;&lt;i&gt;"');
});
