import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quota-watchdog-api-'));
  // A link in a docstring that leads nowhere ends it.
  execFileSync('npm', ['run', '--silent', 'api-pages', '--', '--out', folder], { cwd: ROOT, stdio: 'pipe' });
});

afterAll(() => rmSync(folder, { recursive: true }));

const pageOf = (file: string) => readFileSync(join(folder, file), 'utf8');

test.each([
  ['bedrock-quota-watchdog.html', ['BedrockQuotaWatchdog', 'BedrockQuotaWatchdogProps', 'WatchdogStack']],
  ['bedrock-quota-watchdog_core.html', ['evaluate', 'readError', 'Finding']],
  ['bedrock-quota-watchdog_client.html', ['withQuotas', 'createFallback', 'DailyQuotaExhaustedError']],
])('%s lists what that entry exports', (file, names) => {
  const page = pageOf(join('modules', file));
  expect(names.filter((name) => !page.includes(`.${name}.html">`))).toEqual([]);
});

test('the page of the properties has each of them, with its default', () => {
  const page = pageOf('interfaces/bedrock-quota-watchdog.BedrockQuotaWatchdogProps.html');
  const source = readFileSync(join(ROOT, 'lib/cdk/watchdog-props.ts'), 'utf8');
  const props = [...source.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name = '']) => name);
  expect(props).toContain('alertEmails');
  expect(props.filter((name) => !page.includes(`id="${name.toLowerCase()}"`))).toEqual([]);
  expect(page.match(/id="default/gi)?.length).toBeGreaterThanOrEqual(props.length);
});

test('the page of the construct leads to its source', () => {
  const page = pageOf('classes/bedrock-quota-watchdog.BedrockQuotaWatchdog.html');
  expect(page).toContain('/blob/main/lib/cdk/bedrock-quota-watchdog.ts#L');
  for (const member of ['alerttopic', 'grantreadlimits']) expect(page).toContain(`id="${member}"`);
});
