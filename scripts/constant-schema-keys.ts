import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const SCHEMAS = /[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/;
const CONSTANT = /^const (_\w+) = ("[^"\n]*");$/gm;
const COMPUTED_KEY = /\[(_\w+)\]:/g;

/** Writes the strings of a file's constants where they are computed keys: `[_hQ]:` becomes `"httpQuery":`. */
export function writeConstantKeys(source: string): string {
  const constants = new Map([...source.matchAll(CONSTANT)].map(([, name = '', text = '']) => [name, text]));
  return source.replace(COMPUTED_KEY, (key, name: string) => {
    const text = constants.get(name);
    return text === undefined ? key : `${text}:`;
  });
}

/**
 * The SDK's clients describe every operation of their service in one file. A computed key counts as a side effect, so
 * one of them keeps the whole file in the bundle, though two operations of a hundred are used (77 KB for Bedrock).
 */
export const constantSchemaKeys: Plugin = {
  name: 'constant-schema-keys',
  setup: ({ onLoad }) => {
    onLoad({ filter: SCHEMAS }, async ({ path }) => ({
      contents: writeConstantKeys(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
