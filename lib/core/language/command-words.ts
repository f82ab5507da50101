import { EN } from './en';
import { EN_CLI } from './en-cli';
import { EN_EXPLAIN } from './en-explain';
import { EN_TEST_ALERT } from './en-test-alert';
import type { Language } from './language';
import { PT_BR } from './pt-br';
import { PT_BR_CLI } from './pt-br-cli';
import { PT_BR_EXPLAIN } from './pt-br-explain';
import { PT_BR_TEST_ALERT } from './pt-br-test-alert';

/** English, with what only the command line says: no Lambda carries it. */
export const EN_COMMANDS = { ...EN, cli: EN_CLI, explain: EN_EXPLAIN, testAlert: EN_TEST_ALERT };

/** All that people read at the command line, in one language. */
export type CommandWords = typeof EN_COMMANDS;

/** Brazilian Portuguese, with what only the command line says. */
export const PT_BR_COMMANDS: CommandWords = {
  ...PT_BR,
  cli: PT_BR_CLI,
  explain: PT_BR_EXPLAIN,
  testAlert: PT_BR_TEST_ALERT,
};

const WORDS: Readonly<Record<Language, CommandWords>> = { en: EN_COMMANDS, 'pt-BR': PT_BR_COMMANDS };

/** The catalogue of a language, the words of the command line included. */
export function commandWordsOf(language: Language): CommandWords {
  return WORDS[language];
}
