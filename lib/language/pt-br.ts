import type { LanguageWords } from './language-words';
import { PT_BR_ADVICE } from './pt-br/advice';
import { PT_BR_ALERTS } from './pt-br/alerts';
import { PT_BR_FLEET } from './pt-br/fleet';
import { PT_BR_LATENESS } from './pt-br/lateness';
import { PT_BR_PAGE } from './pt-br/page';
import { PT_BR_REFUSALS } from './pt-br/refusals';
import { PT_BR_RULES } from './pt-br/rules';
import { PT_BR_STATEMENTS } from './pt-br/statements';

/** Brazilian Portuguese, as an SRE writes it. */
export const PT_BR: LanguageWords = {
  locale: 'pt-BR',
  ...PT_BR_ALERTS,
  ...PT_BR_ADVICE,
  fleet: PT_BR_FLEET,
  lateness: PT_BR_LATENESS,
  page: PT_BR_PAGE,
  refusals: PT_BR_REFUSALS,
  rules: PT_BR_RULES,
  statements: PT_BR_STATEMENTS,
};
