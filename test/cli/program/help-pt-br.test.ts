import { EXAMPLES } from '../../../cli/program/examples';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

beforeEach(() => replaceEnvironment({}));

const COMMANDS = ['', ...Object.keys(EXAMPLES)];

/** What may stand alone on a line in both languages: nothing, a flag, the end of a note, JSON with the page it is told on. */
const WITHOUT_WORDS = /^ *(?:-{1,2}[\w-]+(?:, --[\w-]+)?(?: <\w+>)?|"[\w-]+"\)|--[\w-]+\)|\{"\S+\]\}; docs\/\S+)?$/;

/** Flags and placeholders, in their order. */
function termsOf(help: string): string[] {
  return help.match(/(?<![\w-])--?[a-zA-Z][\w-]*|<\w+>/g) ?? [];
}

async function readHelp(args: string): Promise<string> {
  const { exitCode, out, error } = await runCli(args);
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
  return out;
}

/** A help without its examples: calls are the same in every language. */
function withoutExamples(help: string): string {
  return help.replace(/\n(?:Examples|Exemplos):\n[\s\S]*$/, '');
}

describe.each(COMMANDS)('the help of "%s" in pt-BR', (command) => {
  const read = async () => ({
    english: withoutExamples(await readHelp(`${command} --help`)),
    portuguese: withoutExamples(await readHelp(`${command} --help --language pt-BR`)),
  });

  test('has no line of the English one', async () => {
    const { english, portuguese } = await read();
    const lines = new Set(linesOf(english));
    expect(linesOf(portuguese).filter((line) => lines.has(line) && !WITHOUT_WORDS.test(line))).toEqual([]);
  });

  test('has no description, title or mark of the English one, wherever its lines break', async () => {
    const { english, portuguese } = await read();
    const flat = portuguese.replace(/\s+/g, ' ');
    // Two columns: what stands after the term, up to the next term, is a description.
    const sentences = english
      .split(/\n(?=\S|\n| {2}\S)/)
      .map((item) => item.trim().replace(/^\S.*? {2,}/, ''))
      .map((item) => item.replace(/\s+/g, ' '))
      .filter((item) => / /.test(item));
    expect(sentences.length).toBeGreaterThan(8);
    expect(sentences.filter((sentence) => flat.includes(sentence))).toEqual([]);
    expect(flat).not.toMatch(/Usage|Options|Arguments|Commands|Exit codes|\[options\]|\[command\]|choices:|default:/);
  });

  test('has its flags and placeholders', async () => {
    const { english, portuguese } = await read();
    const terms = (help: string) => [...new Set(termsOf(help))].sort();
    expect(terms(portuguese)).toEqual(terms(english));
    expect(terms(english)).toContain('--help');
  });
});

test('titles, marks, choices and defaults', async () => {
  const help = await readHelp('--language=pt-BR explain --help');
  expect(linesOf(help)[0]).toBe('Uso: quota-watchdog explain [opções] [text]');
  expect(linesOf(help)).toEqual(expect.arrayContaining(['Argumentos:', 'Opções:', 'Opções globais:']));
  expect(help.replace(/\s+/g, ' ')).toContain('idioma dos textos (valores: "en", "pt-BR", padrão: "en")');
  expect(help.replace(/\s+/g, ' ')).toContain('90m, 3h, 1d (padrão: 3h)');
});

test('the help of all commands names commands and exit codes', async () => {
  const help = await readHelp('help --language pt-BR');
  expect(linesOf(help)[0]).toBe('Uso: quota-watchdog [opções] [comando]');
  expect(help).toMatch(/^Comandos:$/m);
  expect(help).toMatch(/^ {2}help \[comando\] +mostra a ajuda do comando$/m);
  expect(help).toContain('\nCódigos de saída: 0 ');
});

test('a call without a command gets it on standard error', async () => {
  const { exitCode, out, error } = await runCli('--language pt-BR');
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(linesOf(error)[0]).toBe('Uso: quota-watchdog [opções] [comando]');
});

test('English is as commander writes it', async () => {
  const help = await readHelp('check --help');
  expect(linesOf(help)[0]).toBe('Usage: quota-watchdog check [options]');
  const flat = help.replace(/\s+/g, ' ');
  expect(flat).toContain('(choices: "warning", "critical", "never", default: "critical")');
  expect(flat).toContain('-h, --help display help for command Global Options:');
});
