import { renderSparkline } from '../../../lib/page/sparkline';

describe('sparkline', () => {
  const base = { from: 100, until: 280, limit: 100, label: 'use', none: 'no data yet' };
  test('draws a bar a minute and the limit', () => {
    const drawing = renderSparkline({
      ...base,
      points: [
        { minute: 100, value: 100 },
        { minute: 279, value: 0 },
      ],
    }).toString();
    expect(drawing).toContain('d="M0.5 32V2.4M179.5 32V32"');
    expect(drawing).toContain('class="limit" d="M0 2.4H180"');
  });

  test('leaves out what lies outside, and draws no limit of 0', () => {
    const drawing = renderSparkline({
      ...base,
      limit: 0,
      points: [
        { minute: 99, value: 1 },
        { minute: 150, value: 5 },
      ],
    }).toString();
    expect(drawing).toContain('d="M50.5 32V2.4"');
    expect(drawing).not.toContain('limit"');
  });

  test('says when there is nothing', () => {
    expect(renderSparkline({ ...base, points: [] }).toString()).toContain('no data yet');
  });
});
