import type { Page } from 'playwright-core';
import { EN } from '../../lib/language/en';
import { html } from '../../lib/page/markup/html';
import { renderQuotaPage } from '../../lib/page/page';
import { renderDocument } from '../../lib/page/shell/document';
import { describeInBrowser, open } from './browser';
import { FLEET, SHOWN } from './views';

const shown = SHOWN.busy;
if (!shown) throw new Error('there is no busy account');
const BUSY = renderQuotaPage(shown);

/** What the rows in use are of, as far as they are seen, in their order. */
function rowsOf(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('.quotas tbody[data-peak]')]
    .filter((one) => !one.hidden).map((one) => one.querySelector('th').textContent.replace(/, [a-z ]+\\/.*/, ''))`);
}

const statusOf = (page: Page) => page.getByRole('status').textContent();

describeInBrowser('without script', () => {
  test('all is readable, and what needs one is not shown', async () => {
    const { page } = await open(BUSY, { script: false });
    expect(await page.locator('tr[data-finding]').count()).toBeGreaterThan(5);
    expect(await page.getByText('request-service-quota-increase').first().isVisible()).toBe(true);
    expect(await page.locator('button').count()).toBe(0);
    expect(await page.locator('.tools').isVisible()).toBe(false);
    const summary = page.locator('summary').last();
    await summary.click();
    expect(await page.locator('details').last().getAttribute('open')).not.toBeNull();
  });
});

describeInBrowser('a command', () => {
  test('is copied as it is by its button, which says so', async () => {
    const { page } = await open(BUSY);
    const command = page.locator('code.command').first();
    const button = page.locator('code.command + button').first();
    expect(await button.textContent()).toBe('Copy');
    await button.click();
    await page.getByText('Copied').waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Control+V');
    expect(await page.getByRole('searchbox').inputValue()).toBe(await command.textContent());
  });

  test('is copied by the keyboard too', async () => {
    const { page } = await open(BUSY);
    await page.locator('button.copy').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Copied').waitFor();
    expect(await page.locator('button.copy').first().textContent()).toBe('Copy');
  });

  test('selected by hand is the same text', async () => {
    const { page } = await open(BUSY);
    const told = await page.evaluate<[string, string]>(`(() => {
      const command = document.querySelector('code.command');
      getSelection().selectAllChildren(command);
      return [getSelection().toString(), command.textContent];
    })()`);
    expect(told[0]).toBe(told[1]);
  });
});

describeInBrowser('a link to what is folded', () => {
  const folded = renderDocument({
    heading: 'All',
    words: EN.page,
    body: html`<p><a href="#there">There</a></p><details id="there"><summary>There</summary><p>It is</p></details>`,
  });

  test('opens it', async () => {
    const { page } = await open(folded);
    expect(await page.getByText('It is').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'There' }).click();
    await page.getByText('It is').waitFor();
  });
});

describeInBrowser('the tools', () => {
  test('find rows, folded quotas and cards by all words', async () => {
    const { page } = await open(BUSY);
    expect(await statusOf(page)).toMatch(/^(\d+) of \1 quotas$/);
    await page.getByRole('searchbox').fill('OPUS 4.8  tokens/DAY');
    expect(await rowsOf(page)).toEqual(['Claude Opus 4.8, on-demand and cross-Region']);
    // Beside it one that is folded.
    expect(await statusOf(page)).toMatch(/^2 of \d+ quotas$/);
    await page.getByRole('searchbox').fill('claude 3 haiku');
    expect(await rowsOf(page)).toEqual([]);
    expect(await page.locator('details.fold[open]:not([hidden]) tbody tr:not([hidden])').count()).toBeGreaterThan(1);
    expect(await page.locator('.card:visible').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Throttled calls' }).count()).toBe(0);
    await page.getByRole('searchbox').fill('');
    expect(await page.locator('details.fold[open]').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Throttled calls' }).count()).toBe(1);
  });

  test('leave out what is not in use', async () => {
    const { page } = await open(BUSY);
    const rows = await rowsOf(page);
    expect(await page.locator('details.fold:visible').count()).toBeGreaterThan(1);
    await page.getByLabel('only what is in use').check();
    expect(await page.locator('details.fold:visible').count()).toBe(0);
    expect(await rowsOf(page)).toEqual(rows);
    expect(await statusOf(page)).toMatch(new RegExp(`^${rows.length} of \\d+ quotas$`));
  });

  test('sort, and back', async () => {
    const { page } = await open(BUSY);
    const worstFirst = await rowsOf(page);
    const sort = page.getByRole('combobox', { name: 'Sort' });
    await sort.selectOption('by name');
    const byName = await rowsOf(page);
    expect(byName).toEqual([...worstFirst].sort((a, b) => a.localeCompare(b)));
    expect(byName).not.toEqual(worstFirst);
    await sort.selectOption('most used now');
    const shares = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.quotas tbody[data-now]')].map((one) => Number(one.dataset.now))`,
    );
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    await sort.selectOption('full soonest');
    const times = await page.evaluate<(number | null)[]>(
      `[...document.querySelectorAll('.quotas tbody[data-now]')].map((one) => one.dataset.full ? Number(one.dataset.full) : 1e12)`,
    );
    expect(new Set(times).size).toBeGreaterThan(1);
    expect(times).toEqual([...times].sort((a, b) => Number(a) - Number(b)));
    await sort.selectOption('worst first');
    expect(await rowsOf(page)).toEqual(worstFirst);
  });
});

