import { escapeHtml, html } from '../../../../lib/page/markup/html';

describe('html', () => {
  test('escapes values, passes markup, drops null', () => {
    const bold = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'"'}">${bold}${[bold, bold]}${null}${7}</p>`.toString()).toBe(
      '<p title="&quot;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b><b>&lt;i&gt;</b>7</p>',
    );
  });

  test('control and direction characters are shown as unreadable', () => {
    expect(escapeHtml('a\u202Eb\u0000')).toBe('a\uFFFDb\uFFFD');
  });
});
