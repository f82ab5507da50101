import { spellCount } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';
import type { Places } from './places';
import type { RemediesOnce } from './remedies-once';

/** In which words findings are told, how many of a list are shown, and what to do about each. */
export interface Telling {
  readonly words: LanguageWords;
  /** What is beyond is counted. */
  readonly most: number;
  readonly remedies: RemediesOnce;
  readonly places: Places;
}

/** How many of a list are not shown; nothing when all are. */
export function spellRest(length: number, { words, most }: Pick<Telling, 'words' | 'most'>): string | null {
  return length > most ? words.message.andMore(spellCount(length - most, words)) : null;
}
