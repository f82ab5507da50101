import { describeInBrowser, open } from './browser';
import { findOverflow, unfold } from './overflow';
import { FLEET, PAGES, PORTUGUESE, WIDGETS } from './views';

/** A phone, half a dashboard, a tablet, the width where the table becomes one column, a screen, a large one. */
const WIDTHS = [360, 640, 768, 930, 1280, 1920];

/** Hundreds of rows are laid out seven times; a busy machine takes its time. */
const MANY_LAYOUTS_MS = 120_000;

/** The reader's own setting of the browser: `rem` grows and the window does not. */
const TEXT_AT_200_PERCENT = 'document.documentElement.style.fontSize = "200%"';

const FONT_SIZE = 'getComputedStyle(document.querySelector(".bqw")).fontSize';

describeInBrowser('nothing scrolls sideways, is cut or lies over its neighbour', () => {
  test.each([...PAGES, PORTUGUESE, ...WIDGETS, ...FLEET].map(({ name, draw }) => [name, draw] as const))(
    '%s',
    async (_name, draw) => {
      const { page } = await open(draw('system'));
      await unfold(page);
      const found: Record<string, string[]> = {};
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        found[`${width} pixels`] = await findOverflow(page);
      }
      expect(await page.evaluate(FONT_SIZE)).toBe('15px');
      await page.evaluate(TEXT_AT_200_PERCENT);
      expect(await page.evaluate(FONT_SIZE)).toBe('30px');
      found['text at 200 %'] = await findOverflow(page);
      expect(Object.entries(found).filter(([, elements]) => elements.length > 0)).toEqual([]);
    },
    MANY_LAYOUTS_MS,
  );

  test('what is too wide is found', async () => {
    const { page } = await open(
      '<p style="width:99px"><code style="display:block;white-space:pre">a word that is too wide</code></p>',
    );
    expect(await findOverflow(page)).toHaveLength(2);
  });
});
