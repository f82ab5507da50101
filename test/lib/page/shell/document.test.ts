import { createHash } from 'node:crypto';
import { html, trustedHtml } from '../../../../lib/page/markup/html';
import { renderDocument } from '../../../../lib/page/shell/document';
import { PAGE_SCRIPT } from '../../../../lib/page/shell/page-script';

const document = renderDocument({
  title: 'A <title>',
  language: 'en',
  style: trustedHtml('p{margin:0}'),
  content: html`<p>${'<b>'}</p>`,
  copy: 'Copy',
  copied: 'Copied',
});

const sourceOf = (text: string) => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;

test('the policy lets nothing run, apply, load or be sent but our script and style', () => {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(document) ?? [];
  expect(policy.split('; ')).toEqual([
    'default-src &#39;none&#39;',
    `script-src ${sourceOf(PAGE_SCRIPT.toString())}`,
    `style-src ${sourceOf('p{margin:0}')}`,
    'base-uri &#39;none&#39;',
    'form-action &#39;none&#39;',
  ]);
  expect(document.indexOf('Content-Security-Policy')).toBeLessThan(document.indexOf('<style>'));
});

test('what has a hash stands in the document as it is', () => {
  expect(document).toContain(`<script>${PAGE_SCRIPT}</script>`);
  expect(document).toContain('<style>p{margin:0}</style>');
  expect(PAGE_SCRIPT.toString()).not.toMatch(
    /<\/script|<!--|innerHTML|outerHTML|insertAdjacent|eval\(|Function\(|fetch\(/,
  );
});

test('title and content are escaped', () => {
  expect(document).toContain('<title>A &lt;title&gt;</title>');
  expect(document).toContain('<h1>A &lt;title&gt;</h1>\n<p>&lt;b&gt;</p>');
});
