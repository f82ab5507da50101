import { html } from '../../../../lib/page/markup/html';
import { renderLink, renderLinks } from '../../../../lib/page/markup/link';

test.each(['https://example.com/a?b=c#d', 'http://127.0.0.1:80/'])(
  '%s is a link that leaves the page open',
  (address) => {
    expect(renderLink(address, html`<code>x</code>`).toString()).toBe(
      `<a href="${address}" target="_blank" rel="noopener noreferrer"><code>x</code></a>`,
    );
  },
);

test.each([null, 'docs/runbook.md#x', 'javascript:alert(1)', 'https://a"b', 'https://a b', 'ftp://a'])(
  '%s is none: the text stands alone',
  (address) => {
    expect(renderLink(address, '<x>').toString()).toBe('&lt;x&gt;');
  },
);

test('of some links those that open are left, and no place for none', () => {
  expect(
    renderLinks([
      ['https://a.example', 'A'],
      [null, 'B'],
      ['docs', 'C'],
    ])?.toString(),
  ).toBe('<p class="links"><a href="https://a.example" target="_blank" rel="noopener noreferrer">A</a></p>');
  expect(renderLinks([[null, 'B']])).toBeNull();
});
