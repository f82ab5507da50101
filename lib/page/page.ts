import { wordsOf } from '../language/language';
import { html, type SafeHtml } from './markup/html';
import { type QuotaFragmentInput, renderQuotaFragment } from './quotas/fragment';
import { QUOTA_PAGE_STYLE, QUOTA_STYLE } from './style/style';

/** What the page shows. */
export interface QuotaPageInput extends QuotaFragmentInput {
  /** @default "Bedrock quotas, <Region>" */
  readonly title?: string;
  /** What stands above the quotas. @default - nothing */
  readonly sections?: readonly SafeHtml[];
}

/**
 * The quotas of one account and Region as one HTML document, readable on a phone, light and dark: the shell around
 * {@link renderQuotaFragment}.
 */
export function renderQuotaPage({ title, sections = [], ...shown }: QuotaPageInput): string {
  const { page: words } = wordsOf(shown.language ?? 'en');
  const heading = title ?? words.title(shown.document.region);
  const page = html`<!doctype html>
<html lang="${words.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${heading}</title>
<style>${QUOTA_STYLE}${QUOTA_PAGE_STYLE}</style>
</head>
<body>
<main class="bqw">
<h1>${heading}</h1>
${sections}${renderQuotaFragment(shown)}
</main>
</body>
</html>
`;
  return page.toString();
}
