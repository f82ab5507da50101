import { type Browser, chromium, type Page, type Route } from 'playwright-core';

/** The colours the reader's system asks for. */
export type Scheme = 'light' | 'dark';

/** How a document is looked at. */
export interface Look {
  /** CSS pixels. @default 1280 */
  readonly width?: number;
  /** @default 'light' */
  readonly scheme?: Scheme;
  /** Whether scripts run. @default true */
  readonly script?: boolean;
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
/** The page where scripts run, and the one where they do not. */
const shared = new Map<boolean, Page>();
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
  for (const javaScriptEnabled of [true, false]) {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.route('**/*', answer);
    shared.set(javaScriptEnabled, page);
  }
});

afterAll(async () => browser?.close());

/** A document in the browser, and every address it asked for beside its own. */
export interface OpenedPage {
  readonly page: Page;
  readonly requested: readonly string[];
}

/** Shows a document in the page that there is with or without script; the document before is gone. */
export async function open(
  document: string,
  { width = 1280, scheme = 'light', script = true }: Look = {},
): Promise<OpenedPage> {
  const page = shared.get(script);
  if (!page) throw new Error('there is no browser: use describeInBrowser');
  shown = document;
  requested = [];
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: scheme, media: null, reducedMotion: null });
  await page.goto(ADDRESS);
  return { page, requested };
}
