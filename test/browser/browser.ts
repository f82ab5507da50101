import { type Browser, chromium, type Page } from 'playwright-core';

/** The colours the reader's system asks for. */
export type Scheme = 'light' | 'dark';

/** How a document is looked at. */
export interface Look {
  /** CSS pixels. @default 1280 */
  readonly width?: number;
  /** @default 'light' */
  readonly scheme?: Scheme;
}

/** Where the documents seem to come from; nothing is ever sent there. */
const ADDRESS = 'http://watchdog.example/';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const path = process.env.BROWSER_OF_TESTS;

/** `describe`, skipped where no browser was found. */
export const describeInBrowser = path ? describe : describe.skip;

let browser: Browser | null = null;
let pages: Page[] = [];

beforeAll(async () => {
  if (path) browser = await chromium.launch({ executablePath: path, args: FLAGS });
});

afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()));
  pages = [];
});

afterAll(async () => browser?.close());

/** A page, and every address it asked for beside its own. */
export interface OpenedPage {
  readonly page: Page;
  readonly requested: readonly string[];
}

/** Shows a document as if a server had sent it; what it asks for beside is refused and noted. Closed after the test. */
export async function open(document: string, { width = 1280, scheme = 'light' }: Look = {}): Promise<OpenedPage> {
  if (!browser) throw new Error('there is no browser: use describeInBrowser');
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  pages.push(page);
  const requested: string[] = [];
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: document });
    requested.push(url);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return { page, requested };
}
