import type { StackWords } from '../en/stack';

/** Brazilian Portuguese for what people read of the stack itself. */
export const PT_BR_STACK: StackWords = {
  outputs: {
    DashboardUrl: 'Utilização, throttling e tráfego por modelo',
    AlertTopicArn: 'Mensagens do watchdog e alarmes sobre ele mesmo; inscreva as ferramentas das pessoas',
    AlarmTopicArn: 'Alarmes do CloudWatch sobre as cotas; inscreva pagers e automações',
    ChatTopicArn:
      'Mensagens para um chat; escolha-o como tópico de um canal no Amazon Q Developer in chat applications',
    PollerFunctionName: 'A função que vigia; seus logs dizem o que cada execução viu',
    ServiceQuotasUrl: 'As cotas do Bedrock desta conta e Região',
    ConfirmEmails:
      'Cada endereço recebe um e-mail "AWS Notification - Subscription Confirmation" e precisa seguir o link; até lá a assinatura aparece aqui como pendente',
    EmailsToConfirm: 'Endereços que não recebem nada até seguirem o link do e-mail da AWS',
    NextCommand: 'Envia um exemplo identificado como TESTE e diz quem o recebe e quais endereços ainda estão pendentes',
    RulesParameterName:
      'Crie este parâmetro do SSM (String, JSON) para silenciar alertas ou definir horários de silêncio, responsáveis ou limiares sem implantar de novo: docs/alert-rules.md',
    LimitsParameterName:
      'Os limites em vigor, para aplicações: limitsFrom da biblioteca cliente; grantReadLimits permite que uma role o leia',
    Runbook: 'O que cada alarme e cada diagnóstico significa e o que fazer',
    DispatcherFunctionName:
      'A função que distribui o que está na vez e fala por todas as contas e Regiões; seus logs dizem o que cada execução viu',
    TargetQueueUrl: 'As contas e Regiões que esperam por um worker',
    ReaderRoleName: 'A role pela qual cada uma das outras contas é lida',
    ReaderTrustedRoleArns: 'Todos os que podem assumir as roles de leitura',
    ReaderExternalId: 'O que eles precisam saber além disso',
    ReaderCommand:
      'Cria a role em uma conta que nenhum StackSet alcança: execute-o no projeto com credenciais dessa conta',
  },
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
    eachRegion: 'Maior utilização de cada região (porcentagem)',
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
