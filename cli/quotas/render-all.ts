import { comparePlaces, type Place, spellAccount } from '../../lib/core/vocabulary/place';
import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Column, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import type { QuotasDocument } from './document';

/** Fewest characters that still tell accounts apart. */
const LEAST_ACCOUNT = 14;

/** The quotas of one target. */
export interface TargetQuotas {
  readonly place: Place;
  readonly document: Pick<QuotasDocument, 'counts'>;
}

function columnsOf({ cli: { targets } }: CommandWords): Column[] {
  const { account, region, inference, zero, lowered, unmapped } = targets.columns;
  return [
    { title: account, least: LEAST_ACCOUNT },
    { title: region },
    { title: inference, align: 'right' },
    { title: zero, align: 'right' },
    { title: lowered, align: 'right' },
    { title: unmapped, align: 'right', drop: 1 },
  ];
}

/** What is 0 in most quotas, then what is lowered in most, comes first. */
function byWant(a: TargetQuotas, b: TargetQuotas): number {
  const [one, other] = [a.document.counts, b.document.counts];
  return other.zero - one.zero || other.belowDefault - one.belowDefault || comparePlaces(a.place, b.place);
}

/** The quotas of many targets in counts, the worst first; ends with a line break. */
export function renderQuotasOfAll(
  targets: readonly TargetQuotas[],
  { style, words }: { readonly style: Style; readonly words: CommandWords },
): string {
  const { critical, warning } = style.severity;
  const spell = (count: number) => spellCount(count, words);
  const rows = [...targets]
    .sort(byWant)
    .map(
      ({ place, document: { counts } }): Row => [
        { text: spellAccount(place) },
        { text: place.region },
        { text: spell(counts.inference) },
        { text: spell(counts.zero), ...(counts.zero > 0 ? { paint: critical } : {}) },
        { text: spell(counts.belowDefault), ...(counts.belowDefault > 0 ? { paint: warning } : {}) },
        { text: spell(counts.unmapped) },
      ],
    );
  const table = alignColumns(columnsOf(words), rows, style.columns);
  const accounts = new Set(targets.map(({ place }) => place.accountId)).size;
  const summary = words.cli.targets.quotasSummary(
    spellQuantity(targets.length, words.fleet.target, words),
    spellQuantity(accounts, words.cli.targets.accounts, words),
  );
  const lines = [
    ...style.wrap(summary, '').map(style.bold),
    ...(rows.length === 0 ? [] : ['', style.dim(table.header), ...table.lines]),
    '',
    ...style.wrap(words.cli.targets.quotasHint, '').map(style.dim),
  ];
  return `${lines.join('\n')}\n`;
}