describeInBrowser('the tools of an account without traffic', () => {
  test('find among what is folded, and nothing fails', async () => {
    const quiet = SHOWN.quiet;
    if (!quiet) throw new Error('there is no quiet account');
    const { page } = await open(renderQuotaPage(quiet));
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.getByRole('combobox', { name: 'Sort' }).selectOption('by name');
    await page.getByRole('searchbox').fill('l-0');
    expect(await statusOf(page)).toMatch(/^1 of \d+ quotas$/);
    expect(errors).toEqual([]);
    page.removeAllListeners('pageerror');
  });
});

describeInBrowser('the policy', () => {
  const inject = (markup: string) => BUSY.replace('</h1>', `</h1>${markup}`);

  test.each([
    ['a script', '<script>hit=1</script>'],
    ['a handler', '<img src="x" onerror="hit=1">'],
    ['an address that runs', '<iframe src="javascript:parent.hit=1"></iframe>'],
    ['a script from elsewhere', '<script src="//evil.example/x.js"></script>'],
    ['a style from elsewhere', '<link rel="stylesheet" href="//evil.example/x.css">'],
  ])('stops %s that got past the escaping, and lets ours run', async (_name, markup) => {
    const { page, requested } = await open(inject(markup));
    expect(await page.locator('.tools').isVisible()).toBe(true);
    expect(await page.evaluate('typeof hit')).toBe('undefined');
    expect(requested).toEqual([]);
  });

  test('lets our style apply', async () => {
    const { page } = await open(BUSY);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.bqw')).maxWidth`)).toBe('1408px');
  });
});

describeInBrowser('the page of many accounts', () => {
  const [fleet] = FLEET;

  test('has tools in each that touch no other, and a row opens what it leads to', async () => {
    const { page } = await open(fleet?.draw('light') ?? '');
    const targets = page.locator('details.target');
    expect(await targets.count()).toBe(3);
    await page.locator('.targets a').first().click();
    expect(await targets.first().getAttribute('open')).not.toBeNull();
    await page.locator('.targets a').nth(1).click();
    const seen = (index: number) => targets.nth(index).locator('tbody[data-peak]:not([hidden])').count();
    const before = await seen(1);
    await targets.first().getByRole('searchbox').fill('nonesuch');
    expect([await seen(0), await seen(1)]).toEqual([0, before]);
    expect(before).toBeGreaterThan(0);
  });
});
