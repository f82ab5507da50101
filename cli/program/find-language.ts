import { isLanguage, type Language } from '../../lib/language/language';

const FLAG = '--language';

/**
 * The language that arguments ask for, before they are parsed: what is wrong with them, and the help, is told in it. The
 * last one that is known counts, before or after the command; English without one.
 */
export function findLanguage(args: readonly string[]): Language {
  // What follows a bare -- is no flag.
  const end = args.indexOf('--');
  const flags = end === -1 ? args : args.slice(0, end);
  const texts = flags.map((arg, index) => {
    if (arg.startsWith(`${FLAG}=`)) return arg.slice(FLAG.length + 1);
    return flags[index - 1] === FLAG ? arg : '';
  });
  return texts.filter(isLanguage).at(-1) ?? 'en';
}
