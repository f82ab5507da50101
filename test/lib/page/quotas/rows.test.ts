import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { dailyPool, minuteOf, quota, SONNET, series, usage } from '../../core/fixtures';
import { BUSY, pageOf } from '../page-fixtures';

/** What a page says, its markup left out. */
const textOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** What stands in the column of the limit of a quota. */
function limitOf(page: string, quotaCode: string): string {
  const [, row = ''] = new RegExp(`data-finding="utilization/${quotaCode}">(.*?)</tr>`, 's').exec(page) ?? [];
  const [, cell = ''] = /data-label="Limit">(.*?)<\/td>/.exec(row) ?? [];
  return textOf(cell).trim();
}

describe('the daily pool', () => {
  const calls = usage('14:20', { invocations: 50, estimatedTpm: 990_000 });
  const { page } = pageOf({
    series: [series(`us.${SONNET}`, [calls])],
    quotas: [dailyPool({ appliedValue: 1_000_000 })],
  });

  test('is one row, with both findings and each line and remedy once', () => {
    const [, inUse = ''] = /<h2>Quotas in use<\/h2>(.*?)<\/section>/s.exec(page) ?? [];
    expect(inUse.match(/<th role="rowheader"/g)).toHaveLength(1);
    expect(page).toContain('class="more" data-finding="dailyPool/L-E3F10727"');
    expect(page.match(/Open a Support case/g)).toHaveLength(1);
    expect(inUse.match(/<span class="quiet">Forecast<\/span>/g)).toHaveLength(1);
    expect(page).not.toContain('What to do stands above');
  });
});

test('a row with nothing to do but what stands above is folded, and says where that is', () => {
  const { page } = pageOf({ series: BUSY });
  const commands = [...page.matchAll(/<code class="command">(.*?)<\/code>/g)].map(([, command]) => command);
  expect(commands.length).toBeGreaterThan(1);
  expect(new Set(commands).size).toBe(commands.length);
  const [, more = ''] =
    /data-finding="utilization\/L-F4DDD3EB">.*?<tr role="row" class="more">(.*?)<\/tr>/s.exec(page) ?? [];
  expect(more).toContain('<details><summary>');
  expect(more).toContain('What to do stands above, under: Throttled calls.');
});

describe('the limit', () => {
  const daily = quota({ quotaCode: 'L-D', scope: 'model', dimension: 'tokensPerDay', appliedValue: 40_000_000 });
  const spent = (prefix: string, estimatedTpm: number) =>
    series(`${prefix}${SONNET}`, [usage('14:20', { invocations: 1, estimatedTpm })]);
  const drawn = (quotas: readonly MappedQuota[], ...traffic: ReturnType<typeof series>[]) =>
    limitOf(pageOf({ quotas, series: traffic }).page, quotas[0]?.quotaCode ?? '');

  test.each([
    [
      'cross-Region calls only: doubled, and by what',
      [spent('us.', 500)],
      '80,000,000 40,000,000 × 2: AWS doubles the limit for cross-Region calls AWS default 5,000,000',
    ],
    ['on-demand calls only', [spent('', 500)], '40,000,000 AWS default 5,000,000'],
    [
      'both: between, and why',
      [spent('us.', 500), spent('', 500)],
      '53,333,333 40,000,000 for on-demand calls, 80,000,000 for cross-Region calls, for which AWS doubles the limit; by the share of each in the day AWS default 5,000,000',
    ],
  ])('of a day, %s', (_name, traffic, told) => {
    expect(drawn([daily], ...traffic)).toBe(told);
  });

  test('that was another at the peak is told', () => {
    const change = {
      at: minuteOf('14:25'),
      before: quota({ appliedValue: 2_000_000 }),
      after: quota(),
      nowNamed: null,
    };
    const { page } = pageOf({ quotas: [quota()], series: [spent('us.', 500)], changes: [change] });
    expect(limitOf(page, 'L-F4DDD3EB')).toBe('1,000,000 2,000,000 was in force at the peak AWS default 5,000,000');
  });
});
