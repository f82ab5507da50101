import type { ModelAlarm, WatchdogAlarm } from '../contract';
import type { Language } from './language';

/** The figures in the texts of alarms. */
export interface AlarmFigures {
  readonly warningPercent: number;
  readonly criticalPercent: number;
  /** Minutes without an evaluation after which the watchdog is stale. */
  readonly staleMinutes: number;
}

/** What people read of the stack itself: descriptions of alarms, titles and labels of the dashboard. */
export interface StackWords {
  readonly severities: Readonly<Record<'warning' | 'critical', string>>;
  readonly alarms: Readonly<Record<WatchdogAlarm, (figures: AlarmFigures) => string>>;
  readonly modelAlarms: Readonly<Record<ModelAlarm, (modelId: string, tokensPerMinute: number) => string>>;
  readonly intro: {
    readonly heading: (region: string) => string;
    readonly text: (watchdogName: string) => string;
    readonly alarms: string;
    readonly logs: string;
  };
  readonly titles: Readonly<
    Record<
      | 'perMinute'
      | 'perDay'
      | 'throttles'
      | 'zeros'
      | 'unread'
      | 'evaluations'
      | 'alarms'
      | 'table'
      | 'utilization'
      | 'eachQuota'
      | 'tokens'
      | 'calls'
      | 'throttled'
      | 'errors'
      | 'latency'
      | 'firstToken',
      string
    >
  >;
  readonly labels: Readonly<
    Record<
      | 'percent'
      | 'calls'
      | 'quotas'
      | 'callsToThem'
      | 'errors'
      | 'evaluations'
      | 'minuteQuotas'
      | 'dailyQuotas'
      | 'warning'
      | 'critical'
      | 'quota',
      string
    >
  >;
}

const EN: StackWords = {
  severities: { warning: 'WARNING', critical: 'CRITICAL' },
  alarms: {
    UtilizationWarning: ({ warningPercent }) =>
      `A minute used ${warningPercent}% or more of a per-minute Bedrock quota. Calls are still served; a larger peak will be throttled.`,
    UtilizationCritical: ({ criticalPercent }) =>
      `A minute used ${criticalPercent}% or more of a per-minute Bedrock quota. Calls are being throttled or are about to be.`,
    DailyUtilization: ({ warningPercent }) =>
      `The day used ${warningPercent}% or more of a daily Bedrock token quota (estimate). When it is full, calls are refused until it resets.`,
    Throttles: () =>
      'Bedrock throttled calls of this account. Callers see 429 errors, or slow answers where they retry.',
    ThrottlesByModel: () =>
      'Bedrock throttled calls of the models named as contributors. Their callers see 429 errors, or slow answers where they retry.',
    ZeroQuotaTraffic: () =>
      'Calls were made against a Bedrock quota of this account that is 0. They are refused whatever the load, mostly as "Too many tokens per day".',
    Failed: () =>
      'At least 3 of the last 5 runs of the watchdog failed. It sees the quotas in part or not at all, so alerts may be missing.',
    NotRunning: () => 'The watchdog has not run for 10 minutes. Nobody watches the Bedrock quotas.',
    Stale: ({ staleMinutes }) =>
      `The watchdog has published no evaluation for ${staleMinutes} minutes, though it may run without an error. Its dashboard and the alarms on quotas show the past.`,
    DeadLetters: () =>
      'Ticks could not be handed to the watchdog for 10 minutes or were refused. Some minutes were seen late or not at all.',
  },
  modelAlarms: {
    ModelThrottles: (modelId) =>
      `Bedrock throttled calls of ${modelId}. Callers see 429 errors, or slow answers where they retry.`,
    ModelTokens: (modelId, tokensPerMinute) =>
      `${modelId} used ${tokensPerMinute} quota tokens or more in a minute, the number set for it. Calls are still served; what the quota leaves is not known to this alarm.`,
  },
  intro: {
    heading: (region) => `Bedrock quotas in ${region}`,
    text: (watchdogName) =>
      `${watchdogName} compares every inference quota with the traffic that spends it. Which quota, whose traffic and what to do: the table below, its messages, or \`npx quota-watchdog check\`.`,
    alarms: 'Alarms',
    logs: 'Logs of the poller',
  },
  titles: {
    perMinute: 'Fullest per-minute quota',
    perDay: 'Fullest daily quota or pool (estimate)',
    throttles: 'Throttled calls, last look-back',
    zeros: 'Quotas that are 0, calls to them',
    unread: 'What could not be read',
    evaluations: 'Evaluations in 5 minutes',
    alarms: 'Alarms',
    table: 'Quotas: use, headroom, cause and fix',
    utilization: 'Utilization of the fullest quotas',
    eachQuota: 'Utilization of each quota (percent)',
    tokens: 'Quota tokens a minute (EstimatedTPMQuotaUsage)',
    calls: 'Accepted calls a minute',
    throttled: 'Throttled calls a minute',
    errors: 'Errors a minute',
    latency: 'Latency, 90th percentile (ms)',
    firstToken: 'Time to first token, 90th percentile (ms)',
  },
  labels: {
    percent: 'percent',
    calls: 'calls',
    quotas: 'quotas',
    callsToThem: 'calls to them',
    errors: 'errors',
    evaluations: 'evaluations',
    minuteQuotas: 'per-minute quotas',
    dailyQuotas: 'daily quotas (estimate)',
    warning: 'warning',
    critical: 'critical',
    quota: 'quota',
  },
};

const PT_BR: StackWords = {
  severities: { warning: 'ATENÇÃO', critical: 'CRÍTICO' },
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
    DeadLetters: () =>
      'Por 10 minutos não foi possível entregar execuções ao watchdog, ou elas foram recusadas. Alguns minutos foram vistos tarde ou não foram vistos.',
  },
  modelAlarms: {
    ModelThrottles: (modelId) =>
      `O Bedrock limitou chamadas de ${modelId} (throttling). Quem chama vê erros 429, ou respostas lentas onde há novas tentativas.`,
    ModelTokens: (modelId, tokensPerMinute) =>
      `${modelId} usou ${tokensPerMinute} tokens de cota ou mais em um minuto, o número definido para ele. As chamadas ainda são atendidas; este alarme não sabe quanto resta da cota.`,
  },
  intro: {
    heading: (region) => `Cotas do Bedrock em ${region}`,
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
    warning: 'atenção',
    critical: 'crítico',
    quota: 'cota',
  },
};

const WORDS: Readonly<Record<Language, StackWords>> = { en: EN, 'pt-BR': PT_BR };

/** The words of the stack in a language. They are apart from the catalogue in core, for no Lambda needs them. */
export function stackWordsOf(language: Language): StackWords {
  return WORDS[language];
}
