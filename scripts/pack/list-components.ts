import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of somebody else of which a part is in this one. */
export interface Component {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package has it. */
  readonly licence: string;
  /** The text that must go along; `null` where the package has none. */
  readonly text: string | null;
}

/** Licences and notices, as packages call their files. */
const LEGAL_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]+)?$/i;

/** Code is no notice: `license.js`. */
const CODE_FILE = /\.[cm]?[jt]s$/;

function readLegalTexts(folder: string): string | null {
  const files = readdirSync(folder).filter((file) => LEGAL_FILE.test(file) && !CODE_FILE.test(file));
  if (files.length === 0) return null;
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
}

function readComponent(folder: string): Component {
  const file = join(folder, 'package.json');
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  // Old packages have the form with a type.
  const licence = typeof license === 'object' ? license.type : license;
  if (name === undefined || version === undefined || licence === undefined) {
    throw new Error(`${file} does not say name, version and licence; nothing may be bundled of it`);
  }
  return { name, version, licence, text: readLegalTexts(folder) };
}

/**
 * The packages that bundled files are of, each once, by name.
 * @param files paths in the project; those outside node_modules are its own.
 * @throws Error when a package does not say its licence.
 */
export function listComponents(root: string, files: readonly string[]): Component[] {
  const folders = files.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const components = [...new Set(folders)]
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(readComponent);
  const byId = new Map(components.map((component) => [`${component.name}@${component.version}`, component]));
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component);
}
