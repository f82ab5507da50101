import { html, type SafeHtml } from './html';

/** Dates, times of day, quota codes, ways of calling: `2026-10-14T14:29:00Z`, `2026-10-14 14:29 UTC`, `L-F4DDD3EB`, `on-demand`. */
const KEPT =
  /(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?(?: UTC)?|\b\d{2}:\d{2}(?:–\d{2}:\d{2})? UTC|\bL-[0-9A-F]{8}\b|\b(?:cross-Region|on-demand)\b)/;

/** Text whose dates, times, quota codes and ways of calling are not broken at a hyphen or space. */
export function renderText(text: string): SafeHtml {
  return html`${text.split(KEPT).map((part, index) => (index % 2 === 1 ? html`<span class="keep">${part}</span>` : html`${part}`))}`;
}

/** A command whose words are broken only where one alone is wider than the line: a break at a hyphen reads as one more hyphen. */
export function renderCommand(command: string): SafeHtml {
  return html`<code class="command">${command.split(/(\s+)/).map((part, index) => (index % 2 === 0 && part !== '' ? html`<span>${part}</span>` : html`${part}`))}</code>`;
}
