import { toBar } from '../../../cli/check/usage-bar';
import { alignColumns } from '../../../cli/terminal/columns';
import { showStack } from '../../../cli/terminal/complain';
import { PAGE_COLUMNS, toOneLine, toPlain, wrapText } from '../../../cli/terminal/plain-text';
import type { CliIo } from '../../../cli/terminal/process-io';
import { COLOUR_STYLE, chooseStyle, PLAIN_STYLE } from '../../../cli/terminal/style';

describe('columns', () => {
  const columns = [{ title: 'NAME' }, { title: 'VALUE', align: 'right' as const }, { title: 'EMPTY' }];

  test('align numbers to the right and leave empty columns out', () => {
    const rows = [
      [{ text: 'one' }, { text: '1' }, { text: '' }],
      [{ text: 'a longer name' }, { text: '1,000,000' }],
    ];
    expect(alignColumns(columns, rows)).toEqual({
      header: 'NAME               VALUE',
      lines: ['one                    1', 'a longer name  1,000,000'],
    });
  });

  test('colours change no width', () => {
    const painted = alignColumns(columns, [[{ text: '$&', paint: COLOUR_STYLE.bold }, { text: '7' }]]).lines[0] ?? '';
    expect(painted).toBe('\u001B[1m$&\u001B[22m        7');
  });

  test('control characters of names cannot steer the terminal', () => {
    expect(alignColumns([{ title: 'X' }], [[{ text: 'a\u001B[2Jb\u202E\n' }]]).lines).toEqual(['a?[2Jb??']);
  });
});

describe('text', () => {
  test('wraps at the page and keeps long words whole', () => {
    const long = 'x'.repeat(PAGE_COLUMNS + 20);
    expect(wrapText(`word ${long} word`, '  ', '- ')).toEqual(['- word', `  ${long}`, '  word']);
    for (const line of wrapText('some words '.repeat(60), '    '))
      expect(line.length).toBeLessThanOrEqual(PAGE_COLUMNS);
  });

  test('is one line and plain', () => {
    expect(toOneLine(' a\n  b\u0007 ')).toBe('a b?');
    expect(toPlain('é 漢 ≥')).toBe('é 漢 ≥');
  });
});

test.each([
  [0, '····'],
  [50, '██··'],
  [53.2, '██▏·'],
  [100, '████'],
  [250, '████'],
  [-5, '····'],
])('bar of %d%%', (percent, bar) => {
  expect(toBar(percent, 4)).toBe(bar);
});

describe('style', () => {
  const terminal = { isColourWanted: true, isTerminal: true, env: {} };
  test.each([
    [terminal, COLOUR_STYLE],
    [{ ...terminal, isTerminal: false }, PLAIN_STYLE],
    [{ ...terminal, env: { TERM: 'dumb' } }, PLAIN_STYLE],
    [{ ...terminal, env: { NO_COLOR: '1' } }, PLAIN_STYLE],
    [{ ...terminal, env: { NO_COLOR: '', FORCE_COLOR: '0' } }, PLAIN_STYLE],
    [{ ...terminal, isColourWanted: false, env: { FORCE_COLOR: '1' } }, PLAIN_STYLE],
    [{ ...terminal, isTerminal: false, env: { FORCE_COLOR: '1' } }, COLOUR_STYLE],
  ])('of %j', (circumstances, style) => {
    expect(chooseStyle(circumstances)).toBe(style);
  });
});

test('a stack that a server had a part in steers no terminal', () => {
  const lines: string[] = [];
  const io = { writeError: (text: string) => lines.push(text) } as unknown as CliIo;
  showStack(io, new Error('a\u001b[2Jb', { cause: new Error('c\u2028d') }));
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toContain('a?[2Jb');
  expect(lines.join('')).toContain('c?d');
  expect(lines[0]).toMatch(/\n {4}at /);
});
