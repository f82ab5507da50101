import { createHash } from 'node:crypto';
import type { PageWords } from '../../language/language-words';
import { html, type SafeHtml } from '../markup/html';
import { QUOTA_PAGE_STYLE, QUOTA_STYLE } from '../style/style';
import { PAGE_SCRIPT } from './page-script';

/** A document of our own. */
export interface DocumentParts {
  readonly heading: string;
  readonly words: PageWords;
  readonly body: SafeHtml;
}

const STYLE = html`${QUOTA_STYLE}${QUOTA_PAGE_STYLE}`;

function hashOf(text: SafeHtml): string {
  return `'sha256-${createHash('sha256').update(text.toString()).digest('base64')}'`;
}

/**
 * Nothing is loaded or sent, and nothing runs but our script and style as they are: text from outside that got past the
 * escaping would stay inert.
 * @see https://www.w3.org/TR/CSP3/ (read 2026-11)
 */
const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(PAGE_SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** One HTML document, readable on a phone, light and dark, with and without script; nothing is loaded from elsewhere. */
export function renderDocument({ heading, words, body }: DocumentParts): string {
  const { copy, copied } = words.tools;
  return html`<!doctype html>
<html lang="${words.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading}</title>
<style>${STYLE}</style>
</head>
<body>
<main class="bqw" data-copy="${copy}" data-copied="${copied}">
<h1>${heading}</h1>
${body}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`.toString();
}
