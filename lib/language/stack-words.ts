import { EN_STACK, type StackWords } from './en/stack';
import type { Language } from './language';
import { PT_BR_STACK } from './pt-br/stack';

const WORDS: Readonly<Record<Language, StackWords>> = { en: EN_STACK, 'pt-BR': PT_BR_STACK };

/** The words of the stack in a language. They are apart from the other words, for no Lambda needs them. */
export function stackWordsOf(language: Language): StackWords {
  return WORDS[language];
}
