import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../lib/cdk/fixtures';

test('the SDK does not speak of the Node it runs on: whoever reads a quota has not chosen it', () => {
  const { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: _, ...env } = process.env;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'bin', 'quota-watchdog.ts'), 'test-alert', '--region', 'us-east-1'],
    {
      encoding: 'utf8',
      env: {
        ...env,
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      },
    },
  );
  // The SDK was called, and nobody was there.
  expect(stderr).toMatch(/^quota-watchdog: us-east-1: cloudformation:DescribeStacks failed .*\n$/);
  expect(status).toBe(3);
});
