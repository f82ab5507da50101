import { comparePlaces } from '../../core/vocabulary/place';
import { rankOf, worstOf } from '../../core/vocabulary/severity';
import { type EpochMinute, toSpokenTime } from '../../core/vocabulary/time';
import { spellCount, spellPercent } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';
import { renderText } from '../markup/text';
import { renderTileRow, type Tile } from '../shell/tiles';
import type { TargetRow } from './target-row';

/** How targets are shown. */
export interface TargetsSurroundings {
  readonly now: EpochMinute;
  readonly words: LanguageWords;
  /** Rows; what is beyond is counted. @default - all */
  readonly most?: number;
}

/** Worst first: what is critical, what warns, what cannot be seen, then the fullest. */
function byUrgency(a: TargetRow, b: TargetRow): number {
  return (
    rankOf(b.severity) - rankOf(a.severity) ||
    b.counts.critical - a.counts.critical ||
    b.counts.warning - a.counts.warning ||
    (b.worst?.percent ?? -1) - (a.worst?.percent ?? -1) ||
    comparePlaces(a.place, b.place)
  );
}

function renderTiles(rows: readonly TargetRow[], { now, words }: TargetsSurroundings): SafeHtml {
  const { view } = words.fleet;
  const spell = (count: number) => spellCount(count, words);
  const accounts = new Set(rows.map(({ place }) => place.accountId)).size;
  const regions = new Set(rows.map(({ place }) => place.region)).size;
  const open = rows.filter(({ counts }) => counts.critical + counts.warning > 0);
  const unseen = rows.filter(({ why }) => why !== null).length;
  const tiles: Tile[] = [
    {
      label: view.open,
      value: spell(open.length),
      notes: [view.ofTargets(spell(rows.length))],
      severity: open.length === 0 ? null : worstOf(open.map(({ severity }) => severity)),
    },
    {
      label: view.unseen,
      value: spell(unseen),
      notes: [view.ofTargets(spell(rows.length))],
      severity: unseen === 0 ? null : 'unknown',
    },
    { label: view.accounts, value: spell(accounts), notes: [], severity: null },
    { label: view.regions, value: spell(regions), notes: [], severity: null },
    { label: words.page.tiles.evaluated, value: toSpokenTime(now, now), notes: [], severity: null },
  ];
  return renderTileRow(tiles, words.page.noData);
}

/** `2 critical, 1 warning`; nothing where nothing is open. */
function spellCounts({ counts }: TargetRow, words: LanguageWords): string {
  return (['critical', 'warning', 'unknown'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${spellCount(counts[severity], words)} ${words.page.severities[severity].toLowerCase()}`)
    .join(', ');
}

function renderWorst({ worst, why, severity }: TargetRow, words: LanguageWords): SafeHtml {
  if (why !== null) {
    const { notSeen } = words.fleet.view;
    return html`<span class="state unknown">${notSeen}</span> ${renderText(why.reason)}<br><small class="quiet">${renderText(why.said)}</small>`;
  }
  if (worst === null) return html`<span class="quiet">${words.fleet.view.nothing}</span>`;
  const percent =
    worst.percent === null ? null : html` <strong class="${severity}">${spellPercent(worst.percent, words)}</strong>`;
  return html`${renderText(worst.subject)}${percent}`;
}

function renderRow(row: TargetRow, { now, words }: TargetsSurroundings): SafeHtml {
  const { place, severity, seenAt, heading } = row;
  const { columns } = words.fleet.view;
  const seen = seenAt === null ? words.page.unknown : toSpokenTime(seenAt, now);
  return html`<tr role="row" data-target="${place.accountId} ${place.region}"><th role="rowheader" scope="row">${heading}</th><td role="cell" data-label="${columns.region}"><span class="keep">${place.region}</span></td><td role="cell" data-label="${columns.state}"><span class="state ${severity}">${words.page.severities[severity]}</span></td><td role="cell" data-label="${columns.open}">${spellCounts(row, words) || '0'}</td><td role="cell" data-label="${columns.worst}">${renderWorst(row, words)}</td><td role="cell" data-label="${columns.seen}"><span class="keep">${seen}</span></td></tr>
`;
}

/** All targets in one table, worst first, with the numbers on top. */
export function renderTargets(rows: readonly TargetRow[], surroundings: TargetsSurroundings): SafeHtml {
  const { words, most = Number.POSITIVE_INFINITY } = surroundings;
  const { columns, caption, more } = words.fleet.view;
  const sorted = [...rows].sort(byUrgency);
  const untold = sorted.length - most;
  const heads = (['account', 'region', 'state', 'open', 'worst', 'seen'] as const).map(
    (name) => html`<th role="columnheader" scope="col">${columns[name]}</th>`,
  );
  return html`${renderTiles(rows, surroundings)}
<table role="table" class="targets"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${sorted.slice(0, most).map((row) => renderRow(row, surroundings))}</tbody></table>
${untold > 0 ? html`<p class="quiet">${more(spellCount(untold, words))}</p>` : null}`;
}
