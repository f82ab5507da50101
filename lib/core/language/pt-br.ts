import type { Words } from './en';
import { PT_BR_ADVICE } from './pt-br-advice';
import { PT_BR_ALERTS } from './pt-br-alerts';
import { PT_BR_PAGE } from './pt-br-page';

/** Brazilian Portuguese, as an SRE writes it. */
export const PT_BR: Words = {
  locale: 'pt-BR',
  ...PT_BR_ALERTS,
  ...PT_BR_ADVICE,
  page: PT_BR_PAGE,
};
