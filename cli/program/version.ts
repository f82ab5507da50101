import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of the package this file belongs to, compiled or not; `unknown` outside a package. */
export function readVersion(directory = __dirname): string {
  const file = join(directory, 'package.json');
  if (existsSync(file)) {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string };
    return version ?? 'unknown';
  }
  const parent = dirname(directory);
  return parent === directory ? 'unknown' : readVersion(parent);
}
