import { Command, CommanderError } from 'commander';
import { spellCallError } from '../../../cli/program/call-complaint';
import { findLanguage } from '../../../cli/program/find-language';
import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';
import { replaceEnvironment, runCli } from '../captured-io';

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

beforeEach(() => replaceEnvironment({ AWS_REGION: 'us-east-1', ...CREDENTIALS }));

/** The help that a complaint points to: that of the command that was called, if there is one. */
const seeOf = (called: string) => ({
  english: `; see quota-watchdog${called} --help`,
  portuguese: `; veja quota-watchdog${called} --language pt-BR --help`,
});

describe('a call that cannot be parsed', () => {
  test.each([
    ['quotas --foo', `unknown option '--foo'`, `opção desconhecida '--foo'`],
    [
      'check --lookbakc 1h',
      `unknown option '--lookbakc' (Did you mean --lookback?)`,
      `opção desconhecida '--lookbakc' (você quis dizer --lookback?)`,
    ],
    [
      'check --vers',
      `unknown option '--vers' (Did you mean one of --verbose, --version?)`,
      `opção desconhecida '--vers' (você quis dizer um destes: --verbose, --version?)`,
    ],
    [
      'qoutas',
      `unknown command 'qoutas' (Did you mean quotas?)`,
      `comando desconhecido 'qoutas' (você quis dizer quotas?)`,
    ],
    ['explain', `missing required argument 'text'`, `falta o argumento obrigatório 'text'`],
    ['quotas --profile', `option '--profile <name>' argument missing`, `falta o valor da opção '--profile <name>'`],
    [
      'requests more',
      `too many arguments for 'requests'. Expected 0 arguments but got 1`,
      `argumentos demais para 'requests': número esperado 0, recebido 1`,
    ],
    [
      'explain one two',
      `too many arguments for 'explain'. Expected 1 argument but got 2`,
      `argumentos demais para 'explain': número esperado 1, recebido 2`,
    ],
    [
      'check --fail-on maybe',
      `option '--fail-on <severity>' argument 'maybe' is invalid. Allowed choices are warning, critical, never`,
      `o valor 'maybe' da opção '--fail-on <severity>' é inválido. Valores permitidos: warning, critical, never`,
    ],
    [
      'quotas --region nowhere',
      `option '--region <region>' argument 'nowhere' is invalid. Give a Region name such as us-east-1`,
      `o valor 'nowhere' da opção '--region <region>' é inválido. Informe o nome de uma Região, como us-east-1`,
    ],
    [
      'check --lookback 25h',
      `option '--lookback <duration>' argument '25h' is invalid. Give 1m to 24h, such as 90m, 3h or 1d`,
      `o valor '25h' da opção '--lookback <duration>' é inválido. Informe de 1m a 24h, como 90m, 3h ou 1d`,
    ],
    [
      'explain throttled --at noon',
      `option '--at <time>' argument 'noon' is invalid. Give an ISO time with its zone, such as 2026-10-14T14:32:00Z`,
      `o valor 'noon' da opção '--at <time>' é inválido. Informe uma data e hora ISO com fuso, como 2026-10-14T14:32:00Z`,
    ],
    [
      'test-alert --severity ok',
      `option '--severity <severity>' argument 'ok' is invalid. Allowed choices are warning, critical`,
      `o valor 'ok' da opção '--severity <severity>' é inválido. Valores permitidos: warning, critical`,
    ],
  ])('%s', async (args, english, portuguese) => {
    const [name] = args.split(' ');
    const see = seeOf(name === 'qoutas' ? '' : ` ${name}`);
    const wrong = (text: string) => ({ exitCode: 2, out: '', error: `quota-watchdog: ${text}\n` });
    expect(await runCli(args)).toMatchObject(wrong(`${english}${see.english}`));
    expect(await runCli(`--language pt-BR ${args}`)).toMatchObject(wrong(`${portuguese}${see.portuguese}`));
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

  test.each([
    [{}, 'en'],
    [{ LANG: 'pt_BR.UTF-8' }, 'pt-BR'],
    [{ LANG: 'pt_BR' }, 'pt-BR'],
    [{ LANG: 'pt-BR' }, 'pt-BR'],
    [{ LANG: 'pt_PT.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'pt_BRX' }, 'en'],
    [{ LC_MESSAGES: 'en_US.UTF-8', LANG: 'pt_BR.UTF-8' }, 'en'],
    [{ LC_MESSAGES: 'pt_BR.UTF-8', LANG: 'C' }, 'pt-BR'],
    [{ LC_ALL: 'C', LC_MESSAGES: 'pt_BR.UTF-8', LANG: 'pt_BR.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'pt_BR.UTF-8' }, 'pt-BR'],
    [{ QUOTA_WATCHDOG_LANGUAGE: 'pt-BR', LC_ALL: 'C' }, 'pt-BR'],
    [{ QUOTA_WATCHDOG_LANGUAGE: 'en', LANG: 'pt_BR.UTF-8' }, 'en'],
    [{ QUOTA_WATCHDOG_LANGUAGE: '', LANG: 'pt_BR.UTF-8' }, 'pt-BR'],
  ] as const)('the surroundings %j → %s, and a flag decides otherwise', (env, language) => {
    expect(findLanguage(['check'], env)).toBe(language);
    expect(findLanguage(['check', '--language', 'en'], env)).toBe('en');
    expect(findLanguage(['check', '--language', 'pt-BR'], env)).toBe('pt-BR');
  });

  test('the surroundings speak in the help, and in options that are not given', async () => {
    replaceEnvironment({ LANG: 'pt_BR.UTF-8' });
    expect((await runCli('check --help')).out).toContain('Uso: quota-watchdog check [opções]');
    expect((await runCli('check --region us-east-1')).error).toContain('nenhuma credencial da AWS');
  });

  test('a variable that names no language that is known is a wrong call', async () => {
    replaceEnvironment({ QUOTA_WATCHDOG_LANGUAGE: 'fr' });
    expect(await runCli('check')).toMatchObject({
      exitCode: 2,
      error: 'quota-watchdog: QUOTA_WATCHDOG_LANGUAGE is "fr"; set it to one of en, pt-BR, or unset it\n',
    });
  });

  test('one that is not known is told in English', async () => {
    expect((await runCli('quotas --language fr')).error).toContain('Allowed choices are en, pt-BR');
    expect((await runCli('--language fr --help')).error).toContain("argument 'fr' is invalid");
  });
});
