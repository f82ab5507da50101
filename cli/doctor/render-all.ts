import type { Check } from '../../lib/core/answers/checklist';
import { type CheckSaid, spellSaid } from '../../lib/core/answers/checklist';
import { comparePlaces, type Place, spellAccount } from '../../lib/core/vocabulary/place';
import { lookUp, spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Column, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import type { TargetDiagnosis } from './examine-target';
import { createSpelling } from './spelling';

/** Fewest characters that still tell accounts apart, and of a text. */
const [LEAST_ACCOUNT, LEAST_TEXT] = [14, 24];

const RANK: Readonly<Record<Check['status'], number>> = { wrong: 2, unknown: 1, ok: 0 };

/** A target in a line. */
interface Summary {
  readonly place: Place;
  readonly status: Check['status'];
  readonly wrong: number;
  readonly unknown: number;
  /** What to look at first; `undefined` where all is well. */
  readonly first: Check | undefined;
}

/** What was not tried for there was no need is neither. */
function toSummary({ place, checks }: TargetDiagnosis): Summary {
  const tried = checks.filter(({ said }) => said.kind !== 'notTried');
  const of = (status: Check['status']) => tried.filter((check) => check.status === status);
  const [wrong, unknown] = [of('wrong'), of('unknown')];
  return {
    place,
    status: wrong.length > 0 ? 'wrong' : unknown.length > 0 ? 'unknown' : 'ok',
    wrong: wrong.length,
    unknown: unknown.length,
    first: wrong[0] ?? unknown[0],
  };
}

function byWant(a: Summary, b: Summary): number {
  return (
    RANK[b.status] - RANK[a.status] || b.wrong - a.wrong || b.unknown - a.unknown || comparePlaces(a.place, b.place)
  );
}

function columnsOf({ cli: { targets } }: CommandWords): Column[] {
  const { status, account, region, wrong, unknown, first } = targets.columns;
  return [
    { title: status },
    { title: account, least: LEAST_ACCOUNT },
    { title: region },
    { title: wrong, align: 'right', drop: 2 },
    { title: unknown, align: 'right', drop: 1 },
    { title: first, least: LEAST_TEXT },
  ];
}

/** The targets as a table, those with most wrong first. */
export function renderTargets(
  diagnoses: readonly TargetDiagnosis[],
  { style, words }: { readonly style: Style; readonly words: CommandWords },
): string[] {
  const { doctor } = words;
  const spellFirst = ({ id, said }: Check) => {
    const subject = lookUp(doctor.subjects, id.startsWith('call/') ? 'call' : id);
    return `${subject}: ${spellSaid<CheckSaid, CheckSaid['kind']>(doctor.checks, said, createSpelling(words))}`;
  };
  const rows = diagnoses
    .map(toSummary)
    .sort(byWant)
    .map(({ status, place, wrong, unknown, first }): Row => {
      const paint = style.severity[status === 'wrong' ? 'critical' : status];
      return [
        { text: doctor.statuses[status], paint },
        { text: spellAccount(place) },
        { text: place.region },
        { text: spellCount(wrong, words) },
        { text: spellCount(unknown, words) },
        { text: first === undefined ? '' : spellFirst(first) },
      ];
    });
  const table = alignColumns(columnsOf(words), rows, style.columns);
  return rows.length === 0 ? [] : ['', style.dim(table.header), ...table.lines];
}
