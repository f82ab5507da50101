import { replaceEnvironment, runCli } from '../captured-io';
import { GOOD, refused, toLines } from '../replay/incident';

beforeEach(() => replaceEnvironment({}));

const OVERRIDES =
  'um objeto de códigos de cota e listas de ids de modelo base, como {"L-F4DDD3EB":["amazon.nova-pro-v1:0"]}';
const RATES = 'um objeto de ids de modelo base e taxas, como {"anthropic.claude-opus-4-8":15}';
const MODEL_ID = 'um id de modelo base (como em list-foundation-models, sem us., global. nem ARN)';

const run = (args: string, text: string) =>
  runCli(`${args} own.json --region us-east-1 --language pt-BR`, { texts: { 'own.json': text } });

test.each([
  [
    'check --rules',
    '{"quiet":[],"mutes":[{"match":{"quotaCode":"L-F4DDD3EB"}}]}',
    '--rules own.json: quiet não é uma chave conhecida; aqui valem: thresholds, mutes, quietHours, owners, digest; falta mutes[0].reason; é preciso um motivo de 1 a 256 caracteres',
  ],
  ['check --overrides', '{', `--overrides own.json é "{", que não é JSON; é preciso ${OVERRIDES}`],
  ['quotas --overrides', '[]', `--overrides own.json é []; é preciso ${OVERRIDES}`],
  [
    'quotas --overrides',
    '{"Haiku":["a.b"]}',
    'uma chave de --overrides own.json é "Haiku"; é preciso um código de cota como L-F4DDD3EB',
  ],
  [
    'quotas --overrides',
    '{"L-21800074":"a.b"}',
    '--overrides own.json, L-21800074, é "a.b"; é preciso uma lista de ids de modelo base',
  ],
  ['quotas --overrides', '{"L-21800074":[7]}', `um id de --overrides own.json, L-21800074, é 7; é preciso ${MODEL_ID}`],
  ['explain throttled --burndown', '{', `--burndown own.json é "{", que não é JSON; é preciso ${RATES}`],
  ['check --burndown', '[]', `--burndown own.json é []; é preciso ${RATES}`],
  [
    'check --burndown',
    '{"Opus":5,"a.b":-1}',
    '--burndown own.json: "Opus" não é um id de modelo base como anthropic.claude-opus-4-8; a taxa de a.b é -1; é preciso um número acima de 0, no máximo 1000',
  ],
  [
    'check --replay minutes.jsonl --quotas quotas.json --rules',
    '{"digest":1}',
    '--rules own.json: digest é 1; é preciso um objeto; suas chaves: every, at, timeZone, on',
  ],
])('%s own.json of %s is refused in the language of the command', async (args, text, complaint) => {
  const { exitCode, out, error } = await run(args, text);
  expect({ exitCode, out, error }).toEqual({ exitCode: 2, out: '', error: `quota-watchdog: ${complaint}\n` });
});

test('the overrides of a replay are refused in the language of the command', async () => {
  const replay = { lines: toLines([GOOD]), overrides: '[]' };
  expect(await refused(replay, '--language pt-BR')).toContain(`--overrides overrides é []; é preciso ${OVERRIDES}`);
});

test('a file that cannot be read is told in the language of the command, the system in its own', async () => {
  const { error } = await runCli('check --rules /nonexistent/rules.json --language pt-BR');
  expect(error).toMatch(
    /não foi possível ler --rules \/nonexistent\/rules\.json \(.*ENOENT.*\); informe um arquivo JSON/,
  );
});
