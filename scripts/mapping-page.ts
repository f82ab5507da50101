/** Writes docs/mapping.md from the tables of the product; a test holds the page to them. Run by `npm run mapping-page`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderMappingPage } from './mapping-table';

writeFileSync(join(__dirname, '..', 'docs', 'mapping.md'), renderMappingPage());
