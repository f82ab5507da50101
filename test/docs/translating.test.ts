import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FINDING_KINDS } from '../../lib/core/vocabulary/finding';
import { EN_COMMANDS, PT_BR_COMMANDS } from '../../lib/language/command-words';
import { ROOT } from '../lib/cdk/fixtures';

const page = readFileSync(join(ROOT, 'docs/translating.md'), 'utf8');

test.each(FINDING_KINDS)('the page for translators has %s as it is said', (kind) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\``));
  const [, , english, portuguese] = row?.split('|').map((cell) => cell.trim()) ?? [];
  expect([english, portuguese]).toEqual([EN_COMMANDS.cli.kinds[kind], PT_BR_COMMANDS.cli.kinds[kind]]);
});
