import { EN_ADVICE } from './en/advice';
import { EN_ALERTS } from './en/alerts';
import { EN_FLEET } from './en/fleet';
import { EN_LATENESS } from './en/lateness';
import { EN_PAGE } from './en/page';
import { EN_REFUSALS } from './en/refusals';
import { EN_RULES } from './en/rules';
import { EN_STATEMENTS } from './en/statements';
import type { LanguageWords } from './language-words';

/** English: the language of the project, of JSON, and of all that names none. */
export const EN: LanguageWords = {
  locale: 'en-US',
  ...EN_ALERTS,
  ...EN_ADVICE,
  fleet: EN_FLEET,
  lateness: EN_LATENESS,
  page: EN_PAGE,
  refusals: EN_REFUSALS,
  rules: EN_RULES,
  statements: EN_STATEMENTS,
};
