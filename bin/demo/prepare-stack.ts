import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../lib/language/language';

/** Who is told of the alerts of the demo. */
export const RECIPIENT = 'ops@example.com';

/** Where the package carries the stack of the demo in a language. @param bin the folder of the command line. */
export function packedStackOf(language: Language, bin: string): string {
  return join(bin, 'demo-stack', language);
}

/**
 * The synthesised stack of the demo: the one that the package carries, which needs no CDK; in a clone it is made.
 * @param output where it is made.
 * @returns its folder.
 */
export async function prepareStack(output: string, language: Language): Promise<string> {
  const packed = packedStackOf(language, __dirname);
  if (existsSync(packed)) return packed;
  const { synthesise } = await import('./synthesise.js');
  await synthesise(output, { alertEmail: RECIPIENT, language });
  return output;
}
