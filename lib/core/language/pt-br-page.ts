import type { EN_PAGE } from './en-page';

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
  noDataYet: 'ainda sem dados',
  full: {
    atLimit: 'no limite',
    nearly: 'quase',
    notInSight: 'não à vista',
    since: (time) => `desde ${time}`,
    about: (time) => `por volta de ${time}`,
  },
  of: (amount, limit) => `${amount} de ${limit}`,
  columns: {
    quota: 'Cota',
    use: 'Uso',
    history: 'Últimas 3 horas',
    headroom: 'Folga',
    full: 'Cheia',
    applied: 'Aplicado',
    standard: 'Padrão da AWS',
    adjustable: 'Ajustável',
  },
  yes: 'sim',
  no: 'não',
  details: 'Detalhes',
  historyOf: (subject) => `${subject}, as últimas 3 horas com o limite como linha`,
  inUse: 'Cotas em uso',
  noneInUse: 'Ainda sem dados: nenhuma cota com tráfego foi vista no período analisado.',
  countInUse: (count) => `${count} com uso, a pior primeiro`,
  throttled: 'Chamadas limitadas (throttling)',
  allModels: 'Conjunto de todos os modelos, por dia',
  changes: 'Mudanças e pedidos',
  notKnown: 'O que não se sabe',
  zeros: 'Cotas que são 0',
  lowered: 'Cotas abaixo do padrão da AWS',
  allRead: 'tudo pôde ser lido',
  notRead: (count) => `${count} não lido(s) por inteiro`,
  coverage: ({ active, mapped, unmapped, read }) =>
    `Ids de modelo com tráfego: ${active}; destes, em uma cota: ${mapped}, em nenhuma: ${unmapped}; ${read}.`,
  tiles: {
    usageUnread: 'o uso não pôde ser lido',
    quotasUnread: 'as cotas não puderam ser lidas',
    lookBack: 'no período analisado',
    zeros: 'Cotas zeradas',
    ofAll: (count) => `de ${count}`,
    noTraffic: 'sem tráfego',
    noPool: 'não há tal cota na lista',
    perMinute: 'Maior uso por minuto',
    perDay: 'Cota diária conjunta (estimativa)',
    evaluated: 'Avaliado',
  },
  widget: {
    stale: 'Desatualizado',
    future: (time, runbook) =>
      `A última avaliação é de ${time}, que ainda está por vir: alguém executou o poller com essa hora, e ele não avalia nada antes. O que fazer: Stale em ${runbook}.`,
    old: (time, age, runbook) =>
      `A última avaliação é de ${time}, há ${age}. Todos os números abaixo são daquela hora. O que fazer: Stale, Failed e NotRunning em ${runbook}.`,
    empty: (due, runbook) =>
      `Ainda sem dados: o watchdog não avaliou nada. Ele executa a cada minuto; a primeira avaliação é esperada até ${due}. Se este texto continuar por dez minutos: NotRunning e Failed em ${runbook}.`,
    failed: (why) => `As cotas não podem ser mostradas: ${why}.`,
    alarmsTell: (runbook) =>
      `O widget lê a tabela do watchdog e nada mais. O próprio watchdog pode estar bem: seus alarmes o dizem, e suas mensagens saem sem este widget. Se durar, implante a stack de novo; ${runbook} fala dos alarmes.`,
  },
};
