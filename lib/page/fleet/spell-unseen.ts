import { unreadReasonOf } from '../../core/targets';
import { type Statement, spellStatement } from '../../core/vocabulary/statement';
import type { LanguageWords } from '../../language/language-words';
import type { TargetRow } from './target-row';

/** Why a target cannot be seen, in words. */
export function spellUnseen(why: Statement, words: LanguageWords): NonNullable<TargetRow['why']> {
  return { reason: words.fleet.unread.reasons[unreadReasonOf(why)], said: spellStatement(why, words) };
}
