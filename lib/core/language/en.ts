import { EN_ADVICE } from './en-advice';
import { EN_ALERTS } from './en-alerts';
import { EN_CLI } from './en-cli';
import { EN_EXPLAIN } from './en-explain';
import { EN_PAGE } from './en-page';
import { EN_TEST_ALERT } from './en-test-alert';

/** English: the language of the project, of JSON, and of all that names none. */
export const EN = {
  /** Of numbers. */
  locale: 'en-US',
  ...EN_ALERTS,
  ...EN_ADVICE,
  page: EN_PAGE,
  cli: EN_CLI,
  explain: EN_EXPLAIN,
  testAlert: EN_TEST_ALERT,
};

/** All that people read, in one language; the compiler holds every language to the keys and parameters of English. */
export type Words = typeof EN;
