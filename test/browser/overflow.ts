import type { Page } from 'playwright-core';

/** What this file needs of the page's own `document`; TypeScript has no DOM here. */
interface Box {
  readonly tagName: string;
  readonly className: unknown;
  readonly textContent: string | null;
  readonly clientWidth: number;
  readonly scrollWidth: number;
}
declare const document: { querySelectorAll(selector: string): Iterable<Box> };

/** Names of the elements whose content is wider than they are: what scrolls sideways, is cut, or lies over its neighbour. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const { tagName, className, textContent, clientWidth, scrollWidth } of document.querySelectorAll('*')) {
      // Inline elements have no width of their own; 1 pixel wide is what only screen readers see.
      if (clientWidth <= 1 || scrollWidth <= clientWidth + 1) continue;
      found.push(
        `${tagName}.${String(className)} ${scrollWidth} > ${clientWidth}: ${(textContent ?? '').slice(0, 60)}`,
      );
    }
    return found;
  });
}

/** Opens everything folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })');
}
