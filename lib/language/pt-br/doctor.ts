import type { CheckSaid, SaidWords, StepSaid } from '../../core/answers/checklist';
import type { EN_DOCTOR } from '../en/doctor';

const CHECKS: SaidWords<CheckSaid> = {
  caller: ({ accountId, region }) => `conta ${accountId}, Região ${region}`,
  callerUnknown: () => 'há credenciais; a AWS não diz de quem são (sts:GetCallerIdentity)',
  text: ({ text }) => text,
  called: () => 'permitida',
  failed: ({ blindSpot }, { statement }) => statement(blindSpot),
  callFailed: ({ action }) => `não se sabe: ${action} falhou`,
  notTried: () => 'não tentada: nada aqui precisa dela',
  mapped: ({ mapped, unmapped }, { count }) =>
    unmapped === 0
      ? `todas as ${count(mapped)} cotas de modelos estão ligadas a seus modelos`
      : `${count(mapped)} cotas estão ligadas a seus modelos; de ${count(unmapped)} o modelo não é conhecido`,
  zero: ({ zero, spent }, { count, list }) => {
    if (zero === 0) return 'nenhuma cota é 0';
    return spent.length === 0
      ? `${count(zero)} são 0; nenhuma delas é chamada`
      : `${count(zero)} são 0, e estas são chamadas: ${list(spent)}`;
  },
  belowDefault: ({ below, spent }, { count, list }) => {
    if (below === 0) return 'nenhum valor está abaixo do padrão da AWS';
    const called = spent.length === 0 ? 'nenhuma delas é chamada' : `estas são chamadas: ${list(spent)}`;
    return `${count(below)} estão abaixo do padrão da AWS; ${called}`;
  },
  unmappedUsage: ({ modelIds }, { list }) =>
    modelIds.length === 0 ? 'todo o tráfego tem sua cota' : `tráfego sem cota conhecida: ${list(modelIds)}`,
  access: ({ asked, open, unsaid, closed, called }, { count, list }) => {
    if (asked === 0) return 'nenhum modelo pôde ser consultado';
    const parts = [`${count(open)} de ${count(asked)} modelos podem ser chamados`];
    if (closed.length > 0) parts.push(`não: ${list(closed.map(({ modelId, why }) => `${modelId} (${why})`))}`);
    if (unsaid > 0) parts.push(`${count(unsaid)} sem resposta`);
    if (called.length > 0) parts.push(`chamados mesmo assim: ${list(called)}`);
    return parts.join('; ');
  },
  burndown: ({ modelIds }, { list }) =>
    modelIds.length === 0
      ? 'a taxa de cada modelo com tráfego é conhecida'
      : `sem taxa conhecida, a saída conta uma vez, um limite inferior: ${list(modelIds)}`,
  lifecycle: ({ models }, { list, date }) =>
    models.length === 0
      ? 'nenhum modelo com tráfego é legado ou está perto do fim'
      : list(
          models.map(({ modelId, isLegacy, endOfLife }) => {
            const what = isLegacy ? 'legado' : 'ativo';
            return endOfLife === null ? `${modelId} é ${what}` : `${modelId} é ${what}, acaba em ${date(endOfLife)}`;
          }),
        ),
  requests: ({ open, notGranted }, { count, list }) => {
    const told = open === 0 ? 'nenhum pedido de aumento aberto' : `${count(open)} pedidos de aumento abertos`;
    return notGranted.length === 0 ? told : `${told}; encerrados sem o valor: ${list(notGranted)}`;
  },
  recorded: () => 'o CloudTrail diz de quem eram as chamadas recusadas, e com que palavras',
  absent: ({ stack }) => `não há pilha ${stack} nesta Região: ainda nada vigia`,
  deployed: ({ stack }) => `pilha ${stack}`,
  lastRun: ({ minutesAgo }, { count }) =>
    minutesAgo === null ? 'nenhuma execução nas últimas 3 horas' : `última avaliação há ${count(minutesAgo)} minutos`,
  alarms: ({ total, inAlarm, withoutData }, { count, list }) => {
    const told = inAlarm.length === 0 ? `nenhum de ${count(total)} em ALARM` : `em ALARM: ${list(inAlarm)}`;
    return withoutData === 0 ? told : `${told}; ${count(withoutData)} sem dados`;
  },
  emails: ({ confirmed, pending }, { count, list }) => {
    if (confirmed + pending.length === 0) return 'ninguém está inscrito: um alerta não chega a ninguém';
    const waiting = `precisam antes seguir o link do e-mail da AWS: ${list(pending)}`;
    return pending.length === 0 ? `${count(confirmed)} confirmados` : `${count(confirmed)} confirmados; ${waiting}`;
  },
  rules: ({ problems }, { list, rule }) =>
    problems.length === 0 ? 'nada de errado com elas' : list(problems.map(rule)),
  deadLetters: ({ messages }, { count }) =>
    messages === 0 ? 'nenhuma contada' : `${count(messages)} execuções que a Lambda não aceitou esperam na fila`,
};

