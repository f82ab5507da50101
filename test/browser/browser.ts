import { type Browser, chromium, type Page, type Route } from 'playwright-core';

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
let shared: Page | null = null;
let shown = '';
let requested: string[] = [];

/** The document is given as if a server had sent it; what it asks for beside is refused and noted. */
async function answer(route: Route): Promise<void> {
  const url = route.request().url();
  if (url === ADDRESS) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown });
  requested.push(url);
  return route.abort();
}

beforeAll(async () => {
  if (!path) return;
  browser = await chromium.launch({ executablePath: path, args: FLAGS });
  shared = await browser.newPage();
  await shared.route('**/*', answer);
});

afterAll(async () => browser?.close());

/** A document in the browser, and every address it asked for beside its own. */
export interface OpenedPage {
  readonly page: Page;
  readonly requested: readonly string[];
}

/** Shows a document in the one page that there is; the document before is gone. */
export async function open(document: string, { width = 1280, scheme = 'light' }: Look = {}): Promise<OpenedPage> {
  if (!shared) throw new Error('there is no browser: use describeInBrowser');
  shown = document;
  requested = [];
  await shared.setViewportSize({ width, height: 800 });
  await shared.emulateMedia({ colorScheme: scheme });
  await shared.goto(ADDRESS);
  return { page: shared, requested };
}
