/** Writes the template of the reader role for accounts outside the organisation; a test holds the file to it. Run by `npm run reader-template`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { READER_TEMPLATE } from '../lib/cdk/fleet/reader-roles';
import { writeReaderRoleTemplate } from '../lib/cdk/reader/reader-role-template';

writeFileSync(join(__dirname, '..', READER_TEMPLATE), writeReaderRoleTemplate());
