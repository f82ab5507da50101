/** Says whether a vulnerability is known of anything that the package ships. Run by `npm run audit`, after a build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditPackage } from './pack/audit-package';

const audit = auditPackage(JSON.parse(readFileSync(join(__dirname, '..', 'dist', 'sbom.cdx.json'), 'utf8')));
switch (audit.kind) {
  case 'clean':
    console.log(`nothing is known of the ${audit.packages} packages that are shipped`);
    break;
  case 'vulnerable':
    console.error(`shipped with known vulnerabilities: ${audit.names.join(', ')}`);
    process.exitCode = 1;
    break;
  case 'unknown':
    console.error(`not known whether what is shipped is clean: ${audit.reason}`);
}
