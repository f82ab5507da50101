import type { Spelling } from '../../lib/core/answers/checklist';
import { spellRuleProblem } from '../../lib/core/vocabulary/rule-problem';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { toIso } from '../../lib/core/vocabulary/time';
import { spellCount, spellPercent } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';

/** Texts of a list that are told one by one; the rest is counted. */
const TOLD = 6;

/** How a doctor spells values in a language. */
export function createSpelling(words: CommandWords): Spelling {
  return {
    count: (value) => spellCount(value, words),
    percent: (share) => spellPercent(share * 100, words),
    list: (texts) => {
      const told = texts.slice(0, TOLD);
      const untold = texts.length - told.length;
      return [...told, ...(untold > 0 ? [words.doctor.more(spellCount(untold, words))] : [])].join(', ');
    },
    date: (minute) => toIso(minute).slice(0, 10),
    dollars: (value) => value.toLocaleString(words.locale, { style: 'currency', currency: 'USD' }),
    statement: (statement) => spellStatement(statement, words),
    rule: (problem) => spellRuleProblem(problem, words),
  };
}
