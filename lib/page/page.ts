import { wordsOf } from '../language/language';
import { html, type SafeHtml } from './markup/html';
import { type QuotaFragmentInput, renderQuotaFragment } from './quotas/fragment';
import { renderTools } from './quotas/tools';
import { renderDocument } from './shell/document';

/** What the page shows. */
export interface QuotaPageInput extends Omit<QuotaFragmentInput, 'tools'> {
  /** @default "Bedrock quotas, <Region>" */
  readonly title?: string;
  /** What stands above the quotas. @default - nothing */
  readonly sections?: readonly SafeHtml[];
}

/**
 * The quotas of one account and Region as one HTML document, readable on a phone, light and dark, with and without
 * script: the shell around {@link renderQuotaFragment}.
 */
export function renderQuotaPage({ title, sections = [], ...shown }: QuotaPageInput): string {
  const { page: words } = wordsOf(shown.language ?? 'en');
  return renderDocument({
    heading: title ?? words.title(shown.document.region),
    words,
    body: html`${sections}${renderQuotaFragment({ ...shown, tools: renderTools(words) })}`,
  });
}
