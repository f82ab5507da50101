import { Command, CommanderError } from 'commander';
import { spellCallError } from '../../../cli/program/call-complaint';
import { findLanguage } from '../../../cli/program/find-language';
import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';
import { replaceEnvironment, runCli } from '../captured-io';

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

beforeEach(() => replaceEnvironment({ AWS_REGION: 'us-east-1', ...CREDENTIALS }));

const SEE_EN = '; see quota-watchdog --help';
const SEE_PT = '; veja quota-watchdog --language pt-BR --help';

describe('a call that cannot be parsed', () => {
  test.each([
    ['quotas --foo', `unknown option '--foo'${SEE_EN}`, `opção desconhecida '--foo'${SEE_PT}`],
    [
      'check --lookbakc 1h',
      `unknown option '--lookbakc' (Did you mean --lookback?)${SEE_EN}`,
      `opção desconhecida '--lookbakc' (você quis dizer --lookback?)${SEE_PT}`,
    ],
    [
      'check --vers',
      `unknown option '--vers' (Did you mean one of --verbose, --version?)${SEE_EN}`,
      `opção desconhecida '--vers' (você quis dizer um destes: --verbose, --version?)${SEE_PT}`,
    ],
    [
      'qoutas',
      `unknown command 'qoutas' (Did you mean quotas?)${SEE_EN}`,
      `comando desconhecido 'qoutas' (você quis dizer quotas?)${SEE_PT}`,
    ],
    ['explain', `missing required argument 'text'${SEE_EN}`, `falta o argumento obrigatório 'text'${SEE_PT}`],
    [
      'quotas --profile',
      `option '--profile <name>' argument missing${SEE_EN}`,
      `falta o valor da opção '--profile <name>'${SEE_PT}`,
    ],
    [
      'quotas more',
      `too many arguments for 'quotas'. Expected 0 arguments but got 1${SEE_EN}`,
      `argumentos demais para 'quotas': número esperado 0, recebido 1${SEE_PT}`,
    ],
    [
      'explain one two',
      `too many arguments for 'explain'. Expected 1 argument but got 2${SEE_EN}`,
      `argumentos demais para 'explain': número esperado 1, recebido 2${SEE_PT}`,
    ],
    [
      'check --fail-on maybe',
      `option '--fail-on <severity>' argument 'maybe' is invalid. Allowed choices are warning, critical, never${SEE_EN}`,
      `o valor 'maybe' da opção '--fail-on <severity>' é inválido. Valores permitidos: warning, critical, never${SEE_PT}`,
    ],
    [
      'quotas --region nowhere',
      `option '--region <region>' argument 'nowhere' is invalid. Give a Region name such as us-east-1${SEE_EN}`,
      `o valor 'nowhere' da opção '--region <region>' é inválido. Informe o nome de uma Região, como us-east-1${SEE_PT}`,
    ],
    [
      'check --lookback 25h',
      `option '--lookback <duration>' argument '25h' is invalid. Give 1m to 24h, such as 90m, 3h or 1d${SEE_EN}`,
      `o valor '25h' da opção '--lookback <duration>' é inválido. Informe de 1m a 24h, como 90m, 3h ou 1d${SEE_PT}`,
    ],
    [
      'explain throttled --at noon',
      `option '--at <time>' argument 'noon' is invalid. Give an ISO time with its zone, such as 2026-10-14T14:32:00Z${SEE_EN}`,
      `o valor 'noon' da opção '--at <time>' é inválido. Informe uma data e hora ISO com fuso, como 2026-10-14T14:32:00Z${SEE_PT}`,
    ],
    [
      'test-alert --severity ok',
      `option '--severity <severity>' argument 'ok' is invalid. Allowed choices are warning, critical${SEE_EN}`,
      `o valor 'ok' da opção '--severity <severity>' é inválido. Valores permitidos: warning, critical${SEE_PT}`,
    ],
  ])('%s', async (args, english, portuguese) => {
    const wrong = (text: string) => ({ exitCode: 2, out: '', error: `quota-watchdog: ${text}\n` });
    expect(await runCli(args)).toMatchObject(wrong(english));
    expect(await runCli(`--language pt-BR ${args}`)).toMatchObject(wrong(portuguese));
  });

  test('a value in the words of a complaint is told as it was typed', async () => {
    const value = "1' is invalid. Allowed choices are\n'2";
    const { error } = await runCli(['check', '--language', 'pt-BR', '--lookback', value]);
    expect(error).toContain(
      `o valor '${value.replace('\n', ' ')}' da opção '--lookback <duration>' é inválido. Informe`,
    );
  });

  test('an option that must be given, which no command has today', () => {
    const told: CommanderError[] = [];
    const command = new Command().requiredOption('--one <x>').configureOutput({ outputError: () => undefined });
    command.exitOverride((error) => {
      told.push(error);
      throw error;
    });
    expect(() => command.parse([], { from: 'user' })).toThrow();
    expect(told.map((error) => spellCallError(error, EN_COMMANDS))).toEqual([
      "required option '--one <x>' not specified",
    ]);
    expect(told.map((error) => spellCallError(error, PT_BR_COMMANDS))).toEqual([
      "falta a opção obrigatória '--one <x>'",
    ]);
  });

  test.each([
    ['of a code that is not known', 'commander.somethingNew', 'error: something new'],
    ['in another form', 'commander.unknownOption', 'error: something new'],
  ])('an error %s stands in the words of commander', (_, code, message) => {
    expect(spellCallError(new CommanderError(1, code, message), PT_BR_COMMANDS)).toBe('something new');
  });
});

describe('the language of a call that is not parsed yet', () => {
  test.each([
    [[], 'en'],
    [['check'], 'en'],
    [['--language', 'pt-BR'], 'pt-BR'],
    [['check', '--language=pt-BR'], 'pt-BR'],
    [['--language', 'pt-BR', 'check', '--foo'], 'pt-BR'],
    [['check', '--foo', '--language', 'pt-BR'], 'pt-BR'],
    [['--language', 'pt-BR', 'check', '--language', 'en'], 'en'],
    [['--language', 'en', 'check', '--language=pt-BR'], 'pt-BR'],
    [['--language', 'fr'], 'en'],
    [['--language', 'pt-br'], 'en'],
    [['--language', 'pt-BR', '--language', 'fr'], 'pt-BR'],
    [['--language'], 'en'],
    [['check', '--', '--language', 'pt-BR'], 'en'],
    [['explain', 'try --language pt-BR'], 'en'],
    [['explain', 'pt-BR'], 'en'],
  ] as const)('%j → %s', (args, language) => {
    expect(findLanguage(args)).toBe(language);
  });

  test('one that is not known is told in English', async () => {
    expect((await runCli('quotas --language fr')).error).toContain('Allowed choices are en, pt-BR');
    expect((await runCli('--language fr --help')).error).toContain("argument 'fr' is invalid");
  });
});
