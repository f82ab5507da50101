/** Runs the deployed tests where their engine can run; says in one line what is missing where it cannot. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findMissing } from './engines';

const missing = findMissing();
if (missing) {
  process.stderr.write(`test:e2e is skipped: ${missing}\n`);
} else {
  const root = join(__dirname, '..', '..');
  const { status } = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--config', 'jest.e2e.config.js', ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
}
