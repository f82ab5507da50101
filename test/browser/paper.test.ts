import { renderQuotaPage } from '../../lib/page/page';
import { describeInBrowser, open, type Scheme } from './browser';
import { unfold } from './overflow';
import { SHOWN } from './views';

const shown = SHOWN.busy;
if (!shown) throw new Error('there is no busy account');
const BUSY = renderQuotaPage(shown);

/** Where the tiles of each row end, in pixels from the end of their list. */
const GAPS = `(() => {
  const list = document.querySelector('.tiles').getBoundingClientRect();
  const ends = new Map();
  for (const tile of document.querySelectorAll('.tiles > div')) {
    const { top, right } = tile.getBoundingClientRect();
    ends.set(Math.round(top), Math.max(ends.get(Math.round(top)) ?? 0, right));
  }
  return [...ends.values()].map((end) => Math.round(list.right - end));
})()`;

/** What is to stay in one line and does not; words of commands may break where one alone is wider than its line. */
const BROKEN = `[...document.querySelectorAll('.keep, .command span')].filter((one) => {
  const rows = new Set([...one.getClientRects()].map(({ top }) => Math.round(top))).size;
  const isTall = one.getBoundingClientRect().height > 1.6 * parseFloat(getComputedStyle(one).lineHeight);
  const isTooWide = one.getBoundingClientRect().width >= one.parentElement.getBoundingClientRect().width - 1;
  return rows > 1 || (isTall && !isTooWide);
}).map((one) => one.textContent)`;

const MOVING = `[...document.querySelectorAll('*')].filter((one) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
  return animationName !== 'none' || parseFloat(transitionDuration) > 0 || scrollBehavior === 'smooth';
}).map((one) => one.localName)`;

const LOOKS = [360, 768, 1280, 1920].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) => [true, false].map((script) => [width, scheme, script] as const)),
);

describeInBrowser.each(LOOKS)('%d pixels, %s, script: %s', (width, scheme: Scheme, script) => {
  test('tiles fill their rows, and no time, code or word of a command is broken', async () => {
    const { page } = await open(BUSY, { width, scheme, script });
    if (script) await unfold(page);
    expect(Math.max(...(await page.evaluate<number[]>(GAPS)))).toBe(0);
    expect(await page.evaluate(BROKEN)).toEqual([]);
    expect(await page.getByText('since 14:2').first().isVisible()).toBe(true);
  });
});

describeInBrowser('what is broken', () => {
  test('is found: a time over two lines, a tile that leaves room', async () => {
    const { page } = await open(BUSY, { width: 360 });
    await page.evaluate(`(() => {
      document.querySelector('.card .keep').style = 'white-space:normal;display:block;width:1ch;overflow-wrap:anywhere';
      document.querySelector('.tiles div:last-child').style = 'flex:none';
    })()`);
    expect(await page.evaluate<string[]>(BROKEN)).toHaveLength(1);
    expect(Math.max(...(await page.evaluate<number[]>(GAPS)))).toBeGreaterThan(0);
  });
});

describeInBrowser('on paper', () => {
  test('there is nothing to press, and the commands are there', async () => {
    const { page } = await open(BUSY);
    await page.emulateMedia({ media: 'print' });
    for (const pressed of ['.tools', '.copy', 'fieldset']) {
      expect(await page.locator(pressed).count()).toBeGreaterThan(0);
      expect(await page.locator(`${pressed}:visible`).count()).toBe(0);
    }
    expect(await page.locator('code.command').first().isVisible()).toBe(true);
  });
});

describeInBrowser('for who asks for less motion', () => {
  test('nothing moves', async () => {
    const { page } = await open(BUSY);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(MOVING)).toEqual([]);
  });
});
