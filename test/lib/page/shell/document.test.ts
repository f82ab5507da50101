import { createHash } from 'node:crypto';
import { PT_BR } from '../../../../lib/language/pt-br';
import { html } from '../../../../lib/page/markup/html';
import { renderDocument } from '../../../../lib/page/shell/document';
import { PAGE_SCRIPT } from '../../../../lib/page/shell/page-script';

const document = renderDocument({
  heading: 'A <title>',
  words: PT_BR.page,
  body: html`<p>${'<b>'}</p>`,
});

/** What stands in the element of a name, as it stands there. */
const insideOf = (name: string) =>
  document.slice(document.indexOf(`<${name}>`) + name.length + 2, document.indexOf(`</${name}>`));

const sourceOf = (text: string) => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;

test('the policy lets nothing run, apply, load or be sent but our script and style', () => {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(document) ?? [];
  expect(policy.split('; ')).toEqual([
    'default-src &#39;none&#39;',
    `script-src ${sourceOf(insideOf('script'))}`,
    `style-src ${sourceOf(insideOf('style'))}`,
    'base-uri &#39;none&#39;',
    'form-action &#39;none&#39;',
  ]);
  expect(document.indexOf('Content-Security-Policy')).toBeLessThan(document.indexOf('<style>'));
});

test('the script is ours, takes its words from the markup, and makes no markup of text', () => {
  expect(insideOf('script')).toBe(PAGE_SCRIPT.toString());
  expect(document).toContain('data-copy="Copiar" data-copied="Copiado"');
  expect(PAGE_SCRIPT.toString()).not.toMatch(
    /<\/script|<!--|innerHTML|outerHTML|insertAdjacent|eval\(|Function\(|fetch\(/,
  );
});

test('title and content are escaped', () => {
  expect(document).toContain('<title>A &lt;title&gt;</title>');
  expect(document).toContain('<h1>A &lt;title&gt;</h1>\n<p>&lt;b&gt;</p>');
});
