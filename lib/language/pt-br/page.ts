import type { EN_PAGE } from '../en/page';

/** Brazilian Portuguese for the page of quotas and the widget of the dashboard. */
export const PT_BR_PAGE: typeof EN_PAGE = {
  htmlLanguage: 'pt-BR',
  severities: { ok: 'OK', unknown: 'Desconhecido', warning: 'Alerta', critical: 'Crítico' },
  provenance: {
    native: 'métrica nativa',
    reconstructed: 'reconstruído',
    mixed: 'nativo e reconstruído',
    lowerBound: 'limite inferior',
    estimate: 'estimativa',
  },
  title: (region) => `Cotas do Bedrock, ${region}`,
  accountUnknown: 'conta desconhecida',
  account: (id) => `conta ${id}`,
  unknown: 'desconhecido',
  noData: 'sem dados',
  at: (time) => `às ${time}`,
  nowUnread: 'desconhecido: não lido, ou lido com atraso',
  byDay: 'contado por dia',
  period: {
    hour: ['hora', 'horas'],
    head: (amount, isOfHours) => `${isOfHours ? 'Últimas' : 'Últimos'} ${amount}`,
    within: (amount, isOfHours) => `${isOfHours ? 'nas últimas' : 'nos últimos'} ${amount}`,
    whole: (amount, isOfHours) => `${isOfHours ? 'as últimas' : 'os últimos'} ${amount}`,
    none: (amount) => `nada em ${amount}`,
  },
  history: {
    key: (period) =>
      `Os gráficos mostram ${period}, horas em UTC; a linha é o limite, o ponto é o pico. Os números são métricas da própria AWS, salvo indicação em contrário.`,
    label: (subject, period, limit) => `${subject}, ${period}, limite ${limit}`,
    parts: (subject) => `${subject}: o maior valor de cada parte do gráfico`,
    reached: (amount, time) => `${amount} às ${time}`,
    nothing: 'nenhum tráfego visto',
    ownScale: (highest) => `escala própria, até ${highest}`,
  },
  full: {
    atLimit: 'no limite',
    nearly: 'quase',
    notInSight: 'sem previsão de esgotar',
    since: (time) => `desde ${time}`,
    about: (time) => `por volta de ${time}`,
  },
  of: (amount, limit) => `${amount} de ${limit}`,
  columns: {
    quota: 'Cota',
    now: 'Agora',
    peak: 'Pico',
    limit: 'Limite',
    headroom: 'Folga',
    full: 'Esgota',
    applied: 'Aplicado',
    standard: 'Padrão da AWS',
    adjustable: 'Ajustável',
  },
  limits: {
    doubled: (applied, factor) => `${applied} × ${factor}: a AWS dobra o limite nas chamadas entre Regiões`,
    mixed: (single, double) =>
      `${single} para chamadas sob demanda, ${double} para chamadas entre Regiões, nas quais a AWS dobra o limite; conforme a parte de cada uma no dia`,
    atPeak: (limit) => `${limit} valia no momento do pico`,
  },
  toldAbove: (sections) => `O que fazer está acima, em: ${sections}.`,
  yes: 'sim',
  no: 'não',
  details: 'Detalhes',
  inUse: 'Cotas em uso',
  noneInUse: (period) => `Ainda sem dados: nenhuma cota com tráfego foi vista ${period}.`,
  inUseUnread: 'O uso não pôde ser lido: não se sabe quais cotas estão em uso.',
  countInUse: (count) => `${count} com uso, a pior primeiro.`,
  throttled: 'Chamadas limitadas (throttling)',
  refused: 'Chamadas recusadas',
  changes: 'Mudanças e pedidos',
  notKnown: 'O que não se sabe',
  zeros: 'Cotas que são 0',
  lowered: 'Cotas abaixo do padrão da AWS',
  allRead: 'tudo pôde ser lido',
  notRead: (count) => `leituras incompletas: ${count}`,
  coverage: ({ active, mapped, unmapped, read }) =>
    `Ids de modelo com tráfego: ${active}; destes, em uma cota: ${mapped}, em nenhuma: ${unmapped}; ${read}.`,
  tiles: {
    usageUnread: 'o uso não pôde ser lido',
    quotasUnread: 'as cotas não puderam ser lidas',
    zeros: 'Cotas zeradas',
    ofAll: (count) => `de ${count}`,
    noTraffic: 'sem tráfego',
    noPool: 'não há tal cota na lista',
    perMinute: 'Maior uso por minuto',
    perDay: 'Cota diária conjunta (estimativa)',
    evaluated: 'Avaliado',
    whenAndNow: (time, now) => `${time}; agora ${now}`,
  },
  widget: {
    stale: 'Desatualizado',
    future: (time, runbook) =>
      `A última avaliação é de ${time}, que ainda está por vir: alguém executou o poller com essa hora, e ele não avalia nada antes. O que fazer: Stale em ${runbook}.`,
    old: (time, age, runbook) =>
      `A última avaliação é de ${time}, há ${age}. Todos os números abaixo são daquela hora. O que fazer: Stale, Failed e NotRunning em ${runbook}.`,
    empty: (due, runbook) =>
      `Ainda sem dados: o watchdog não avaliou nada. Ele executa a cada minuto; a primeira avaliação é esperada até ${due}. Se este texto continuar por dez minutos: NotRunning e Failed em ${runbook}.`,
    unsaid: 'Não enviado',
    waits: (count, since, runbook) =>
      `Mensagens de ${count} execuções esperam, a mais antiga desde ${since}: ninguém as aceitou, e quem as espera não foi avisado. Elas saem quando o canal as aceitar de novo. Por que não aceita: Failed em ${runbook}, e quota-watchdog doctor.`,
    failed: (why) => `As cotas não podem ser mostradas: ${why}.`,
    alarmsTell: (runbook) =>
      `O widget lê a tabela do watchdog e nada mais. O próprio watchdog pode estar bem: seus alarmes o dizem, e suas mensagens saem sem este widget. Se durar, implante a stack de novo; ${runbook} fala dos alarmes.`,
  },
};
