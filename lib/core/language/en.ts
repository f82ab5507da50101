import { EN_ADVICE } from './en-advice';
import { EN_ALERTS } from './en-alerts';
import { EN_PAGE } from './en-page';

/** English: the language of the project, of JSON, and of all that names none. */
export const EN = {
  /** Of numbers. */
  locale: 'en-US',
  ...EN_ALERTS,
  ...EN_ADVICE,
  page: EN_PAGE,
};

/** All that people read, in one language; the compiler holds every language to the keys and parameters of English. */
export type Words = typeof EN;
