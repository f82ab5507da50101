import type { CheckDocument } from '../../core/vocabulary/check-document';
import type { DescribedFinding, Remedy } from '../../core/vocabulary/finding';
import { lookUp, spellCount } from '../../core/vocabulary/wording';
import type { LanguageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';
import { renderCommand, renderText } from '../markup/text';

function renderRemedy({ title, command }: Remedy): SafeHtml {
  return html`<li>${renderText(title)}${command === null ? null : html`<br>${renderCommand(command)}`}</li>`;
}

/** What to do, in order; nothing when there is nothing to do. */
export function renderRemedies(remedies: readonly Remedy[]): SafeHtml | null {
  return remedies.length === 0 ? null : html`<ol>${remedies.map(renderRemedy)}</ol>`;
}

/** The lines below a summary: forecast, traffic, cause. */
export function renderDetails(
  details: DescribedFinding['context']['details'],
  { labels }: LanguageWords,
): SafeHtml | null {
  if (details.length === 0) return null;
  return html`<ul>${details.map(([label, text]) => html`<li><span class="quiet">${lookUp(labels, label)}</span> <span>${renderText(text)}</span></li>`)}</ul>`;
}

/** One finding as a card: state, summary, cause, what to do. */
export function renderCard({ finding, context }: DescribedFinding, words: LanguageWords): SafeHtml {
  return html`<article class="card ${finding.severity}" data-finding="${finding.id}"><h3><span class="state ${finding.severity}">${words.page.severities[finding.severity]}</span> ${context.subject}</h3><p>${renderText(context.summary)}</p>${renderDetails(context.details, words)}${renderRemedies(context.remedies ?? finding.remedies)}</article>
`;
}

/** In which words, and how many of a list are shown; what is beyond is counted. */
export interface Telling {
  readonly words: LanguageWords;
  readonly most: number;
}

/** How many of a list are not shown; nothing when all are. */
export function spellRest(length: number, { words, most }: Telling): string | null {
  return length > most ? words.message.andMore(spellCount(length - most, words)) : null;
}

function renderRest(length: number, telling: Telling): SafeHtml | null {
  const rest = spellRest(length, telling);
  return rest === null ? null : html`<p class="quiet">${rest}</p>`;
}

/** A section of cards, the first ones; nothing when there are none. */
export function renderCards(title: string, described: readonly DescribedFinding[], telling: Telling): SafeHtml | null {
  return described.length === 0
    ? null
    : html`<section><h2>${title}</h2>${described.slice(0, telling.most).map((one) => renderCard(one, telling.words))}${renderRest(described.length, telling)}</section>
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
