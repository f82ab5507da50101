import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROFILE_DAYS } from '../../lib/core/measure/day-profile';
import { LEDGER_MINUTES } from '../../lib/core/refusals/ledger';
import { bugs } from '../../package.json';
import { ROOT } from '../lib/cdk/fixtures';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const PAGE = read('SECURITY.md');

/** How long the page says that something is kept. */
function keptOf(what: string): string {
  const row = PAGE.split('\n').find((line) => line.startsWith(`| ${what}`));
  return row?.split('|')[2]?.trim() ?? '';
}

/** A number that a file keeps for itself. */
function constantOf(file: string, name: string): number {
  return Number(new RegExp(`const ${name} = (\\d+);`).exec(read(file))?.[1]);
}

test.each([
  ['minutes of traffic', `${constantOf('lambda/memory/histories.ts', 'BUCKET_LIFETIME_HOURS')} hours`],
  ['a profile of the last days', `${PROFILE_DAYS} days`],
  ['messages that were refused for good', `the newest ${constantOf('lambda/memory/aside.ts', 'MOST_MESSAGES')}`],
  ['refused calls', `${LEDGER_MINUTES / 60} hours; callers not at all with \`principals: false\``],
])('it says how long are kept: %s', (what, kept) => {
  expect(keptOf(what)).toBe(kept);
});

test('a weakness is reported where the package says that its source is', () => {
  expect(PAGE).toContain(`${bugs.url.replace(/\/issues$/, '')}/security/advisories/new`);
});
