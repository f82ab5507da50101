import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { packedStackOf, RECIPIENT } from '../../bin/demo/prepare-stack';
import { synthesise } from '../../bin/demo/synthesise';
import { LANGUAGES } from '../../lib/language/language';

/** What a reader of the assembly needs of it. */
const [MANIFEST, TEMPLATE] = ['manifest.json', 'stack.template.json'];

/**
 * Writes the stack of the demo as a template in each language, so that the demo of an installed package needs no CDK. The
 * functions of the templates are the bundles of the package.
 * @param bin where the command line is.
 */
export async function synthesiseDemo(dist: string, bin: string): Promise<void> {
  for (const language of LANGUAGES) {
    const assembly = mkdtempSync(join(tmpdir(), 'quota-watchdog-demo-'));
    await synthesise(assembly, { alertEmail: RECIPIENT, language, staging: false });
    const { artifacts } = JSON.parse(readFileSync(join(assembly, MANIFEST), 'utf8'));
    const [id] = Object.keys(artifacts).filter((key) => artifacts[key].type === 'aws:cloudformation:stack');
    if (id === undefined) throw new Error('the demo has no stack');
    const { type, properties } = artifacts[id];
    const folder = packedStackOf(language, bin);
    mkdirSync(folder, { recursive: true });
    const template = readFileSync(join(assembly, properties.templateFile), 'utf8');
    const packed = template.replaceAll(join(dist, 'lambda'), relative(folder, join(dist, 'lambda')));
    writeFileSync(join(folder, TEMPLATE), JSON.stringify(JSON.parse(packed)));
    const manifest = { artifacts: { [id]: { type, properties: { templateFile: TEMPLATE } } } };
    writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest));
    rmSync(assembly, { recursive: true });
  }
}
