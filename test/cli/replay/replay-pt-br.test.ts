import { linesOf, replaceEnvironment, runCli } from '../captured-io';
import { GOOD, MICRO_TPM, QUOTAS, type Replay, RPM, runReplay, TPM, toLine, toLines, toQuotaRow, US } from './incident';

const ok = JSON.stringify(GOOD);
const json = (...rows: readonly unknown[]) => JSON.stringify(rows);
const WEST = 'us-west-2:111122223333';
const SAVE = 'salve a saída JSON de: aws service-quotas list-service-quotas --service-code bedrock';
const FORM = 'docs/replay.md mostra o formato';
const TIME = 'é preciso uma data e hora ISO com fuso, como 2026-10-14T14:32:00Z';

beforeEach(() => replaceEnvironment({}));

describe('options that do not go together, in pt-BR', () => {
  test.each([
    ['--quotas q', '--quotas é para um replay; adicione --replay ARQUIVO, ou omita --quotas'],
    ['--replay r', '--replay precisa das cotas do incidente; adicione --quotas ARQUIVO, um list-service-quotas salvo'],
    [
      '--replay r --quotas q --region us-east-1 --region us-west-2',
      '--replay é de uma única Região e várias foram informadas; execute uma vez para cada Região',
    ],
    [
      '--replay - --quotas -',
      '--replay e --quotas não podem ser todas -: a entrada padrão é um único arquivo; informe arquivos para as outras',
    ],
  ])('check %s', async (args, complaint) => {
    const { exitCode, out, error } = await runCli(`check ${args} --language pt-BR`);
    expect({ exitCode, out, error }).toEqual({ exitCode: 2, out: '', error: `quota-watchdog: ${complaint}\n` });
  });

  test('a file that cannot be read, the system in its own words', async () => {
    const { error } = await runCli('check --replay /nonexistent/lines --quotas q --language pt-BR');
    expect(error).toMatch(
      /: não foi possível ler --replay \/nonexistent\/lines \(.*ENOENT.*\); informe um arquivo de texto UTF-8, ou - para a entrada padrão\n$/,
    );
  });
});

const REFUSED: readonly (readonly [Replay, string])[] = [
  [{ lines: ok, quotas: '{"Quotes":[]}' }, `--quotas quotas não tem uma lista "Quotas"; ${SAVE}`],
  [{ lines: ok, quotas: '{"Quotas":[]}' }, `--quotas quotas não lista nenhuma cota; ${SAVE}`],
  [
    { lines: ok, quotas: json({ ...toQuotaRow(TPM, 1), QuotaName: 'Buckets' }) },
    '--quotas quotas não tem nenhuma cota de inferência do Bedrock; informe a lista de --service-code bedrock',
  ],
  [
    { lines: ok, quotas: json({ QuotaCode: 'L-1', QuotaName: 'Buckets', Value: 1 }) },
    'nenhuma Região: nenhum ARN de --quotas quotas indica uma; adicione --region us-east-1',
  ],
  [
    { lines: ok, quotas: json(toQuotaRow(TPM, 1), toQuotaRow(RPM, 1, WEST)) },
    '--quotas quotas mistura as cotas de us-east-1 e us-west-2; informe a lista de uma só Região',
  ],
  [
    { lines: ok, quotas: json(toQuotaRow(TPM, 1), toQuotaRow(RPM, 1, 'us-east-1:000000000000')) },
    '--quotas quotas mistura as cotas de 000000000000 e 111122223333; informe a lista de uma só conta',
  ],
  [
    { lines: ok, defaults: json(toQuotaRow(TPM, 5, WEST)) },
    '--defaults defaults é de us-west-2 e --quotas quotas de us-east-1; os padrões diferem por Região, informe os de us-east-1',
  ],
  [{ lines: ok, profiles: '[7]' }, '--profiles profiles, inferenceProfileSummaries[0] é 7; é preciso um objeto'],
  [
    { lines: ok, profiles: '[{}]' },
    '--profiles profiles, inferenceProfileSummaries[0] não tem inferenceProfileId; é preciso um texto',
  ],
  [
    { lines: ok, profiles: json({ inferenceProfileId: 'a', type: 'X' }) },
    '--profiles profiles, inferenceProfileSummaries[0] (a) tem type igual a "X"; é preciso SYSTEM_DEFINED ou APPLICATION',
  ],
  [
    { lines: ok, profiles: json({ inferenceProfileId: 'a', type: 'APPLICATION', models: [{}] }) },
    '--profiles profiles, inferenceProfileSummaries[0] (a) tem models igual a [{}]; é preciso [{ "modelArn": "…" }]',
  ],
  [
    { lines: ok, models: json({ modelId: 'x.y', inferenceTypesSupported: 'ALL' }) },
    '--models models, modelSummaries[0] (x.y) tem inferenceTypesSupported igual a "ALL"; é preciso uma lista de textos',
  ],
  [{ lines: '7' }, `lines: 1 linha inválida de 1: linha 1: é 7, é preciso um objeto JSON; ${FORM}`],
  [
    { lines: `all was well\n${toLines([{ endpoint: 'agent', input: -1 }])}` },
    'lines: 2 linhas inválidas de 2: linha 1: não é JSON: "all was well", é preciso um objeto JSON por linha; ' +
      `linha 2: falta at, ${TIME}, falta modelId, é preciso o ModelId da métrica do CloudWatch, ` +
      'endpoint é "agent", é preciso "runtime" ou "mantle", input é -1, é preciso um número de 0 a 9007199254740991; ' +
      FORM,
  ],
  [{ lines: json({ ...GOOD, at: null }) }, `lines: 1 linha inválida de 1: item 1: at é null, ${TIME}; ${FORM}`],
  [
    { lines: toLines([GOOD, GOOD]) },
    `lines: 1 linha inválida de 2: linha 2 repete 2026-10-14T14:32:00Z de ${US} depois de linha 1, é preciso uma só linha para as duas; ${FORM}`,
  ],
  [{ lines: '' }, 'lines não tem nenhuma linha, então não indica um horário; adicione linhas, ou --at HORA'],
];

