import type { RuleProblem } from '../../../lib/core/vocabulary/rule-problem';
import { EN } from '../../../lib/language/en';
import { PT_BR } from '../../../lib/language/pt-br';
import { about, complain, digest, MATCH, mute, owner, quiet, read, threshold } from '../core/rules/rule-sources';
import { ENGLISH, ours } from './brazilian';

const ANY_ID = 'só "kind": "unmappedUsage" aceita qualquer id';
const INSTANT = 'é preciso uma data e hora ISO com fuso, como 2026-12-01T00:00:00Z ou 2026-12-01T00:00-03:00';

/** One set of rules for each thing that can be wrong, and how a Brazilian is told. */
const PROBLEMS: [string, unknown, string][] = [
  ['empty', ' ', 'as regras estão vazias; {} diz que não há regras'],
  [
    'object',
    [],
    'o conteúdo todo é []; é preciso um objeto; suas chaves: thresholds, mutes, quietHours, owners, digest',
  ],
  [
    'object',
    undefined,
    'falta o conteúdo todo; é preciso um objeto; suas chaves: thresholds, mutes, quietHours, owners, digest',
  ],
  ['unknownKey', mute({ untill: 'x' }), 'mutes[0].untill não é uma chave conhecida; aqui valem: match, reason, until'],
  ['list', { mutes: {} }, 'mutes é {}; é preciso uma lista'],
  ['matchField', about({}), 'mutes[0].match é {}; é preciso pelo menos um campo; {"quotaCode":"*"} vale para tudo'],
  [
    'quotaCode',
    about({ quotaCode: 'L-F4DD' }),
    'mutes[0].match.quotaCode é "L-F4DD"; é preciso um código de cota como L-F4DDD3EB ou um padrão como L-F4*',
  ],
  [
    'model',
    about({ model: 'x ' }),
    'mutes[0].match.model é "x "; é preciso um id de modelo, um nome de modelo ou um padrão de 1 a 256 caracteres, sem espaços antes nem depois',
  ],
  [
    'wildcards',
    about({ model: '^claude.*$' }),
    'mutes[0].match.model é "^claude.*$"; só os curingas * e ? são conhecidos, não expressões regulares',
  ],
  [
    'baseWithScope',
    about({ model: 'us.anthropic.claude-sonnet-4-6' }),
    `mutes[0].match.model é "us.anthropic.claude-sonnet-4-6"; os perfis de todas as geografias compartilham uma só cota: escreva "anthropic.claude-sonnet-4-6" e "scope": "crossRegion" (${ANY_ID})`,
  ],
  [
    'baseModel',
    about({ model: 'arn:aws:bedrock:*' }),
    `mutes[0].match.model é "arn:aws:bedrock:*"; é preciso o id do modelo base, pois a cota é compartilhada por todos que chamam o modelo (${ANY_ID})`,
  ],
  [
    'oneOf',
    quiet({ days: ['mon'] }),
    'quietHours[0].days[0] é "mon"; é preciso um destes valores: Mon, Tue, Wed, Thu, Fri, Sat, Sun',
  ],
  [
    'fieldOfKind',
    about({ kind: 'coverage', model: 'x' }),
    'mutes[0].match.model é "x"; os achados do tipo coverage não têm esse campo, e a regra nunca se aplicaria',
  ],
  ['reason', mute({ reason: undefined }), 'falta mutes[0].reason; é preciso um motivo de 1 a 256 caracteres'],
  ['instant', mute({ until: 'tomorrow' }), `mutes[0].until é "tomorrow"; ${INSTANT}`],
  ['timeOfDate', mute({ until: '2026-12-01' }), `mutes[0].until é "2026-12-01"; faltam a hora e o fuso: ${INSTANT}`],
  [
    'zoneOfTime',
    mute({ until: '2026-12-01T00:00' }),
    `mutes[0].until é "2026-12-01T00:00"; falta o fuso horário: ${INSTANT}`,
  ],
  [
    'percent',
    threshold({ warningPercent: 0 }),
    'thresholds[0].warningPercent é 0; é preciso uma porcentagem acima de 0 e até 1000',
  ],
  ['noPercent', threshold({}), 'thresholds[0] não define nada; é preciso warningPercent, criticalPercent ou ambos'],
  [
    'order',
    threshold({ warningPercent: 91, criticalPercent: 90 }),
    'thresholds[0] tem warningPercent 91 e criticalPercent 90; warningPercent deve ser menor',
  ],
  [
    'orderWithDefaultCritical',
    threshold({ warningPercent: 97 }),
    'thresholds[0] tem warningPercent 97 e criticalPercent 95 (o padrão); warningPercent deve ser menor',
  ],
  [
    'orderWithDefaultWarning',
    threshold({ criticalPercent: 70 }),
    'thresholds[0] tem warningPercent 80 (o padrão) e criticalPercent 70; warningPercent deve ser menor',
  ],
  [
    'twin',
    quiet({ days: ['Mon', 'Mon'] }),
    'quietHours[0].days[1] repete quietHours[0].days[0] ("Mon"); só um deles é permitido',
  ],
  ['clock', quiet({ to: '24:01' }), 'quietHours[0].to é "24:01"; é preciso um horário como 07:30, de 00:00 a 24:00'],
  [
    'otherClock',
    quiet({ to: '22:00' }),
    'quietHours[0].to é "22:00"; é preciso um horário diferente de from; um dia inteiro é 00:00 a 24:00',
  ],
  [
    'someDay',
    quiet({ days: [] }),
    'quietHours[0].days é []; é preciso pelo menos um dia; para todos os dias, omita o campo',
  ],
  [
    'timeZone',
    quiet({ timeZone: '-03:00' }),
    'quietHours[0].timeZone é "-03:00"; é preciso o nome IANA de um fuso horário, como America/Sao_Paulo ou UTC',
  ],
  [
    'topicArn',
    owner('payments'),
    'owners[0].topicArn é "payments"; é preciso o ARN de um tópico SNS padrão (não FIFO), como arn:aws:sns:us-east-1:111122223333:payments',
  ],
  ['noDay', digest({ on: 'Mon' }), 'digest.on é "Mon"; só um resumo semanal ("week") tem dia'],
  ['tooLarge', '{}'.padEnd(8193), 'as regras têm 8193 bytes de JSON; o máximo é 8192'],
];
/** What an advanced parameter holds. */
const ROOMY = { maxBytes: 8192 };

