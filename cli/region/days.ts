import { InvalidArgumentError, Option } from 'commander';
import { spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { MOST_DAYS } from './read-history';

/** How many days a command looks at. */
export function toDays(words: CommandWords, standard: number): Option {
  return new Option('--days <number>', words.help.options.days)
    .argParser((text) => {
      const days = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
      if (days >= 1 && days <= MOST_DAYS) return days;
      throw new InvalidArgumentError(words.usage.complaints.days(spellCount(MOST_DAYS, words)));
    })
    .default(standard);
}
