import type { PageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';

/** What finds, sorts and leaves out quotas; it works by script, which shows it. @param place whose quotas, where there are several. */
export function renderTools({ tools }: PageWords, place: string | null = null): SafeHtml {
  const { search, sort, orders, used, found, searchAll } = tools;
  const options = Object.entries(orders).map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<div class="tools" role="search" aria-label="${place === null ? searchAll : `${searchAll}, ${place}`}" hidden><label><span>${search}</span><input type="search" autocomplete="off" spellcheck="false"></label><label><span>${sort}</span><select>${options}</select></label><label class="check"><input type="checkbox"><span>${used}</span></label><span class="quiet" role="status" data-text="${found('{count}', '{total}')}"></span></div>
`;
}
