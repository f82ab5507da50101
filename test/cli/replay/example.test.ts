import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceEnvironment, runCli } from '../captured-io';

const ROOT = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const texts = {
  'examples/replay/incident.jsonl': read('examples/replay/incident.jsonl'),
  'examples/replay/quotas.json': read('examples/replay/quotas.json'),
};
const COMMAND = 'check --no-color --replay examples/replay/incident.jsonl --quotas examples/replay/quotas.json';

const HEADING = '## An example';

beforeEach(() => replaceEnvironment({}));

test('the page shows the command, and what it prints now', async () => {
  const { out, exitCode } = await runCli(COMMAND, { texts });
  const page = read('docs/replay.md');
  expect(exitCode).toBe(1);
  expect(page).toContain(`npm run --silent cli -- ${COMMAND}\n`);
  const parts = page.slice(page.indexOf(HEADING)).split('```');
  if (process.env.UPDATE_GOLDEN === '1') {
    const anew = parts.with(3, `\n${out}`).join('```');
    writeFileSync(join(ROOT, 'docs/replay.md'), `${page.slice(0, page.indexOf(HEADING))}${anew}`);
  }
  const [, , , printed] = parts;
  expect(printed).toBe(`\n${out}`);
});

test('the numbers the page speaks of', async () => {
  const { out } = await runCli(`${COMMAND} --json`, { texts });
  const { findings } = JSON.parse(out);
  expect(findings).toContainEqual(
    expect.objectContaining({
      id: 'throttled/crossRegion/anthropic.claude-sonnet-4-5-20250929-v1:0',
      usage: expect.objectContaining({ value: 82 }),
      cause: expect.objectContaining({ kind: 'tokensPerMinute' }),
    }),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({ id: 'dailyPool/L-E3F10727', utilizationPercent: 4.9713, severity: 'ok' }),
  );
  const mixed = await runCli(`${COMMAND} --json --at 2026-10-14T14:26:00Z --lookback 1m`, { texts });
  expect(JSON.parse(mixed.out).findings).toContainEqual(
    expect.objectContaining({
      id: 'utilization/L-F4DDD3EB',
      usage: expect.objectContaining({ value: 982_310, provenance: 'mixed' }),
    }),
  );
});

test('the line the page shows is a line of the example', () => {
  const [, shown = ''] = /^```jsonl\n(.*)\n```$/m.exec(read('docs/replay.md')) ?? [];
  const lines = texts['examples/replay/incident.jsonl'].trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(JSON.parse(shown));
});
