import type { UnseenTarget } from '../../lib/core/answers/overview';
import { groupByReason } from '../../lib/core/targets';
import { spellPlace } from '../../lib/core/vocabulary/place';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { nameSome, spellQuantity } from '../../lib/core/vocabulary/wording';
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
  return [...groupByReason(unseen)].flatMap(([reason, alike]) => {
    const [first] = alike;
    const count = spellQuantity(alike.length, words.fleet.target, words);
    const places = alike.map(({ place }) => spellPlace(place));
    return [
      '',
      ...style.wrap(words.cli.targets.notRead(count, reasonIn(reason, words)), '').map(style.severity.unknown),
      ...style.wrap(nameSome(places, NAMED, words).join('; '), INDENT),
      ...(first ? style.wrap(words.cli.targets.saidOfFirst(spellStatement(first.why, words)), INDENT) : []),
    ];
  });
}
