/** Writes what each entry of the package gives into api/; a test holds the entries to it. Run by `npm run api-report`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES, type Entry, emitTypes, reportApi } from './api/report-api';

const ROOT = join(__dirname, '..');
const TYPES = join(ROOT, '.api-types');

emitTypes(ROOT, TYPES);
for (const entry of Object.keys(ENTRIES) as Entry[]) {
  const { text, undocumented, complaints } = reportApi(ROOT, TYPES, entry);
  writeFileSync(join(ROOT, 'api', `${entry}.api.md`), text);
  for (const line of [...undocumented, ...complaints]) console.error(line);
}
