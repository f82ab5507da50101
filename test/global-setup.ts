import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds what the tests look at: the Lambda bundle as it is shipped. */
export default function setUp(): void {
  const root = join(__dirname, '..');
  // The SDK's note on the Node of this machine would stand above every test.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // The tests say which language they want; this machine's is none of theirs.
  for (const name of ['QUOTA_WATCHDOG_LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG']) delete process.env[name];
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'bundle.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
}