const STEPS: SaidWords<StepSaid> = {
  unread: () => 'desconhecido: a AWS não pôde ser lida',
  quotasSeen: ({ adjustable, fixed }, { count }) =>
    `${count(adjustable)} podem ser aumentadas por pedido, ${count(fixed)} por um caso de suporte`,
  toAsk: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0 ? 'nenhuma das usadas está curta' : `curtas: ${list(quotaCodes)}`,
  toWrite: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0
      ? 'nenhuma das usadas está curta'
      : `curtas, e nenhum pedido as aumenta: ${list(quotaCodes)}`,
  whichZero: ({ zero }, { count }) => `nenhum modelo é chamado, e ${count(zero)} cotas são 0: escolha as necessárias`,
  caseOpen: ({ caseIds }, { list }) => (caseIds.length === 0 ? 'nada precisa de um' : `abertos: ${list(caseIds)}`),
  throttles: ({ calls, modelIds }, { count, list }) =>
    calls === 0 ? 'nenhuma chamada recusada em 24 horas' : `${count(calls)} recusas em 24 horas: ${list(modelIds)}`,
  watch: ({ isDeployed }) => (isDeployed ? 'implantado' : 'não implantado'),
  tight: ({ modelIds }, { list }) =>
    modelIds.length === 0
      ? 'nenhum modelo curto é chamado de um só modo'
      : `curtos, e chamados de um só modo: ${list(modelIds)}`,
  capacity: ({ modelIds }, { list }) =>
    modelIds.length === 0 ? 'os tokens por minuto bastam' : `faltam tokens por minuto: ${list(modelIds)}`,
  habits: ({ habits, reserved }, { list, percent, count }) => {
    const told = habits.map(({ modelId, outputShare, cacheReadShare, inputTokens, advice }) => {
      const output =
        advice.includes('output') && outputShare !== null
          ? [`${percent(outputShare)} da cota é saída após o burndown`]
          : [];
      const cache = advice.includes('cache')
        ? [`prompts de ${count(Math.round(inputTokens))} tokens, ${percent(cacheReadShare)} lidos de um cache`]
        : [];
      return `${modelId}: ${[...output, ...cache].join(', ')}`;
    });
    const held = reserved.length === 0 ? [] : [`max_tokens muito acima das respostas: ${list(reserved)}`];
    return [...held, ...told].join('; ') || 'nada se destaca';
  },
};

/** Brazilian Portuguese for `doctor`. */
export const PT_BR_DOCTOR: typeof EN_DOCTOR = {
  statuses: { ok: 'ok', wrong: 'errado', unknown: 'incerto' },
  head: (place, at) => `${place}, em ${at}`,
  place: (accountId, region) => `Conta ${accountId}, ${region}`,
  subjects: {
    credentials: 'credenciais',
    call: 'chamadas',
    'quotas/mapped': 'cotas',
    'quotas/zero': 'cotas zero',
    'quotas/belowDefault': 'cotas reduzidas',
    'quotas/unmappedUsage': 'uso sem cota',
    quotas: 'cotas',
    'models/access': 'acesso',
    'models/burndown': 'taxa de saída',
    'models/lifecycle': 'ciclo de vida',
    'models/traffic': 'tráfego',
    'requests/open': 'pedidos',
    'refusals/recorded': 'recusadas',
    'watchdog/stack': 'vigia',
    'watchdog/lastRun': 'última rodada',
    'watchdog/alarms': 'alarmes',
    'watchdog/emails': 'e-mails de aviso',
    'watchdog/rules': 'regras',
    'watchdog/deadLetters': 'mensagens mortas',
  },
  callsAllowed: (count, all) => `${count} de ${all} que o produto faz são permitidas`,
  alike: (actions) => `e do mesmo modo ${actions}`,
  more: (count) => `mais ${count}`,
  whens: { today: 'Hoje', thisWeek: 'Esta semana', nextWeeks: 'Próximas semanas' },
  steps: {
    seeQuotas: 'Ver as cotas',
    askAdjustable: 'Pedir as que podem ser aumentadas por pedido',
    prepareTicket: 'Escrever o caso para as outras',
    openCase: 'Abrir o caso de suporte',
    retries: 'Recuar e tentar de novo na aplicação',
    watch: 'Fazer o CloudWatch vigiar',
    fallback: 'Chamar outro escopo ou Região quando um enche',
    throughput: 'Comprar vazão onde compensa',
    fewerTokens: 'Menos tokens por chamada',
  },
  bill: (after, before) =>
    `Conta esperada, após implantar: cerca de ${after} por mês após as faixas gratuitas, ${before} antes delas`,
  billBasis: (date, region) =>
    `uma estimativa: as leituras do vigia planejadas sobre as últimas 24 horas, preços de lista de ${region}, ${date}`,
  verdict: {
    ok: 'Nada está errado.',
    wrong: (count) => `Errado: ${count}.`,
    unknown: (count) => `Incerto: ${count}.`,
  },
  checks: CHECKS,
  said: STEPS,
};
