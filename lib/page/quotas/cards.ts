import type { CheckDocument } from '../../core/vocabulary/check-document';
import type { DescribedFinding } from '../../core/vocabulary/finding';
import type { LanguageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';
import { renderText } from '../markup/text';
import { renderDetails, renderFindingLinks, renderRemedies } from '../telling/details';
import { spellRest, type Telling } from '../telling/telling';

/** One finding as a card: state, summary, cause, what to do. */
export function renderCard(described: DescribedFinding, telling: Telling): SafeHtml {
  const { finding, context } = described;
  const { words } = telling;
  return html`<article class="card ${finding.severity}" data-finding="${finding.id}"><h3><span class="state ${finding.severity}">${words.page.severities[finding.severity]}</span> ${context.subject}</h3><p>${renderText(context.summary)}</p>${renderDetails(context.details, words)}${renderRemedies(described, telling)}${renderFindingLinks(described, telling)}</article>
`;
}

function renderRest(length: number, telling: Telling): SafeHtml | null {
  const rest = spellRest(length, telling);
  return rest === null ? null : html`<p class="quiet">${rest}</p>`;
}

/** A section of cards, the first ones; nothing when there are none. */
export function renderCards(title: string, described: readonly DescribedFinding[], telling: Telling): SafeHtml | null {
  return described.length === 0
    ? null
    : html`<section><h2>${title}</h2>${described.slice(0, telling.most).map((one) => renderCard(one, telling))}${renderRest(described.length, telling)}</section>
`;
}

/** What was covered, in one paragraph. */
export function renderCoverage({ coverage }: CheckDocument, { page }: LanguageWords): SafeHtml {
  const { activeModelIds, mappedModelIds, unmappedModelIds, errors } = coverage;
  const told = page.coverage({
    active: activeModelIds.length,
    mapped: mappedModelIds.length,
    unmapped: unmappedModelIds.length,
    read: errors.length === 0 ? page.allRead : page.notRead(errors.length),
  });
  return html`<p class="quiet">${told}</p>
`;
}
