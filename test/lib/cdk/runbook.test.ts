import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runbookSectionOfAlarm } from '../../../lib/cdk/alarms/create-alarm';
import { MODEL_ALARMS, REPOSITORY, RUNBOOK, WATCHDOG_ALARMS } from '../../../lib/contract';
import { FINDING_KINDS } from '../../../lib/core/vocabulary/finding';
import { EN_EXPLAIN } from '../../../lib/language/en/explain';
import { ROOT } from './fixtures';

const ALARMS = [...WATCHDOG_ALARMS, ...MODEL_ALARMS];
/** Where pages of the project open. */
const PAGES = `${REPOSITORY}/blob/main/`;
const text = readFileSync(join(ROOT, RUNBOOK.replace(PAGES, '')), 'utf8');
const sections = new Map(
  text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...body] = section.split('\n');
      return [title.toLowerCase(), body.join('\n').split(/^## /m)[0] ?? ''] as const;
    }),
);

test.each([...ALARMS, ...FINDING_KINDS])('%s has a section with all four parts', (name) => {
  const section = sections.get(name.toLowerCase());
  for (const part of ['**Means**', '**Confirm**', '**Do**', '**Ignore when**']) expect(section).toContain(part);
});

test('every section is of an alarm or a kind', () => {
  const known = [...ALARMS, ...FINDING_KINDS].map((name) => name.toLowerCase());
  expect([...sections.keys()].sort()).toEqual(known.sort());
});

test('links within the runbook lead somewhere, and so do those of the alarms', () => {
  const anchors = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor);
  const alarmAnchors = ALARMS.map((name) => runbookSectionOfAlarm(RUNBOOK, name).split('#')[1] ?? '');
  for (const anchor of [...anchors, ...alarmAnchors]) expect([...sections.keys()]).toContain(anchor);
});

test.each(Object.keys(EN_EXPLAIN.meanings))('the error kind %s has a row', (kind) => {
  const [, table = ''] = text.split('## Errors that callers read');
  expect(table.split(/^## /m)[0]).toContain(`\`${kind}\``);
});

test('package.json says where the project lives as the runbook does', () => {
  const { repository, homepage, bugs } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect({ repository, homepage, bugs }).toEqual({
    repository: { type: 'git', url: `git+${REPOSITORY}.git` },
    homepage: `${REPOSITORY}#readme`,
    bugs: { url: `${REPOSITORY}/issues` },
  });
  expect(RUNBOOK).toMatch(new RegExp(`^${REPOSITORY}/`));
});
