import { describeInBrowser, open } from './browser';
import { PAGES, WIDGETS } from './views';

const BUSY = [...PAGES, ...WIDGETS].filter(({ name }) => name.endsWith(', busy'));

describeInBrowser.each(BUSY.map(({ name, draw }) => [name, draw] as const))('%s', (_name, draw) => {
  test('every sparkline is a picture with a name that says what it shows', async () => {
    const { page } = await open(draw('system'));
    const sparklines = await page.locator('svg.spark').count();
    expect(sparklines).toBeGreaterThan(5);
    expect(await page.getByRole('img', { name: 'the last 3 hours with the limit as a line' }).count()).toBe(sparklines);
    expect(
      await page.getByRole('img', { name: 'Claude Opus 4.8, cross-Region, tokens/min, the last 3 hours' }).count(),
    ).toBe(1);
  });

  test('a table keeps its rows and headings when it is one column', async () => {
    for (const width of [360, 1280]) {
      const { page } = await open(draw('system'), { width });
      const table = page.getByRole('table').first();
      expect(await table.getByRole('columnheader').count()).toBe(8);
      expect(await table.getByRole('rowheader', { name: /Claude Opus 4\.8, cross-Region/ }).count()).toBe(1);
    }
  });

  test('all that is folded opens by keyboard alone, and the focus is seen', async () => {
    const { page } = await open(draw('system'));
    const folded = await page.locator('details:not([open])').count();
    expect(folded).toBeGreaterThan(2);
    const summaries = await page.locator('summary').count();
    for (let step = 0; step < summaries; step++) {
      await page.keyboard.press('Tab');
      const focused = page.locator('summary:focus-visible');
      expect(await focused.count()).toBe(1);
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
      const details = page.locator('details', { has: page.locator('> summary:focus') });
      const wasOpen = (await details.getAttribute('open')) !== null;
      await page.keyboard.press(step % 2 ? 'Enter' : 'Space');
      expect((await details.getAttribute('open')) !== null).toBe(!wasOpen);
      if (wasOpen) await page.keyboard.press('Enter');
    }
    expect(await page.locator('details:not([open])').count()).toBe(0);
  });
});
