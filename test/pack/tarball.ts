import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Tells the tests where the packed package is. */
const VARIABLE = 'QUOTA_WATCHDOG_TARBALL';

/** Packs the package as npm publishes it, in a folder outside the clone. */
export function packPackage(): void {
  const folder = mkdtempSync(join(tmpdir(), 'quota-watchdog-pack-'));
  const args = ['pack', '--json', '--pack-destination', folder];
  const answer = execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const [{ filename }] = JSON.parse(answer.slice(answer.indexOf('[')));
  process.env[VARIABLE] = join(folder, filename);
}

/** The packed package. */
export function tarball(): string {
  const file = process.env[VARIABLE];
  if (file === undefined) throw new Error('the package was not packed');
  return file;
}

/** Removes it. */
export function removePackage(): void {
  rmSync(dirname(tarball()), { recursive: true, force: true });
}
