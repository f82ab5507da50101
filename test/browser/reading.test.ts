import type { Page } from 'playwright-core';
import { describeInBrowser, open } from './browser';
import { PAGES, WIDGETS } from './views';

const BUSY = [...PAGES, ...WIDGETS].filter(({ name }) => name.endsWith(', busy'));

/** What the charts of the whole page tell at the moment. */
function toldBy(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('.history label > span')]
    .filter((one) => getComputedStyle(one).clipPath === 'none').map((one) => one.textContent)`);
}

/** One stop of the Tab key: what has the focus, and whether that shows. */
async function focusNext(page: Page): Promise<{ readonly what: string; readonly isSeen: boolean }> {
  await page.keyboard.press('Tab');
  return page.evaluate(`(() => {
    const one = document.activeElement;
    const what = [...document.querySelectorAll('*')].indexOf(one) + one.localName;
    return { what, isSeen: one === document.body || getComputedStyle(one).outlineStyle !== 'none' };
  })()`);
}

describeInBrowser.each(BUSY.map(({ name, draw }) => [name, draw] as const))('%s', (_name, draw) => {
  test('every chart is a picture with a name that says what it shows', async () => {
    const { page } = await open(draw('system'));
    const charts = await page.locator('svg.chart').count();
    expect(charts).toBeGreaterThan(5);
    expect(await page.getByRole('img', { name: 'the last 3 hours, limit ' }).count()).toBe(charts);
    const name = 'Claude Opus 4.8, cross-Region, tokens/min, the last 3 hours, limit 300,000';
    expect(await page.getByRole('img', { name, exact: true }).count()).toBe(1);
  });

  test('a table keeps its rows and headings when it is one column', async () => {
    for (const width of [360, 1280]) {
      const { page } = await open(draw('system'), { width });
      const table = page.getByRole('table').first();
      expect(await table.getByRole('columnheader').count()).toBe(7);
      expect(await table.getByRole('rowheader', { name: /Claude Opus 4\.8, cross-Region/ }).count()).toBe(1);
    }
  });

  test('all that is folded opens by keyboard alone, and the focus is seen', async () => {
    const { page } = await open(draw('system'));
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(2);
    const seen = new Set<string>();
    for (let stop = await focusNext(page); !seen.has(stop.what); stop = await focusNext(page)) {
      seen.add(stop.what);
      expect(stop.isSeen).toBe(true);
      const details = page.locator('details', { has: page.locator('> summary:focus') });
      if ((await details.count()) === 0 || (await details.getAttribute('open')) !== null) continue;
      await page.keyboard.press(seen.size % 2 ? 'Enter' : 'Space');
    }
    expect(await page.locator('details:not([open])').count()).toBe(0);
  });

  test('a chart tells the highest value of each part, by the pointer and by the keys, and one at a time', async () => {
    const { page } = await open(draw('system'));
    const chart = page.locator('.history', { has: page.getByRole('img', { name: /Claude Opus 4\.8.*tokens\/min/ }) });
    expect(await toldBy(page)).toEqual([]);
    await chart.locator('input').nth(4).hover();
    expect(await toldBy(page)).toEqual([expect.stringMatching(/^12:13–12:23: [\d,]+ tokens at 12:1\d$/)]);
    await chart.locator('input').first().focus();
    expect(await toldBy(page)).toEqual([expect.stringMatching(/^12:13–12:23: /)]);
    await page.mouse.move(0, 0);
    expect(await toldBy(page)).toEqual([expect.stringMatching(/^11:33–11:43: /)]);
    await page.keyboard.press('ArrowRight');
    expect(await toldBy(page)).toEqual([expect.stringMatching(/^11:43–11:53: /)]);
    await page.keyboard.press('Tab');
    expect(await toldBy(page)).toEqual([]);
  });
});
