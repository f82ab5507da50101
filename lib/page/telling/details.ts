import type { DescribedFinding, Remedy } from '../../core/vocabulary/finding';
import { lookUp } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';
import { renderLinks } from '../markup/link';
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

/** Where it goes on: the quota in Service Quotas, and what the runbook says of such a finding. */
export function renderFindingLinks({ finding }: DescribedFinding, { places, words }: Telling): SafeHtml | null {
  const { quotaPage, runbook } = words.message;
  const page = finding.quotaCode === null ? null : places.quotaPage(finding.quotaCode);
  return renderLinks([
    [page, quotaPage],
    [places.runbookSection(finding), runbook],
  ]);
}

/** What to do, in order, and where the rest of it stands; nothing when there is nothing to do. */
export function renderRemedies({ finding }: DescribedFinding, { remedies, words }: Telling): SafeHtml {
  const { remedies: told, above } = remedies.get(finding.id) ?? { remedies: [], above: [] };
  const list = told.length === 0 ? null : html`<ol>${told.map(renderRemedy)}</ol>`;
  const where = above.length === 0 ? null : html`<p class="quiet">${words.page.toldAbove(above.join(', '))}</p>`;
  return html`${list}${where}`;
}