const keyOf = (problem: RuleProblem) => ('flaw' in problem ? problem.flaw : problem.allowed.need);

describe('problems of rules in pt-BR', () => {
  test.each(PROBLEMS)('%s: %j', (key, source, portuguese) => {
    expect(read(source, ROOMY).problems.map(keyOf)).toEqual([key]);
    expect(complain(source, ROOMY, PT_BR)).toEqual([portuguese]);
    expect(ours(portuguese)).not.toMatch(ENGLISH);
  });

  test('in a standard parameter the size names the way out', () => {
    expect(complain('{}'.padEnd(4097), {}, PT_BR)).toEqual([
      'as regras têm 4097 bytes de JSON; o máximo é 4096; espaços em branco contam, e um parâmetro avançado do SSM comporta 8192',
    ]);
  });

  test('no JSON keeps what the engine says of it', () => {
    const text = '{"mutes": [}';
    let saying = '';
    try {
      JSON.parse(text);
    } catch (error) {
      saying = (error as Error).message;
    }
    expect(complain(text)).toEqual([`the rules are not JSON: ${saying}`]);
    expect(complain(text, {}, PT_BR)).toEqual([`as regras não são JSON: ${saying}`]);
  });

  test('are all here', () => {
    const told = new Set([...PROBLEMS.map(([key]) => key), 'tooLargeForStandard', 'notJson']);
    expect([...told].sort()).toEqual([...Object.keys(EN.rules.needs), ...Object.keys(EN.rules.flaws)].sort());
  });

  test.each([
    [
      'mutes[1]',
      'mutes[0]',
      {
        mutes: [
          { match: MATCH, reason: 'a' },
          { match: MATCH, reason: 'b' },
        ],
      },
    ],
    ['["a b"]', 'thresholds, mutes, quietHours, owners, digest', { 'a b': 1 }],
    ['mutes[0].reason', `"${'x'.repeat(79)}…`, mute({ reason: 'x'.repeat(257) })],
  ])('name %s and %s as in English', (path, named, source) => {
    for (const words of [EN, PT_BR]) {
      expect(complain(source, {}, words)).toEqual([expect.stringContaining(path)]);
      expect(complain(source, {}, words)).toEqual([expect.stringContaining(named)]);
    }
  });
});
