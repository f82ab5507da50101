import type { Severity } from '../../core/vocabulary/severity';
import { html, type SafeHtml } from '../markup/html';
import { renderText } from '../markup/text';

/** One number on top of a page. */
export interface Tile {
  readonly label: string;
  /** `null`: nothing is known, which is never shown as 0. */
  readonly value: string | null;
  /** Lines below the number: of what, when. */
  readonly notes: readonly string[];
  readonly severity: Severity | null;
}

function renderTile({ label, value, notes, severity }: Tile, noData: string): SafeHtml {
  const figure =
    value === null
      ? html`<span class="quiet">${noData}</span>`
      : html`<span class="${severity ?? 'plain'}">${value}</span>`;
  return html`<div><dt>${label}</dt><dd>${figure}${notes.map((note) => html`<small>${renderText(note)}</small>`)}</dd></div>
`;
}

/** Tiles beside each other, as many as have room; those of the last row fill it. @param noData what stands for an unknown number */
export function renderTileRow(tiles: readonly Tile[], noData: string): SafeHtml {
  return html`<dl class="tiles">${tiles.map((tile) => renderTile(tile, noData))}</dl>`;
}
