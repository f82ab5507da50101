import type { LocalAccount } from '../../../local/account/local-account';
import { startBusyAccount } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

const run = (args: string, options = {}) => runCli(`${args} --language pt-BR`, options);

describe('before AWS is called', () => {
  test.each([
    [
      'check --html page.html --region us-east-1 --region us-west-2',
      '--html mostra uma única Região e várias foram informadas; execute uma vez para cada Região',
    ],
    [
      'test-alert --region us-east-1 --region us-west-2',
      'test-alert testa um só watchdog e várias Regiões foram informadas; execute uma vez para cada uma',
    ],
    [
      'test-alert --topic-arn alerts',
      '--topic-arn é "alerts", que não é um tópico; informe um ARN como arn:aws:sns:us-east-1:111122223333:alerts',
    ],
    [
      'test-alert --topic-arn arn:aws:sns:us-east-1:111122223333:alerts.fifo',
      '--topic-arn é um tópico FIFO; o watchdog só publica em tópicos padrão, informe um deles',
    ],
    [
      'test-alert --topic-arn arn:aws:sns:us-east-1:111122223333:alerts --region eu-west-1',
      '--topic-arn é um tópico de us-east-1 e --region diz eu-west-1; omita um dos dois',
    ],
    ['demo', 'a demo não pode ser executada aqui; execute npx quota-watchdog demo'],
  ])('%s', async (args, complaint) => {
    replaceEnvironment({ AWS_REGION: 'us-east-1', ...CREDENTIALS });
    const { exitCode, out, error } = await run(args);
    expect({ exitCode, out, error }).toEqual({ exitCode: 2, out: '', error: `quota-watchdog: ${complaint}\n` });
  });

  test.each([
    [[' '], 'o texto do erro está vazio; informe a mensagem entre aspas, como a AWS a enviou'],
    [['throttled', '--model', ' '], '--model está vazio; informe o id que foi chamado, ou omita a opção'],
  ])('explain %j', async (args, complaint) => {
    const { exitCode, error } = await runCli(['--language', 'pt-BR', 'explain', ...args]);
    expect({ exitCode, error }).toEqual({ exitCode: 2, error: `quota-watchdog: ${complaint}\n` });
  });

  test.each([
    [
      {},
      2,
      'nenhuma Região da AWS: nem --region, nem AWS_REGION, nem AWS_DEFAULT_REGION foi informada; adicione --region us-east-1',
    ],
    [
      { AWS_PROFILE: 'nobody' },
      2,
      'nenhuma Região da AWS: nem --region, nem AWS_REGION, nem AWS_DEFAULT_REGION foi informada, e o perfil "nobody" não indica nenhuma; adicione --region us-east-1',
    ],
    [
      { AWS_REGION: 'us east' },
      2,
      '"us east" não é um nome de Região; defina AWS_REGION ou --region com um nome como us-east-1',
    ],
  ])('with %j', async (variables, code, complaint) => {
    replaceEnvironment(variables);
    const { exitCode, error } = await run('quotas');
    expect({ exitCode, error }).toEqual({ exitCode: code, error: `quota-watchdog: ${complaint}\n` });
  });

  test.each([
    ['quotas', /^quota-watchdog: nenhuma credencial da AWS: .+; execute aws configure ou aws sso login, ou defina/],
    ['quotas --profile nobody', /^quota-watchdog: nenhuma credencial da AWS para o perfil "nobody": .+; execute aws/],
  ])('without credentials: %s', async (args, complaint) => {
    replaceEnvironment({ AWS_REGION: 'us-east-1' });
    const { exitCode, error } = await run(args);
    expect(exitCode).toBe(3);
    expect(linesOf(error)).toEqual([expect.stringMatching(complaint)]);
  });

  test('an error nobody thought of keeps its words and its stack', async () => {
    const demo = async () => {
      throw new TypeError('surprise');
    };
    const { exitCode, error } = await run('demo --verbose', { commands: { demo } });
    expect(exitCode).toBe(3);
    expect(linesOf(error).slice(0, 2)).toEqual([
      'quota-watchdog: erro inesperado: TypeError: surprise; --verbose mostra mais',
      'TypeError: surprise',
    ]);
  });
});

describe('of an account', () => {
  let busy: LocalAccount;
  beforeAll(async () => {
    busy = await startBusyAccount();
  });
  afterAll(() => busy.close());
  beforeEach(() => replaceEnvironment(busy.environment));
  afterEach(() => busy.faults.clear());

  test('a part that cannot be read is a warning, and the JSON stays English', async () => {
    busy.faults.add({ service: 'bedrock', operation: 'ListFoundationModels', kind: 'accessDenied' });
    const portuguese = await run('check --json');
    busy.faults.clear();
    busy.faults.add({ service: 'bedrock', operation: 'ListFoundationModels', kind: 'accessDenied' });
    const english = await runCli('check --json');
    expect(linesOf(portuguese.error)).toEqual([
      expect.stringMatching(/^quota-watchdog: alerta: us-east-1: .*bedrock:ListFoundationModels/),
    ]);
    expect(portuguese).toMatchObject({ exitCode: english.exitCode, out: english.out });
  });

  test('what to do about a call that failed', async () => {
    busy.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'cutBody' });
    const { exitCode, error } = await run('quotas');
    expect(exitCode).toBe(3);
    expect(error).toMatch(/; tente de novo; --verbose mostra o erro completo\n$/);
  });

  test('rows of the quota list that are in doubt are counted', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => `"L-0000000${index}":["amazon.nova-micro-v1:0"]`);
    const texts = { own: `{${rows.join(',')}}` };
    const args = 'quotas --overrides own --json';
    const english = linesOf((await runCli(args, { texts })).error);
    const portuguese = linesOf((await run(args, { texts })).error);
    expect(english).toHaveLength(4);
    expect(english[3]).toBe('quota-watchdog: warning: us-east-1: 2 more rows of the quota list are doubtful');
    expect(portuguese).toHaveLength(4);
    expect(portuguese[3]).toBe('quota-watchdog: alerta: us-east-1: outras linhas da lista de cotas em dúvida: 2');
    expect(portuguese[0]).toMatch(/^quota-watchdog: alerta: us-east-1: /);
  });

  test('a page that cannot be written', async () => {
    const writeFile = () => {
      throw new Error('disk full');
    };
    const { exitCode, error } = await run('check --json --html page.html', { writeFile });
    expect(exitCode).toBe(2);
    expect(linesOf(error)).toEqual([
      'quota-watchdog: a página não foi gravada (disk full); informe um arquivo em que se possa gravar',
    ]);
  });

  test.each([
    ['en', /reading quotas of us-east-1 … [\d,]+\n/, /reading usage of us-east-1 … 2 model ids\n/],
    ['pt-BR', /lendo as cotas de us-east-1 … [\d.]+\n/, /lendo o uso de us-east-1 … 2 ids de modelo\n/],
  ])('a terminal sees what is being read, in %s', async (language, quotas, usage) => {
    const { error } = await runCli(`check --json --language ${language}`, { isTerminal: true });
    expect(error).toMatch(quotas);
    expect(error).toMatch(usage);
  });
});
