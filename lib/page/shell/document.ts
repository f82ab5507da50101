import { html, type SafeHtml } from '../markup/html';
import { QUOTA_PAGE_STYLE, QUOTA_STYLE } from '../style/style';

/** A document of our own. */
export interface DocumentParts {
  readonly heading: string;
  /** Of the text, as HTML names it. */
  readonly htmlLanguage: string;
  readonly body: SafeHtml;
}

/** One HTML document, readable on a phone, light and dark; nothing is loaded from elsewhere. */
export function renderDocument({ heading, htmlLanguage, body }: DocumentParts): string {
  const page = html`<!doctype html>
<html lang="${htmlLanguage}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${heading}</title>
<style>${QUOTA_STYLE}${QUOTA_PAGE_STYLE}</style>
</head>
<body>
<main class="bqw">
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`;
  return page.toString();
}
