import type { StackWords } from '../en/stack';

/** Brazilian Portuguese for what people read of the stack itself. */
export const PT_BR_STACK: StackWords = {
  severities: { warning: 'ALERTA', critical: 'CRÍTICO' },
  alarms: {
    UtilizationWarning: ({ warningPercent }) =>
      `Um minuto usou ${warningPercent}% ou mais de uma cota por minuto do Bedrock. As chamadas ainda são atendidas; um pico maior será limitado (throttling).`,
    UtilizationCritical: ({ criticalPercent }) =>
      `Um minuto usou ${criticalPercent}% ou mais de uma cota por minuto do Bedrock. Chamadas estão sendo limitadas (throttling) ou logo serão.`,
    DailyUtilization: ({ warningPercent }) =>
      `O dia usou ${warningPercent}% ou mais de uma cota diária de tokens do Bedrock (estimativa). Quando ela se esgota, as chamadas são recusadas até que reinicie.`,
    Throttles: () =>
      'O Bedrock limitou chamadas desta conta (throttling). Quem chama vê erros 429, ou respostas lentas onde há novas tentativas.',
    ThrottlesByModel: () =>
      'O Bedrock limitou chamadas (throttling) dos modelos indicados como contribuidores. Quem os chama vê erros 429, ou respostas lentas onde há novas tentativas.',
    ZeroQuotaTraffic: () =>
      'Houve chamadas contra uma cota do Bedrock desta conta que é 0. Elas são recusadas com qualquer carga, quase sempre como "Too many tokens per day".',
    Failed: () =>
      'Pelo menos 3 das últimas 5 execuções do watchdog falharam. Ele vê as cotas em parte ou nada, então podem faltar alertas.',
    NotRunning: () => 'O watchdog não é executado há 10 minutos. Ninguém vigia as cotas do Bedrock.',
    Stale: ({ staleMinutes }) =>
      `O watchdog não publica uma avaliação há ${staleMinutes} minutos, embora possa estar em execução sem erro. Seu painel e os alarmes das cotas mostram o passado.`,
    DeadLetters: ({ isFleet }) =>
      isFleet
        ? 'Por 10 minutos não foi possível entregar execuções ao watchdog, ou elas foram recusadas, ou ele desistiu de contas ou Regiões. Alguns minutos delas foram vistos tarde ou não foram vistos.'
        : 'Por 10 minutos não foi possível entregar execuções ao watchdog, ou elas foram recusadas. Alguns minutos foram vistos tarde ou não foram vistos.',
  },
  modelAlarms: {
    ModelThrottles: (modelId) =>
      `O Bedrock limitou chamadas de ${modelId} (throttling). Quem chama vê erros 429, ou respostas lentas onde há novas tentativas.`,
    ModelTokens: (modelId, tokensPerMinute) =>
      `${modelId} usou ${tokensPerMinute} tokens de cota ou mais em um minuto, o número definido para ele. As chamadas ainda são atendidas; este alarme não sabe quanto resta da cota.`,
  },
  intro: {
    heading: (region) => `Cotas do Bedrock em ${region}`,
    fleetHeading: () => 'Cotas do Bedrock de todas as contas e Regiões vigiadas',
    text: (watchdogName) =>
      `${watchdogName} compara cada cota de inferência com o tráfego que a gasta. Qual cota, tráfego de quem e o que fazer: a tabela abaixo, as mensagens, ou \`npx quota-watchdog check\`.`,
    alarms: 'Alarmes',
    logs: 'Logs do poller',
  },
  titles: {
    perMinute: 'Cota por minuto mais cheia',
    perDay: 'Cota diária ou pool mais cheio (estimativa)',
    throttles: 'Chamadas limitadas, último período',
    zeros: 'Cotas em 0, chamadas a elas',
    unread: 'O que não pôde ser lido',
    evaluations: 'Avaliações em 5 minutos',
    alarms: 'Alarmes',
    table: 'Cotas: uso, folga, causa e solução',
    utilization: 'Utilização das cotas mais cheias',
    eachQuota: 'Utilização de cada cota (porcentagem)',
    tokens: 'Tokens de cota por minuto (EstimatedTPMQuotaUsage)',
    calls: 'Chamadas aceitas por minuto',
    throttled: 'Chamadas limitadas por minuto',
    errors: 'Erros por minuto',
    latency: 'Latência, percentil 90 (ms)',
    firstToken: 'Tempo até o primeiro token, percentil 90 (ms)',
  },
  labels: {
    percent: 'porcentagem',
    calls: 'chamadas',
    quotas: 'cotas',
    callsToThem: 'chamadas a elas',
    errors: 'erros',
    evaluations: 'avaliações',
    minuteQuotas: 'cotas por minuto',
    dailyQuotas: 'cotas diárias (estimativa)',
    warning: 'alerta',
    critical: 'crítico',
    quota: 'cota',
  },
};
