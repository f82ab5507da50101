import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds what the tests look at: the Lambda bundle as it is shipped. */
export default function setUp(): void {
  const root = join(__dirname, '..');
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'bundle.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
}
