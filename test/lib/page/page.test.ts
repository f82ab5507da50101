import { escapeHtml } from '../../../lib/page/markup/html';
import { renderQuotaPage } from '../../../lib/page/page';
import { dailyPool, minuteOf, quota, requestQuota, resolveSonnet, SONNET, series, usage } from '../core/fixtures';
import { judge } from '../core/judge';
import { BUSY, bare, pageOf } from './page-fixtures';

/** The tiles, label → figure. */
function tilesOf(page: string): Record<string, string> {
  const tiles = [...page.matchAll(/<div><dt>(.*?)<\/dt><dd><span class="\w+">(.*?)<\/span>/g)];
  return Object.fromEntries(tiles.map(([, label = '', figure = '']) => [label, figure]));
}

describe('states', () => {
  test('nothing read: no data, never 0', () => {
    const blindSpots = [{ source: 'cloudwatch:ListMetrics', message: 'cloudwatch:ListMetrics failed' }];
    const { page } = pageOf({ accountId: null, quotas: [], blindSpots });
    expect(tilesOf(page)).toEqual({
      'Highest per-minute use': 'no data',
      'Throttled calls': 'no data',
      'Zero quotas': 'no data',
      'Daily pool (estimate)': 'no data',
      Evaluated: '14:33 UTC',
    });
    expect(page).toContain('account unknown');
    expect(page).toContain('Usage could not be read');
  });

  test('quiet: read, and without traffic', () => {
    const { page } = pageOf();
    expect(tilesOf(page)).toMatchObject({ 'Highest per-minute use': '0%', 'Throttled calls': '0', 'Zero quotas': '1' });
    expect(page).toContain('Quotas that are 0 (1)');
    expect(page).toContain('Quotas below the AWS default (3)');
    expect(page).toContain('everything could be read');
  });

  test('busy: use, headroom, exhaustion, cause, fix, values apart', () => {
    const { page } = pageOf({ series: BUSY });
    expect(tilesOf(page)).toMatchObject({ 'Highest per-minute use': '99%', 'Throttled calls': '10' });
    expect(page).toContain('990,000 of 1,000,000 tokens');
    expect(page).toContain('data-label="Headroom">10,000<');
    // At 99% a limit is in sight, whether a rise is seen or not.
    expect(page).toContain('data-label="Full">nearly<');
    expect(page).toContain('data-label="Limit">1,000,000<br><span class="quiet">AWS default 5,000,000<');
    expect(page).toContain('high confidence');
    expect(page).toContain(
      '<code class="command"><span>aws</span> <span>service-quotas</span> <span>request-service-quota-increase</span>',
    );
    expect(page.match(/<svg class="chart"/g)?.length).toBe(3);
  });

  test('an account of zeros: the used zero is full, and told by words', () => {
    const zeros = [quota({ appliedValue: 0 }), requestQuota({ appliedValue: 0 })];
    const { page } = pageOf({ quotas: zeros, series: BUSY });
    expect(tilesOf(page)).toMatchObject({ 'Highest per-minute use': 'quota is 0', 'Zero quotas': '2' });
    expect(page).toContain('quota is 0 <span class="mark">Critical</span>');
    expect(page).not.toMatch(/NaN|Infinity|undefined|>null</);
  });

  test('without history the row says so', () => {
    const { document, described } = judge({
      accountId: null,
      region: 'us-east-1',
      now: minuteOf('14:33'),
      lookbackMinutes: 180,
      quotas: [quota()],
      series: BUSY,
      resolve: resolveSonnet,
      thresholds: { warningPercent: 80, criticalPercent: 95 },
      blindSpots: [],
    });
    const page = renderQuotaPage({
      document,
      described,
      quotas: [quota()],
      history: [],
      lookbackMinutes: 180,
      title: 'My title',
    });
    expect(page).toContain('<span class="quiet">none in 3 hours</span>');
    expect(page).toContain('<title>My title</title>');
  });
});

test('every finding stands in the page once', () => {
  const more = [bare('quotaChanged', 'L-1'), bare('request', 'L-2')];
  const blindSpots = [{ source: 'bedrock:ListFoundationModels', message: 'failed' }];
  const { page, described } = pageOf({ series: BUSY, blindSpots }, more);
  const ids = [...page.matchAll(/data-finding="([^"]*)"/g)].map(([, id]) => id);
  expect(described.length).toBeGreaterThan(8);
  expect([...ids].sort()).toEqual(described.map(({ finding }) => escapeHtml(finding.id)).sort());
});

describe('the document', () => {
  const { page } = pageOf({ series: BUSY });
  test('stands alone and is accessible', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toMatch(/<title>Bedrock quotas, us-east-1<\/title>/);
    expect(page).toContain('name="viewport"');
    expect(page).toContain('prefers-color-scheme:dark');
    expect(page).not.toMatch(/<link|@import|url\(|src=/);
    expect(page.match(/<script>/g)).toHaveLength(1);
    for (const [head] of page.matchAll(/<th [^>]*>/g)) expect(head).toMatch(/ scope="(?:col|row)"/);
    for (const [chart] of page.matchAll(/<svg class="chart"[^>]*>/g))
      expect(chart).toMatch(/role="img" aria-label="[^"]+"/);
  });

  test('is the same for the same input', () => {
    expect(pageOf({ series: BUSY }).page).toBe(page);
  });

  it('says that usage is not known when it could not be read, not that there is none', () => {
    const { document, described } = judge({
      accountId: null,
      region: 'us-east-1',
      now: minuteOf('14:33'),
      lookbackMinutes: 180,
      quotas: [quota()],
      series: [],
      resolve: resolveSonnet,
      thresholds: { warningPercent: 80, criticalPercent: 95 },
      blindSpots: [{ source: 'cloudwatch:ListMetrics', message: 'refused' }],
    });
    const page = renderQuotaPage({ document, described, quotas: [quota()], history: [], lookbackMinutes: 180 });
    expect(page).toContain('Usage could not be read: which quotas are in use is not known.');
    expect(page).not.toContain('No data yet');
  });
});

describe('now and peak', () => {
  const rowOf = (page: string) => {
    const [, row = ''] = /data-finding="utilization\/L-F4DDD3EB">(.*?)<\/tr>/s.exec(page) ?? [];
    return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  };

  it('stand beside each other, each with its time', () => {
    const minutes = [
      usage('14:20', { invocations: 50, estimatedTpm: 990_000 }),
      usage('14:31', { invocations: 10, estimatedTpm: 100_000 }),
    ];
    expect(rowOf(pageOf({ series: [series(`us.${SONNET}`, minutes)] }).page)).toMatch(
      /Now 10% 100,000 tokens at 14:31 UTC Peak 99% Critical 990,000 of 1,000,000 tokens at 14:20 UTC/,
    );
    expect(rowOf(pageOf({ series: [series(`us.${SONNET}`, minutes, false)] }).page)).toContain(
      'Now unknown: not read, or read late Peak 99% Critical',
    );
  });

  it('a quota by the day has its day as now, against its limit', () => {
    const { page } = pageOf({ series: BUSY, quotas: [dailyPool()] });
    const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(/Now &lt;1% OK 1,090,000 of 150,000,000 tokens since midnight UTC \(estimate\)/);
  });
});
