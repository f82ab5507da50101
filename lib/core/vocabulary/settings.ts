import type { SettingsWords } from '../words/settings';

/** Where the settings of a person stand, and how what is wrong with them is told. */
export interface SettingsPlace {
  /** What complaints begin with: `context modelOverrides`. */
  readonly place: string;
  readonly words: SettingsWords;
}

function parseJson(text: string, { place, words }: SettingsPlace, need: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(words.notJson(place, JSON.stringify(text), need), { cause });
  }
}

/**
 * The entries of settings that a person wrote: an object, or its JSON.
 * @param need what is needed, for whoever wrote something else.
 * @throws Error that says what was given and what is needed.
 */
export function readSettings(given: unknown, where: SettingsPlace, need: string): [string, unknown][] {
  const value = typeof given === 'string' ? parseJson(given, where, need) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(where.words.is(where.place, `${JSON.stringify(value)}`, need));
  }
  return Object.entries(value);
}
