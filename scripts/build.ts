/** Makes all of dist, as the package carries it. Run by `npm run build`, and by npm before it packs. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleHandlers } from './bundle-handlers';
import { bundleCommandLine } from './pack/bundle-command-line';
import { bundleDynalite } from './pack/bundle-dynalite';
import { listComponents } from './pack/list-components';
import { synthesiseDemo } from './pack/synthesise-demo';
import { writeLicences } from './pack/write-licences';
import { writeSbom } from './pack/write-sbom';

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');
const BIN = join(DIST, 'bin');

/** Constructs, core and client with their types, each file for itself. */
function compileLibrary(): void {
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
}

async function build(): Promise<void> {
  // What an earlier build left belongs to no package.
  rmSync(DIST, { recursive: true, force: true });
  compileLibrary();
  const files = [
    ...(await bundleHandlers()),
    ...(await bundleCommandLine(ROOT, BIN)),
    ...(await bundleDynalite(ROOT, BIN)),
  ];
  await synthesiseDemo(DIST, BIN);
  const components = listComponents(ROOT, files);
  writeLicences(components, join(DIST, 'THIRD-PARTY-LICENSES.txt'));
  writeSbom(ROOT, components, join(DIST, 'sbom.cdx.json'));
}

build().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
