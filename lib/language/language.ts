import { EN } from './en';
import type { LanguageWords } from './language-words';
import { PT_BR } from './pt-br';

/** Languages for people; JSON is English in each. */
export const LANGUAGES = ['en', 'pt-BR'] as const;

/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, LanguageWords>> = { en: EN, 'pt-BR': PT_BR };

/** Whether a text names a language. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The catalogue of a language. */
export function wordsOf(language: Language): LanguageWords {
  return WORDS[language];
}
