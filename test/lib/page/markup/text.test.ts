import { renderCommand, renderText } from '../../../../lib/page/markup/text';

test.each([
  ['at 14:29 UTC, then', 'at <span class="keep">14:29 UTC</span>, then'],
  ['since 2026-10-14 14:27 UTC', 'since <span class="keep">2026-10-14 14:27 UTC</span>'],
  ['2026-10-14T14:29:00Z', '<span class="keep">2026-10-14T14:29:00Z</span>'],
  ['L-F4DDD3EB is 0', '<span class="keep">L-F4DDD3EB</span> is 0'],
  ['on 2026-10-14 <b>', 'on <span class="keep">2026-10-14</span> &lt;b&gt;'],
  ['model-20250929-v1:0 has 12:30 of nothing', 'model-20250929-v1:0 has 12:30 of nothing'],
])('%s: times are kept together', (text, markup) => {
  expect(renderText(text).toString()).toBe(markup);
});

test('the words of a command are kept together, and it stays the same text', () => {
  const command = 'aws x --quota-code L-1  --name "a <b>"';
  const markup = renderCommand(command).toString();
  expect(markup).toBe(
    '<code class="command"><span>aws</span> <span>x</span> <span>--quota-code</span> <span>L-1</span>  <span>--name</span> <span>&quot;a</span> <span>&lt;b&gt;&quot;</span></code>',
  );
  expect(markup.replace(/<[^>]+>/g, '')).toBe('aws x --quota-code L-1  --name &quot;a &lt;b&gt;&quot;');
});
