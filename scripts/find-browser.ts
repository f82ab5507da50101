import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where packages of the usual systems put a Chromium. */
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A browser that starts, or why there is none. */
export type FoundBrowser = { readonly path: string } | { readonly reason: string };

/** Whether it is a browser: Ubuntu's `chromium-browser` may be a script that only tells to install one. */
function isStarting(path: string): boolean {
  try {
    return /chrom/i.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return false;
  }
}

/**
 * The first Chromium that starts.
 * @param wanted the path the caller insists on; nothing else is tried then
 */
export function findBrowser(wanted: string | undefined): FoundBrowser {
  const paths = wanted ? [wanted] : USUAL_PATHS;
  const path = paths.find((one) => existsSync(one) && isStarting(one));
  if (path) return { path };
  return { reason: `no Chromium that starts at ${paths.join(', ')}; install one or set CHROMIUM_PATH` };
}
