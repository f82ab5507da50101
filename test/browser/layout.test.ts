import { describeInBrowser, open } from './browser';
import { findOverflow, unfold } from './overflow';
import { PAGES, type View, WIDGETS } from './views';

/** The reader's text at twice its size: the browser's own setting, which moves `rem` and not the width. */
const TEXT_AT_200_PERCENT = 'html{font-size:200%}';

function namesOf(views: readonly View[]) {
  return views.map(({ name, draw }) => [name, draw] as const);
}

describeInBrowser('nothing scrolls sideways, is cut or lies over its neighbour', () => {
  describe.each(namesOf([...PAGES, ...WIDGETS]))('%s', (_name, draw) => {
    test.each([360, 640, 860, 1280])('%d pixels wide, everything open', async (width) => {
      const { page } = await open(draw('system'), { width });
      await unfold(page);
      expect(await findOverflow(page)).toEqual([]);
    });

    test('text at 200 %', async () => {
      const { page } = await open(draw('system'));
      const before = await page.locator('.bqw').evaluate('(one) => getComputedStyle(one).fontSize');
      await page.addStyleTag({ content: TEXT_AT_200_PERCENT });
      await unfold(page);
      expect(await page.locator('.bqw').evaluate('(one) => getComputedStyle(one).fontSize')).toBe(
        `${Number.parseFloat(String(before)) * 2}px`,
      );
      expect(await findOverflow(page)).toEqual([]);
    });
  });
});
