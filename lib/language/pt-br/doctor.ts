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
      ? `todas as ${count(mapped)} cotas de modelos estão associadas aos seus modelos`
      : `${count(mapped)} associadas aos seus modelos; ${count(unmapped)} de modelo desconhecido`,
  zero: ({ zero, spent }, { count, list }) => {
    if (zero === 0) return 'nenhuma cota é 0';
    return spent.length === 0
      ? `${count(zero)} em zero; nenhuma delas em uso`
      : `${count(zero)} em zero; em uso: ${list(spent)}`;
  },
  belowDefault: ({ below, spent }, { count, list }) => {
    if (below === 0) return 'nenhum valor está abaixo do padrão da AWS';
    const called = spent.length === 0 ? 'nenhuma delas em uso' : `em uso: ${list(spent)}`;
    return `${count(below)} abaixo do padrão da AWS; ${called}`;
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
      : `sem taxa conhecida, a saída conta uma só vez (limite inferior): ${list(modelIds)}`,
  lifecycle: ({ models }, { list, date }) =>
    models.length === 0
      ? 'nenhum modelo com tráfego é legado ou está perto do fim'
      : list(
          models.map(({ modelId, isLegacy, endOfLife }) => {
            const what = isLegacy ? 'legado' : 'ativo';
            return endOfLife === null ? `${modelId} é ${what}` : `${modelId} é ${what}, termina em ${date(endOfLife)}`;
          }),
        ),
  requests: ({ open, notGranted }, { count, list }) => {
    const told = open === 0 ? 'nenhum pedido de aumento em aberto' : `pedidos de aumento em aberto: ${count(open)}`;
    return notGranted.length === 0 ? told : `${told}; encerrados sem concessão: ${list(notGranted)}`;
  },
  recorded: () => 'o CloudTrail registra de quem são as chamadas recusadas, e com que erro',
  absent: ({ stack }) => `não há stack ${stack} nesta Região: nada é monitorado ainda`,
  deployed: ({ stack }) => `pela stack ${stack}`,
  lastRun: ({ minutesAgo }, { count }) =>
    minutesAgo === null
      ? 'nenhuma execução nas últimas 3 horas'
      : `última avaliação há ${count(minutesAgo)} ${minutesAgo === 1 ? 'minuto' : 'minutos'}`,
  alarms: ({ total, inAlarm, withoutData }, { count, list }) => {
    const told = inAlarm.length === 0 ? `nenhum de ${count(total)} em ALARM` : `em ALARM: ${list(inAlarm)}`;
    return withoutData === 0 ? told : `${told}; ${count(withoutData)} sem dados`;
  },
  emails: ({ confirmed, pending }, { count, list }) => {
    if (confirmed + pending.length === 0) return 'ninguém está inscrito: um alerta não chegaria a ninguém';
    const waiting = `ainda por confirmar (o link está no e-mail da AWS): ${list(pending)}`;
    return pending.length === 0 ? `confirmados: ${count(confirmed)}` : `confirmados: ${count(confirmed)}; ${waiting}`;
  },
  rules: ({ problems }, { list, rule }) =>
    problems.length === 0 ? 'nenhum problema encontrado' : list(problems.map(rule)),
  deadLetters: ({ messages }, { count }) =>
    messages === 0 ? 'nenhuma' : `à espera na fila, porque a Lambda não as aceitou: ${count(messages)}`,
  trail: ({ name }) => `a trilha ${name} registra as chamadas recusadas`,
  trailUnsure: ({ name }) =>
    `a trilha ${name} registra parte dos eventos de gerenciamento; se as chamadas recusadas estão entre eles, fica em aberto`,
  noTrail: ({ trails }, { list }) => {
    const told = trails.map(({ name, why }) =>
      why === 'stopped' ? `${name} está parada` : `${name} deixa de fora as chamadas de modelos`,
    );
    const found = told.length === 0 ? 'aqui não há nenhuma' : list(told);
    return `nenhuma trilha registra chamadas recusadas para refusalEvidence, então as causas são inferidas: ${found}; é preciso uma que registre eventos de gerenciamento, os de leitura entre eles`;
  },
  outbox: ({ waiting, minutes, aside, last }, { count }) => {
    const stuck =
      waiting === 0 ? 'nada à espera' : `execuções com mensagens à espera: ${count(waiting)}, há ${count(minutes)} min`;
    return last === null
      ? stuck
      : `${stuck}; mensagens separadas: ${count(aside)}, a última "${last.subject}": ${last.why}`;
  },
};

