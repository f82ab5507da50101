import { source } from 'axe-core';
import { describeInBrowser, open, type Scheme } from './browser';
import { unfold } from './overflow';
import { PAGES, WIDGETS } from './views';
import type { WidgetTheme } from '../../lib/core/quota-widget';

interface Verdict {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
}

/** Every rule of axe, all impacts and best practices included; none is left out. */
const RUN_AXE = 'axe.run(document, { resultTypes: ["violations", "incomplete"] })';

async function judge(document: string, scheme: Scheme): Promise<{ violations: string[]; undecided: string[] }> {
  const { page } = await open(document, { scheme });
  await unfold(page);
  await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate<Record<'violations' | 'incomplete', Verdict[]>>(RUN_AXE);
  const spell = ({ id, impact, nodes }: Verdict) =>
    `${id} (${impact}), ${nodes.length} times: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.any.map(({ message }) => message)}`;
  return { violations: violations.map(spell), undecided: incomplete.map(spell) };
}

const CLEAN = { violations: [], undecided: [] };
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

describeInBrowser('axe finds nothing, contrast included', () => {
  describe.each(SCHEMES)('%s', (scheme) => {
    test.each(PAGES.map(({ name, draw }) => [name, draw] as const))('%s', async (_name, draw) => {
      expect(await judge(draw('system'), scheme)).toEqual(CLEAN);
    });

    // The dashboard's theme wins over the reader's system, so both are tried on both.
    const themes: readonly WidgetTheme[] = ['system', scheme === 'dark' ? 'light' : 'dark'];
    describe.each(themes)('on a %s dashboard', (theme) => {
      test.each(WIDGETS.map(({ name, draw }) => [name, draw] as const))('%s', async (_name, draw) => {
        expect(await judge(draw(theme), scheme)).toEqual(CLEAN);
      });
    });
  });
});
