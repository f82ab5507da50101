import { createHash } from 'node:crypto';
import { html, type SafeHtml } from '../markup/html';
import { PAGE_SCRIPT } from './page-script';

/** What a document is made of. */
export interface DocumentInput {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly style: SafeHtml;
  /** What stands below the title. */
  readonly content: SafeHtml;
  /** On the buttons beside commands, before and after. */
  readonly copy: string;
  readonly copied: string;
}

function hashOf(text: SafeHtml): string {
  return `'sha256-${createHash('sha256').update(text.toString()).digest('base64')}'`;
}

/**
 * Nothing is loaded or sent, and nothing runs but our script and style as they are: text from outside that got past the
 * escaping would stay inert.
 * @see https://www.w3.org/TR/CSP3/ (read 2026-11)
 */
function toPolicy(script: SafeHtml, style: SafeHtml): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** One document that stands alone: a title, its content, and what helps to read it. */
export function renderDocument({ title, language, style, content, copy, copied }: DocumentInput): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${toPolicy(PAGE_SCRIPT, style)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main class="bqw" data-copy="${copy}" data-copied="${copied}">
<h1>${title}</h1>
${content}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`.toString();
}
