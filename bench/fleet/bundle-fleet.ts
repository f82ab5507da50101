import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../lib/bundle';

const FUNCTIONS = ['dispatcher', 'worker'] as const;

/** The functions of a fleet as they are deployed, a folder each. */
export async function bundleFleet(): Promise<{ readonly directory: string; remove(): void }> {
  const directory = mkdtempSync(join(tmpdir(), 'watchdog-bench-'));
  for (const name of FUNCTIONS) {
    const built = await bundle(`lambda/${name}/index.ts`);
    mkdirSync(join(directory, name));
    renameSync(join(built.directory, 'index.js'), join(directory, name, 'index.js'));
    built.remove();
  }
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
