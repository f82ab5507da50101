import type { CheckDocument, DescribedFinding, Remedy } from './finding';
import { html, type SafeHtml } from './html';
import { SEVERITY_WORDS } from './quota-page-words';

function renderRemedy({ title, command }: Remedy): SafeHtml {
  return html`<li>${title}${command === null ? null : html`<br><code>${command}</code>`}</li>`;
}

/** What to do, in order; nothing when there is nothing to do. */
export function renderRemedies(remedies: readonly Remedy[]): SafeHtml | null {
  return remedies.length === 0 ? null : html`<ol>${remedies.map(renderRemedy)}</ol>`;
}

/** The lines below a summary: forecast, traffic, cause. */
export function renderDetails(details: DescribedFinding['context']['details']): SafeHtml | null {
  if (details.length === 0) return null;
  return html`<ul>${details.map(([label, text]) => html`<li><span class="quiet">${label}</span> <span>${text}</span></li>`)}</ul>`;
}

/** One finding as a card: state, summary, cause, what to do. */
export function renderCard({ finding, context }: DescribedFinding): SafeHtml {
  return html`<article class="card ${finding.severity}" data-finding="${finding.id}"><h3><span class="state ${finding.severity}">${SEVERITY_WORDS[finding.severity]}</span> ${context.subject}</h3><p>${context.summary}</p>${renderDetails(context.details)}${renderRemedies(finding.remedies)}</article>
`;
}

/** A section of cards; nothing when there are none. */
export function renderCards(title: string, described: readonly DescribedFinding[]): SafeHtml | null {
  return described.length === 0
    ? null
    : html`<section><h2>${title}</h2>${described.map(renderCard)}</section>
`;
}

/** What was covered, in one paragraph. */
export function renderCoverage({ coverage }: CheckDocument): SafeHtml {
  const { activeModelIds, mappedModelIds, unmappedModelIds, errors } = coverage;
  const failed = errors.length === 0 ? 'everything could be read' : `${errors.length} not read in full`;
  return html`<p class="quiet">Model ids with traffic: ${activeModelIds.length}; of these in a quota: ${mappedModelIds.length}, in none: ${unmappedModelIds.length}; ${failed}.</p>
`;
}