describe('a file that is refused, in pt-BR', () => {
  test.each(REFUSED)('%j', async (files, complaint) => {
    const { exitCode, out, error } = await runReplay(files, '--json --language pt-BR');
    expect({ exitCode, out, error }).toEqual({ exitCode: 2, out: '', error: `quota-watchdog: ${complaint}\n` });
  });

  test.each([
    [{ lines: ok, quotas: '{' }, /: --quotas quotas não é JSON \(.+\); salve a saída JSON de: aws service-quotas list/],
    [
      { lines: '[{]' },
      /: lines começa como um array JSON e não é um \(.+\); é preciso um objeto JSON por linha, ou um/,
    ],
  ])('%j, with the words of the parser', async (files, complaint) => {
    expect((await runReplay(files, '--language pt-BR')).error).toMatch(complaint);
  });

  test('many bad lines are counted', async () => {
    const { error } = await runReplay({ lines: '7\n'.repeat(9) }, '--language pt-BR');
    expect(error).toMatch(
      /: lines: 9 linhas inválidas de 9: linha 1: .* linha 5: é 7, é preciso um objeto JSON; e mais 4; docs/,
    );
  });
});

describe('notes in pt-BR, and the same JSON', () => {
  const quotas = json(toQuotaRow(TPM, QUOTAS[TPM]), toQuotaRow(MICRO_TPM, 0));
  const early = toLine('12:00', US, { invocations: 1 });
  const late = toLine('14:40', US, { invocations: 1 });
  test.each([
    [
      { lines: toLines([{ ...GOOD, note: 'x' }]), quotas },
      '',
      /^quota-watchdog: nota: lines: ignorado: note; as chaves que contam são at, modelId, endpoint, /,
    ],
    [
      { lines: ok, quotas },
      '--region eu-west-1',
      /^quota-watchdog: nota: --quotas quotas é de us-east-1, mas é tratado como de eu-west-1$/,
    ],
    [
      { lines: ok, quotas },
      '--profile prod',
      /^quota-watchdog: nota: --profile não é usado em um replay; --profiles ARQUIVO dá os nomes dos perfis$/,
    ],
    [
      { lines: '', quotas },
      '--at 2026-10-14T14:33:00Z',
      /^quota-watchdog: nota: lines não tem nenhuma linha: nenhum tráfego em 2026-10-14T14:33:00Z$/,
    ],
    [
      { lines: toLines([early, late]), quotas },
      '--lookback 2h --at 2026-10-14T14:33:00Z',
      /^quota-watchdog: nota: lines: de 2 linhas, 1 antes do período de 2h \(--lookback 3h as inclui; as leituras do dia usam os últimos 1\.440 minutos de qualquer forma\) e 1 em 2026-10-14T14:33:00Z ou depois \(--at 2026-10-14T14:41:00Z as inclui\)$/,
    ],
    [
      { lines: toLines([{ ...early, at: '2026-10-13T01:00Z' }, GOOD]), quotas },
      '',
      /^quota-watchdog: nota: lines: de 2 linhas, 1 antes do período de 3h \(24h é o máximo, para as demais informe um --at anterior; /,
    ],
  ])('%j %s', async (files, args, note) => {
    const english = await runReplay(files, `--json ${args}`);
    const portuguese = await runReplay(files, `--json ${args} --language pt-BR`);
    expect(linesOf(portuguese.error)).toEqual([expect.stringMatching(note)]);
    expect(portuguese).toMatchObject({ exitCode: english.exitCode, out: english.out });
    expect(english.error).toMatch(/^quota-watchdog: note: /);
  });
});
