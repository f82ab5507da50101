import type { RuleWords } from '../../core/words/rules';

const INSTANT = 'é preciso uma data e hora ISO com fuso, como 2026-12-01T00:00:00Z ou 2026-12-01T00:00-03:00';
const OTHER_IDS = 'só "kind": "unmappedUsage" aceita qualquer id';

/** Brazilian Portuguese for what is wrong with alert rules. Keys, values and examples are JSON and stay as they are. */
export const PT_BR_RULES: RuleWords = {
  whole: 'o conteúdo todo',
  missing: (path, need) => `falta ${path}; ${need}`,
  is: (path, got, need) => `${path} é ${got}; ${need}`,
  needs: {
    object: (keys) => `é preciso um objeto; suas chaves: ${keys}`,
    list: () => 'é preciso uma lista',
    oneOf: (allowed) => `é preciso um destes valores: ${allowed}`,
    percent: (highest) => `é preciso uma porcentagem acima de 0 e até ${highest}`,
    reason: (longest) => `é preciso um motivo de 1 a ${longest} caracteres`,
    quotaCode: () => 'é preciso um código de cota como L-F4DDD3EB ou um padrão como L-F4*',
    model: (longest) =>
      `é preciso um id de modelo, um nome de modelo ou um padrão de 1 a ${longest} caracteres, sem espaços antes nem depois`,
    wildcards: () => 'só os curingas * e ? são conhecidos, não expressões regulares',
    baseModel: () =>
      `é preciso o id do modelo base, pois a cota é compartilhada por todos que chamam o modelo (${OTHER_IDS})`,
    baseWithScope: (base, scope) =>
      `os perfis de todas as geografias compartilham uma só cota: escreva ${base} e "scope": ${scope} (${OTHER_IDS})`,
    matchField: () => 'é preciso pelo menos um campo; {"quotaCode":"*"} vale para tudo',
    fieldOfKind: (kind) => `os achados do tipo ${kind} não têm esse campo, e a regra nunca se aplicaria`,
    clock: (last) => `é preciso um horário como 07:30, de 00:00 a ${last}`,
    otherClock: () => 'é preciso um horário diferente de from; um dia inteiro é 00:00 a 24:00',
    instant: () => INSTANT,
    timeOfDate: () => `faltam a hora e o fuso: ${INSTANT}`,
    zoneOfTime: () => `falta o fuso horário: ${INSTANT}`,
    timeZone: () => 'é preciso o nome IANA de um fuso horário, como America/Sao_Paulo ou UTC',
    someDay: () => 'é preciso pelo menos um dia; para todos os dias, omita o campo',
    noDay: () => 'só um resumo semanal ("week") tem dia',
    topicArn: () =>
      'é preciso o ARN de um tópico SNS padrão (não FIFO), como arn:aws:sns:us-east-1:111122223333:payments',
  },
  flaws: {
    empty: () => 'as regras estão vazias; {} diz que não há regras',
    notJson: (error) => `as regras não são JSON: ${error}`,
    tooLarge: (bytes, most) => `as regras têm ${bytes} bytes de JSON; o máximo é ${most}`,
    tooLargeForStandard: (bytes, most, advanced) =>
      `as regras têm ${bytes} bytes de JSON; o máximo é ${most}; espaços em branco contam, e um parâmetro avançado do SSM comporta ${advanced}`,
    unknownKey: (path, keys) => `${path} não é uma chave conhecida; aqui valem: ${keys}`,
    twin: (path, first, shared) => `${path} repete ${first} (${shared}); só um deles é permitido`,
    noPercent: (path) => `${path} não define nada; é preciso warningPercent, criticalPercent ou ambos`,
    order: (path, warning, critical) =>
      `${path} tem warningPercent ${warning} e criticalPercent ${critical}; warningPercent deve ser menor`,
    orderWithDefaultWarning: (path, warning, critical) =>
      `${path} tem warningPercent ${warning} (o padrão) e criticalPercent ${critical}; warningPercent deve ser menor`,
    orderWithDefaultCritical: (path, warning, critical) =>
      `${path} tem warningPercent ${warning} e criticalPercent ${critical} (o padrão); warningPercent deve ser menor`,
  },
};
