import type { Words } from '../core/words/words';
import type { EN_PAGE } from './en/page';

/** What the page of quotas and the widget say. */
export type PageWords = typeof EN_PAGE;

/** All that people read but at the command line, in one language: each folder here fulfils it. */
export interface LanguageWords extends Words {
  readonly page: PageWords;
}