const STEPS: SaidWords<StepSaid> = {
  unread: () => 'desconhecido: a AWS não pôde ser lida',
  quotasSeen: ({ adjustable, fixed }, { count }) =>
    `${count(adjustable)} podem ser aumentadas por pedido, ${count(fixed)} por um caso de suporte`,
  toAsk: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0 ? 'nenhuma das que estão em uso é baixa demais' : `baixas demais: ${list(quotaCodes)}`,
  toWrite: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0
      ? 'nenhuma das que estão em uso é baixa demais'
      : `baixas demais, e nenhum pedido as aumenta: ${list(quotaCodes)}`,
  whichZero: ({ zero }, { count }) =>
    `nenhum modelo é chamado ainda, e ${count(zero)} cotas são 0: escolha as necessárias`,
  caseOpen: ({ caseIds }, { list }) => (caseIds.length === 0 ? 'nenhum é necessário' : `abertos: ${list(caseIds)}`),
  throttles: ({ calls, modelIds }, { count, list }) =>
    calls === 0
      ? 'nenhuma chamada limitada em 24 horas'
      : `chamadas limitadas em 24 horas: ${count(calls)}, de ${list(modelIds)}`,
  watch: ({ isDeployed }) => (isDeployed ? 'implantado' : 'não implantado'),
  tight: ({ modelIds }, { list }) =>
    modelIds.length === 0
      ? 'nenhum modelo com cota baixa depende de um só escopo e Região'
      : `cota baixa, e um só escopo e Região em uso: ${list(modelIds)}`,
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
  statuses: { ok: 'ok', wrong: 'falha', unknown: 'incerto' },
  head: (place, at) => `${place}, em ${at}`,
  place: (accountId, region) => `Conta ${accountId ?? 'desconhecida'}, ${region ?? 'Região desconhecida'}`,
  subjects: {
    credentials: 'credenciais',
    call: 'chamadas',
    'quotas/mapped': 'cotas',
    'quotas/zero': 'cotas em zero',
    'quotas/belowDefault': 'cotas reduzidas',
    'quotas/unmappedUsage': 'uso sem cota',
    quotas: 'cotas',
    'models/access': 'acesso',
    'models/burndown': 'taxa burndown',
    'models/lifecycle': 'ciclo de vida',
    'models/traffic': 'tráfego',
    'requests/open': 'pedidos',
    'refusals/recorded': 'recusas',
    'watchdog/stack': 'watchdog',
    'watchdog/lastRun': 'última execução',
    'watchdog/alarms': 'alarmes',
    'watchdog/emails': 'inscrições',
    'watchdog/rules': 'regras',
    'watchdog/deadLetters': 'não entregues',
    'watchdog/outbox': 'caixa de saída',
    'watchdog/trail': 'trilha',
  },
  callsAllowed: (count, all) => `${count} das ${all} chamadas à AWS são permitidas`,
  alike: (actions) => `e também ${actions}`,
  more: (count) => `mais ${count}`,
  whens: { today: 'Hoje', thisWeek: 'Esta semana', nextWeeks: 'Próximas semanas' },
  steps: {
    seeQuotas: 'Ver as cotas',
    askAdjustable: 'Pedir o aumento das que um pedido pode aumentar',
    prepareTicket: 'Escrever o caso de suporte para as outras',
    openCase: 'Abrir o caso de suporte',
    retries: 'Tratar o throttling na aplicação, com backoff e novas tentativas',
    watch: 'Implantar o watchdog',
    fallback: 'Chamar outro escopo ou Região quando um se esgota',
    throughput: 'Comprar throughput onde compensa',
    fewerTokens: 'Usar menos tokens por chamada',
  },
  bill: (after, before) =>
    `Custo esperado, depois de implantar: cerca de ${after} por mês depois do nível gratuito, ${before} antes dele`,
  billWithEvidence: (after, before) =>
    `com as palavras da AWS sobre chamadas recusadas (refusalEvidence): ${after} e ${before}`,
  billBasis: (date, region) =>
    `uma estimativa: o que o watchdog teria lido nas últimas 24 horas, a preços de tabela de ${region}, ${date}`,
  verdict: {
    ok: 'Nenhum problema.',
    wrong: (count) => `Problemas: ${count}.`,
    unknown: (count) => `Incertos: ${count}.`,
  },
  checks: CHECKS,
  said: STEPS,
};
