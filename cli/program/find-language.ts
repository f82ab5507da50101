import { isLanguage, type Language } from '../../lib/language/language';
import type { CliIo } from '../terminal/process-io';

const FLAG = '--language';

/** The variable that chooses a language, before those of the system. */
export const LANGUAGE_VARIABLE = 'QUOTA_WATCHDOG_LANGUAGE';

/**
 * The variables of the system, the first that is set counts.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html 8.2 Internationalization Variables
 */
const LOCALE_VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** `pt_BR.UTF-8`, `pt_BR`; `pt_PT` is another tongue. */
const BRAZILIAN = /^pt[_-]BR(?![A-Za-z])/i;

/** The language of the surroundings: the own variable, then Brazilian Portuguese where the system speaks it, else English. */
export function languageOfSurroundings(env: CliIo['env']): Language {
  const own = env[LANGUAGE_VARIABLE] ?? '';
  if (isLanguage(own)) return own;
  const locale = LOCALE_VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== '');
  return locale !== undefined && BRAZILIAN.test(locale) ? 'pt-BR' : 'en';
}

/**
 * The language that arguments ask for, before they are parsed: what is wrong with them, and the help, is told in it. The
 * last one that is known counts, before or after the command; without one that of the surroundings.
 */
export function findLanguage(args: readonly string[], env: CliIo['env'] = {}): Language {
  // What follows a bare -- is no flag.
  const end = args.indexOf('--');
  const flags = end === -1 ? args : args.slice(0, end);
  const texts = flags.map((arg, index) => {
    if (arg.startsWith(`${FLAG}=`)) return arg.slice(FLAG.length + 1);
    return flags[index - 1] === FLAG ? arg : '';
  });
  return texts.filter(isLanguage).at(-1) ?? languageOfSurroundings(env);
}
