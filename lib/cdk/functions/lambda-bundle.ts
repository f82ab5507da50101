import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file `npm run build` makes of each handler. */
const BUNDLE_FILE = 'index.js';

/**
 * The folder with the built bundle of a Lambda: `lambda/<name>` beside `lib` in compiled code (dist), `dist/lambda/<name>`
 * beside it in source.
 * @param from the folder of this file; tests give another.
 * @throws Error when there is no bundle: the package was not built.
 */
export function findLambdaBundle(name: string, from: string = __dirname): string {
  const root = join(from, '..', '..', '..');
  const candidates = [join(root, 'lambda', name), join(root, 'dist', 'lambda', name)];
  const found = candidates.find((directory) => existsSync(join(directory, BUNDLE_FILE)));
  if (found) return found;
  throw new Error(
    `the bundle of the Lambda "${name}" is missing: neither ${candidates.join(' nor ')} holds ${BUNDLE_FILE}; run "npm run build" first`,
  );
}
