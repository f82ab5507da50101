import type { DescribedFinding, Remedy } from '../../core/vocabulary/finding';
import { lookUp } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';
import { renderCommand, renderText } from '../markup/text';
import type { Telling } from './telling';

/** The lines below a summary: forecast, traffic, cause. */
export function renderDetails(
  details: DescribedFinding['context']['details'],
  { labels }: LanguageWords,
): SafeHtml | null {
  if (details.length === 0) return null;
  return html`<ul>${details.map(([label, text]) => html`<li><span class="quiet">${lookUp(labels, label)}</span> <span>${renderText(text)}</span></li>`)}</ul>`;
}

function renderRemedy({ title, command }: Remedy): SafeHtml {
  return html`<li>${renderText(title)}${command === null ? null : html`<br>${renderCommand(command)}`}</li>`;
}

/** What to do, in order, and where the rest of it stands; nothing when there is nothing to do. */
export function renderRemedies({ finding }: DescribedFinding, { remedies, words }: Telling): SafeHtml {
  const { remedies: told, above } = remedies.get(finding.id) ?? { remedies: [], above: [] };
  const list = told.length === 0 ? null : html`<ol>${told.map(renderRemedy)}</ol>`;
  const where = above.length === 0 ? null : html`<p class="quiet">${words.page.toldAbove(above.join(', '))}</p>`;
  return html`${list}${where}`;
}
