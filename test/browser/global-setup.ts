import { findBrowser } from '../../scripts/find-browser';

/** Looks for a browser once, for all files; without one it says so, once. */
export default function setUp(): void {
  const found = findBrowser(process.env.CHROMIUM_PATH);
  if ('path' in found) {
    process.env.BROWSER_OF_TESTS = found.path;
    return;
  }
  delete process.env.BROWSER_OF_TESTS;
  process.stderr.write(`Browser tests are skipped: ${found.reason}.\n`);
}
