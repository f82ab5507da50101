import { source } from 'axe-core';
import { renderQuotaPage } from '../../lib/page/page';
import { BUSY, shownOf } from '../lib/page/page-fixtures';
import { describeInBrowser, open, type Scheme } from './browser';
import { unfold } from './overflow';
import { FLEET, PAGES, type View, WIDGETS } from './views';

interface Verdict {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe says is wrong, and what it could not decide. */
type Verdicts = Readonly<Record<'violations' | 'incomplete', readonly Verdict[]>>;

/** Every rule that axe runs of itself, all impacts and best practices included: none is left out. */
const ALL_RULES = {};

/** The rules whose answer another colour scheme can change; the one for 7 to 1 (level AAA) is not asked for. */
const COLOUR_RULES = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Axe cannot tell what is behind the text of a drawing; a test of its own says that it has the colours of text that axe measures. */
const WHERE = "{ exclude: [['.chart text']] }";

/** Rows beyond the thirtieth are made of what the others are made of, and looking at hundreds takes minutes. */
const DROP_ROWS = `document.querySelectorAll('.quotas tbody:nth-of-type(n+31)').forEach((one) => one.remove())`;

/** The colours of the labels below charts, and those of quiet text on the paper of the page. */
const LABEL_COLOURS = `(() => {
  const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  return { label: of('.chart text', 'fill'), text: of('caption', 'color'), plot: of('.chart', 'backgroundColor') };
})()`;

function spellVerdict({ id, impact, nodes }: Verdict): string {
  return `${id} (${impact}), ${nodes.length} times: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ''}`;
}

/** All axe complains of in a document whose folded parts are open, the undecided included. */
async function complaintsOf(document: string, scheme: Scheme, rules: object): Promise<string[]> {
  const { page } = await open(document, { scheme });
  await unfold(page);
  await page.evaluate(DROP_ROWS);
  await page.evaluate(source);
  const options = JSON.stringify({ ...rules, resultTypes: ['violations', 'incomplete'], preload: false });
  const { violations, incomplete } = await page.evaluate<Verdicts>(`axe.run(${WHERE}, ${options})`);
  return [...violations, ...incomplete].map(spellVerdict);
}

const byName = (views: readonly View[]) => views.map(({ name, draw }) => [name, draw] as const);

/** The states that hold all colours there are; the others repeat them. */
const COLOURFUL = /busy|error|stale|failed/;

describeInBrowser('axe finds nothing', () => {
  test.each(byName([...PAGES, ...WIDGETS, ...FLEET]))('%s: all rules, light', async (_name, draw) => {
    expect(await complaintsOf(draw('system'), 'light', ALL_RULES)).toEqual([]);
  });

  // 400 rows have the colours of eleven.
  test.each(byName(PAGES.filter(({ name }) => !name.includes('400'))))('%s: colours, dark', async (_name, draw) => {
    expect(await complaintsOf(draw('system'), 'dark', COLOUR_RULES)).toEqual([]);
  });

  // The colours of a dashboard win over those of the reader's system.
  test.each(byName(WIDGETS.filter(({ name }) => COLOURFUL.test(name))))('%s: colours, theme', async (_name, draw) => {
    expect(await complaintsOf(draw('dark'), 'light', COLOUR_RULES)).toEqual([]);
    expect(await complaintsOf(draw('light'), 'dark', COLOUR_RULES)).toEqual([]);
  });
});

describeInBrowser('labels below charts', () => {
  test.each(['light', 'dark'] as const)(
    'have the colour of quiet text, on nothing but the page: %s',
    async (scheme) => {
      const { page } = await open(renderQuotaPage(shownOf({ series: BUSY })), { scheme });
      const { label, text, plot } = await page.evaluate<Record<string, string>>(LABEL_COLOURS);
      expect([label, plot]).toEqual([text, 'rgba(0, 0, 0, 0)']);
    },
  );
});

describeInBrowser('what is wrong is found', () => {
  test('text too pale in the dark, and there only', async () => {
    const pale = renderQuotaPage(shownOf()).replaceAll('--quiet:#a9b4c0', '--quiet:#4a5158');
    expect((await complaintsOf(pale, 'dark', COLOUR_RULES)).join()).toContain('color-contrast');
    expect(await complaintsOf(pale, 'light', COLOUR_RULES)).toEqual([]);
  });

  test('a picture without a name', async () => {
    const nameless = renderQuotaPage(shownOf({ series: BUSY })).replaceAll(/ aria-label="[^"]*"/g, '');
    expect((await complaintsOf(nameless, 'light', { runOnly: ['svg-img-alt'] })).join()).toContain('svg-img-alt');
  });
});
