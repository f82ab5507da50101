import type { UnseenTarget } from '../../lib/core/answers/overview';
import { unreadReasonOf } from '../../lib/core/targets';
import { spellPlace } from '../../lib/core/vocabulary/place';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { UnreadReason } from '../../lib/core/words/fleet';
import type { CommandWords } from '../../lib/language/command-words';
import type { Style } from '../terminal/style';

/** Targets that are named of one reason; the others are counted. */
const NAMED = 20;

const INDENT = '  ';

function reasonIn(reason: UnreadReason, words: CommandWords): string {
  return reason === 'role' ? words.cli.targets.roleReason : words.fleet.unread.reasons[reason];
}

/** What could not be read, a paragraph a reason: a role that is missing in a hundred accounts is told once. */
export function renderUnseen(
  unseen: readonly UnseenTarget[],
  { style, words }: { readonly style: Style; readonly words: CommandWords },
): string[] {
  const byReason = new Map<UnreadReason, UnseenTarget[]>();
  for (const one of unseen) {
    const reason = unreadReasonOf(one.why);
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  return [...byReason].flatMap(([reason, alike]) => {
    const [first] = alike;
    const count = spellQuantity(alike.length, words.fleet.target, words);
    const untold = alike.length - NAMED;
    const names = [
      ...alike.slice(0, NAMED).map(({ place }) => spellPlace(place)),
      ...(untold > 0 ? [words.message.andMore(spellCount(untold, words))] : []),
    ];
    return [
      '',
      ...style.wrap(words.cli.targets.notRead(count, reasonIn(reason, words)), '').map(style.severity.unknown),
      ...style.wrap(names.join('; '), INDENT),
      ...(first ? style.wrap(words.cli.targets.saidOfFirst(spellStatement(first.why, words)), INDENT) : []),
    ];
  });
}
