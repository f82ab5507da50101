import { spellQuantity } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';

const MINUTES_PER_HOUR = 60;

/** A look-back as people say it; in whole hours where it has several. */
export interface SpokenPeriod {
  /** `Last 24 hours`: a heading. */
  readonly head: string;
  /** `in the last 24 hours` */
  readonly within: string;
  /** `the last 24 hours` */
  readonly whole: string;
  /** `none in 24 hours` */
  readonly none: string;
}

/** The words for the last so many minutes. */
export function spellPeriod(minutes: number, words: LanguageWords): SpokenPeriod {
  const { period } = words.page;
  const isOfHours = minutes > MINUTES_PER_HOUR && minutes % MINUTES_PER_HOUR === 0;
  const amount = isOfHours
    ? spellQuantity(minutes / MINUTES_PER_HOUR, period.hour, words)
    : spellQuantity(minutes, words.nouns.minute, words);
  return {
    head: period.head(amount, isOfHours),
    within: period.within(amount, isOfHours),
    whole: period.whole(amount, isOfHours),
    none: period.none(amount),
  };
}
