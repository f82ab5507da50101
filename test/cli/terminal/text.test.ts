import { toBar } from '../../../cli/check/usage-bar';
import { breakCommand } from '../../../cli/terminal/break-command';
import { alignColumns } from '../../../cli/terminal/columns';
import { showStack } from '../../../cli/terminal/complain';
import { PAGE_COLUMNS, toOneLine, toPlain, wrapText } from '../../../cli/terminal/plain-text';
import type { CliIo } from '../../../cli/terminal/process-io';
import { COLOUR_STYLE, chooseStyle } from '../../../cli/terminal/style';
import { NO_TERMINAL } from '../captured-io';

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
  const ON = { out: true, error: true };
  const OFF = { out: false, error: true };
  test.each([
    [true, ON, {}, true],
    [true, OFF, {}, false],
    [true, ON, { TERM: 'dumb' }, false],
    [true, ON, { NO_COLOR: '1' }, false],
    [true, ON, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [true, ON, { NO_COLOR: '' }, true],
    [true, ON, { NO_COLOR: '', FORCE_COLOR: '0' }, false],
    [true, ON, { FORCE_COLOR: 'false' }, false],
    [false, ON, { FORCE_COLOR: '1' }, false],
    [true, OFF, { FORCE_COLOR: '1' }, true],
  ])('of --color %j, %j and %j: coloured %j', (color, isTerminal, env, isColoured) => {
    const style = chooseStyle({ color }, { isTerminal, env, terminal: NO_TERMINAL });
    expect(style.bold('x') !== 'x').toBe(isColoured);
  });

  test.each([
    [true, 80, 80],
    [true, 100, 100],
    [true, 20, 40],
    [true, 400, 120],
    [false, 80, 100],
  ])('a terminal %j of %d columns has lines of %d', (out, columns, expected) => {
    const terminal = { ...NO_TERMINAL, size: () => ({ columns, rows: 24 }) };
    expect(chooseStyle({ color: true }, { isTerminal: { out, error: true }, env: {}, terminal }).columns).toBe(
      expected,
    );
  });

  test.each([
    ['a terminal', true, {}, 2],
    ['a pipe', false, {}, 1],
    ['a terminal of Windows', true, { OS: 'Windows_NT' }, 1],
  ])('in %s a long command has %#: %j %j %d lines', (_, out, env, lines) => {
    const io = { isTerminal: { out, error: true }, env, terminal: NO_TERMINAL };
    expect(chooseStyle({ color: false }, io).command(`aws ${'--flag value '.repeat(8)}`.trim(), '  ')).toHaveLength(
      lines,
    );
  });
});

describe('a command', () => {
  test('that fits is one line', () => {
    expect(breakCommand('aws sts get-caller-identity', '  ', 80)).toEqual(['  aws sts get-caller-identity']);
  });

  test('that does not is continued by backslashes, quotes whole, and is the same to a shell', () => {
    const command = 'aws service-quotas x --quota-code L-1 --text "two words and more" --region us-east-1';
    const lines = breakCommand(command, '  ', 40);
    expect(lines).toEqual([
      '  aws service-quotas x --quota-code \\',
      '    L-1 --text "two words and more" \\',
      '    --region us-east-1',
    ]);
    expect(
      lines
        .join('\n')
        .replace(/ \\\n\s*/g, ' ')
        .trim(),
    ).toBe(command);
  });

  test('keeps a word that is wider than the page', () => {
    expect(breakCommand(`a ${'x'.repeat(50)} b`, '', 20)).toEqual(['a \\', `  ${'x'.repeat(50)} \\`, '  b']);
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
