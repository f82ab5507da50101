import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const SCHEMAS = /[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/;
const PACKAGE = /[\\/]@aws-sdk[\\/][\w-]+[\\/]package\.json$/;
const CONSTANT = /^const (_\w+) = ("[^"\n]*");$/gm;
const COMPUTED_KEY = /\[(_\w+)\]:/g;
const ERROR_CLASS = /^n0_registry\.registerError\(.*\);$/gm;

/** Writes the strings of a file's constants where they are computed keys: `[_hQ]:` becomes `"httpQuery":`. */
function writeConstantKeys(source: string): string {
  const constants = new Map([...source.matchAll(CONSTANT)].map(([, name = '', text = '']) => [name, text]));
  return source.replace(COMPUTED_KEY, (key, name: string) => {
    const text = constants.get(name);
    return text === undefined ? key : `${text}:`;
  });
}

/**
 * A schema file of an SDK client without what keeps unused parts of it in a bundle: computed keys, which count as side
 * effects, and the classes of the service's errors. An error without a class of its own is the client's base exception
 * with the same name, message and metadata, and those are all that is looked at here.
 */
export function leanSchemas(source: string): string {
  return writeConstantKeys(source).replace(ERROR_CLASS, '');
}

/** The version in a package.json, as a JSON object of nothing else. */
export function leanPackage(text: string): string {
  const { version } = JSON.parse(text) as { version: string };
  return JSON.stringify({ version });
}

/**
 * The SDK's clients describe every operation and error of their service in one file: 77 KB for Bedrock and 61 KB for
 * Systems Manager, of which three operations are used.
 */
export const leanSdkSchemas: Plugin = {
  name: 'lean-sdk-schemas',
  setup: ({ onLoad }) => {
    onLoad({ filter: SCHEMAS }, async ({ path }) => ({
      contents: leanSchemas(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    // A client says its version to the service, and reads its whole package.json for it.
    onLoad({ filter: PACKAGE }, async ({ path }) => ({
      contents: leanPackage(await readFile(path, 'utf8')),
      loader: 'json',
    }));
  },
};
