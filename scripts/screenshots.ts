/** Makes the pictures of README and docs anew, from the pages that the command line and the demo write of the local account. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser';
import { toTerminalPage } from './terminal-page';

const ROOT = join(__dirname, '..');
const IMAGES = join(ROOT, 'docs', 'images');

/** One picture: of which page, how it is looked at, and what is done before. */
interface Picture {
  readonly name: string;
  readonly page: 'check' | 'widget';
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** The element it begins at. @default - the top of the page */
  readonly from?: string;
  /** Rows of quotas, after which it ends. */
  readonly rows: number;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Points at the last hour of the first chart, so that it tells a value. */
const pointAtChart = (page: Page) => page.locator('.history').first().locator('input').last().hover();

const PICTURES: readonly Picture[] = [
  { name: 'page-light', page: 'check', width: 1100, scheme: 'light', rows: 3 },
  { name: 'page-dark', page: 'check', width: 1100, scheme: 'dark', rows: 3 },
  { name: 'page-rows', page: 'check', width: 1280, scheme: 'light', from: '.quotas', rows: 6, prepare: pointAtChart },
  { name: 'page-phone', page: 'check', width: 360, scheme: 'dark', from: '.quotas', rows: 3 },
  { name: 'widget-light', page: 'widget', width: 1100, scheme: 'light', rows: 3 },
];

/** What a row may unfold would leave no room for others. */
const FOLD = `document.querySelectorAll('.quotas details').forEach((one) => { one.open = false })`;

/** Writes the page of `check` and the widget of the demo into a folder. @returns their files */
function writePages(folder: string): Record<Picture['page'], string> {
  const run = (entry: string, ...args: string[]) =>
    execFileSync(process.execPath, ['--import', require.resolve('tsx'), join(ROOT, 'bin', entry), ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('quota-watchdog.ts', 'check', '--local', '--lookback', '1d', '--fail-on', 'never', '--html', 'check.html');
  run('demo.ts');
  return { check: join(folder, 'check.html'), widget: join(folder, 'demo-out', 'widget.html') };
}

/** Edges of an element on the whole page. */
async function edgesOf(page: Page, selector: string): Promise<{ readonly top: number; readonly bottom: number }> {
  const box = await page.locator(selector).first().boundingBox();
  const scrolled = await page.evaluate<number>('scrollY');
  if (box === null) throw new Error(`${selector} is not on the page`);
  return { top: box.y + scrolled, bottom: box.y + box.height + scrolled };
}

async function take(browser: Browser, file: string, picture: Picture): Promise<void> {
  const { name, width, scheme, from, rows, prepare } = picture;
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  await page.goto(`file://${file}`);
  await page.evaluate(FOLD);
  await prepare?.(page);
  const y = from === undefined ? 0 : (await edgesOf(page, from)).top - 12;
  const { bottom } = await edgesOf(page, `.quotas tbody:nth-of-type(${rows})`);
  const clip = { x: 0, y, width, height: bottom - y };
  await page.screenshot({ path: join(IMAGES, `${name}.png`), fullPage: true, clip });
  await page.close();
}

/** What is typed, and which picture shows what comes of it in a terminal of 100 columns. */
const TYPED: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'terminal-brief', args: ['check', '--brief'] },
  { name: 'terminal-quotas', args: ['quotas', 'haiku 4.5'] },
];

async function takeTerminal(browser: Browser, folder: string, { name, args }: (typeof TYPED)[number]): Promise<void> {
  const entry = join(ROOT, 'bin', 'quota-watchdog.ts');
  const call = ['--import', require.resolve('tsx'), entry, ...args, '--local'];
  const env = { ...process.env, FORCE_COLOR: '1' };
  // Exit 1 says that something was found.
  const { stdout } = spawnSync(process.execPath, call, { cwd: folder, env, encoding: 'utf8' });
  const file = join(folder, `${name}.html`);
  writeFileSync(
    file,
    toTerminalPage(`quota-watchdog ${args.map((arg) => (/ /.test(arg) ? `"${arg}"` : arg)).join(' ')}`, stdout),
  );
  const page = await browser.newPage({ viewport: { width: 1200, height: 400 } });
  await page.goto(`file://${file}`);
  await page.locator('pre').screenshot({ path: join(IMAGES, `${name}.png`) });
  await page.close();
}

async function main(): Promise<void> {
  const found = findBrowser(process.env.CHROMIUM_PATH);
  if ('reason' in found) throw new Error(found.reason);
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const typed of TYPED) await takeTerminal(browser, folder, typed);
    const files = writePages(folder);
    for (const picture of PICTURES) await take(browser, files[picture.page], picture);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

main();
