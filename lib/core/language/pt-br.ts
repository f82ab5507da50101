import type { Words } from './en';
import { PT_BR_ADVICE } from './pt-br-advice';
import { PT_BR_ALERTS } from './pt-br-alerts';
import { PT_BR_CLI } from './pt-br-cli';
import { PT_BR_EXPLAIN } from './pt-br-explain';
import { PT_BR_PAGE } from './pt-br-page';
import { PT_BR_TEST_ALERT } from './pt-br-test-alert';

/** Brazilian Portuguese, as an SRE writes it. */
export const PT_BR: Words = {
  locale: 'pt-BR',
  ...PT_BR_ALERTS,
  ...PT_BR_ADVICE,
  page: PT_BR_PAGE,
  cli: PT_BR_CLI,
  explain: PT_BR_EXPLAIN,
  testAlert: PT_BR_TEST_ALERT,
};
