import { toCoverageFinding } from '../findings/coverage';
import { coverageId } from '../vocabulary/blind-spot';
import type { Found } from '../vocabulary/found';
import { spellPlace } from '../vocabulary/place';
import { spellStatement } from '../vocabulary/statement';
import { nameSome, spellQuantity } from '../vocabulary/wording';
import type { UnreadReason } from '../words/fleet';
import type { Words } from '../words/words';
import type { PlaceOf } from './places';
import { type TargetRecord, TOLD_MISSES } from './record';
import { groupByReason } from './unread-reason';

/** Targets that are named of one reason; the others are counted. */
const NAMED_TARGETS = 10;

/** Targets of one reason, in the order of their names. */
interface Unread {
  readonly reason: UnreadReason;
  readonly places: readonly string[];
  /** What was said of the first. */
  readonly said: (words: Words) => string;
}

function tellPlaces({ places }: Unread, words: Words): string {
  return nameSome(places, NAMED_TARGETS, words).join('; ');
}

function toFound(unread: Unread): Found {
  const { reason, places, said } = unread;
  const countIn = (words: Words) => spellQuantity(places.length, words.fleet.target, words);
  const summaryIn = (words: Words) =>
    words.fleet.unread.summary({
      targets: countIn(words),
      isOne: places.length === 1,
      reason: words.fleet.unread.reasons[reason],
      said: said(words),
    });
  return toCoverageFinding({
    id: coverageId(`fleet:unread/${reason}`),
    confidence: 'high',
    evidence: (words) => [summaryIn(words), tellPlaces(unread, words)],
    remedies: ([0, 1] as const).map((index) => ({
      title: ({ fleet }: Words) => fleet.unread.remedies[reason][index],
      command: null,
    })),
    context: (words) => ({
      subject: words.fleet.unread.subject(countIn(words), words.fleet.unread.reasons[reason]),
      summary: summaryIn(words),
      details: [['Not seen', tellPlaces(unread, words)]],
    }),
  });
}

/**
 * The targets that could not be read several times in a row, one finding a reason, with what to do: a role that is missing in
 * a hundred accounts is told once.
 */
export function findUnreadTargets(records: Iterable<TargetRecord>, placeOf: PlaceOf): Found[] {
  const told = [...records].flatMap(({ target, misses, why }) =>
    why === null || misses < TOLD_MISSES ? [] : [{ place: spellPlace(placeOf(target)), why }],
  );
  return [...groupByReason(told)].map(([reason, unread]) => {
    const sorted = [...unread].sort((a, b) => a.place.localeCompare(b.place, 'en'));
    const [first] = sorted;
    return toFound({
      reason,
      places: sorted.map(({ place }) => place),
      said: (words) => (first ? spellStatement(first.why, words) : ''),
    });
  });
}
