import type { AlertWords } from '../../core/words/alerts';

/** Brazilian Portuguese for what alerts say. Names of AWS services and words of their APIs stay English. */
export const PT_BR_ALERTS: AlertWords = {
  nouns: {
    call: ['chamada', 'chamadas'],
    attempt: ['tentativa', 'tentativas'],
    request: ['requisição', 'requisições'],
    token: ['token', 'tokens'],
    minute: ['minuto', 'minutos'],
    day: ['dia', 'dias'],
    quota: ['cota', 'cotas'],
    inferenceQuota: ['cota de inferência', 'cotas de inferência'],
    throttledCall: ['chamada limitada', 'chamadas limitadas'],
    awsCall: ['chamada à AWS', 'chamadas à AWS'],
  },
  units: {
    tokens: 'tokens',
    requests: 'requisições',
    inputTokens: 'tokens de entrada',
    outputTokens: 'tokens de saída',
  },
  dimensions: {
    tokensPerMinute: 'tokens/min',
    requestsPerMinute: 'requisições/min',
    tokensPerDay: 'tokens/dia',
    inputTokensPerMinute: 'tokens de entrada/min',
    outputTokensPerMinute: 'tokens de saída/min',
    concurrentRequests: 'requisições simultâneas',
  },
  scopes: {
    onDemand: 'sob demanda',
    crossRegion: 'entre Regiões',
    globalCrossRegion: 'global entre Regiões',
    model: 'sob demanda e entre Regiões',
    account: 'todos os modelos',
    customDeployment: 'implantações de modelos personalizados',
  },
  severities: { ok: 'OK', warning: 'ALERTA', critical: 'CRÍTICO', unknown: 'DESCONHECIDO' },
  states: {
    recovered: 'RECUPERADO',
    digest: 'RESUMO',
    changed: 'MUDANÇA',
    escalated: (severity) => `agora ${severity}`,
    reminder: (severity) => `ainda ${severity}`,
  },
  labels: {
    Cause: 'Causa',
    Since: 'Desde',
    Forecast: 'Previsão',
    Traffic: 'Tráfego',
    Quota: 'Cota',
    Also: 'Também',
    And: 'E',
    Reason: 'Motivo',
    Demand: 'Demanda',
    Blind: 'Sem visão',
    Watchdog: 'Watchdog',
    'Not seen': 'Não visível',
    'Not counted': 'Não contado',
    Rate: 'Taxa',
    'Client errors': 'Erros do cliente',
  },
  quota: {
    all: 'conjunto de todos os modelos',
    unknown: 'desconhecido',
    applied: (value) => `aplicado ${value}`,
    standard: (value) => `padrão da AWS ${value}`,
    adjustable: 'ajustável',
    notAdjustable: 'não ajustável',
    isZero: 'a cota é 0',
  },
  message: {
    throttling: 'throttling',
    throttled: (count) => `${count} limitadas (throttling)`,
    doNow: 'Faça agora',
    more: (count) => `(+${count})`,
    andMore: (count) => `e mais ${count}`,
    refused: (count) =>
      `A mensagem completa foi recusada, por isso esta é uma versão resumida. Achados: ${count}. A tabela guarda a original como outbox-aside; quota-watchdog check mostra o estado atual.`,
    heldUp: (count) => `RETIDAS: ${count} mensagens não puderam ser enviadas`,
    heldUpWhy: 'Esperaram tanto que cada uma está aqui em uma linha. quota-watchdog check mostra o estado atual.',
    dashboard: 'Painel',
    quotaPage: 'Página da cota',
    runbook: 'Runbook',
    account: 'Conta',
    unknownAccount: 'desconhecida',
    over: (lastSeen) => `Acabou. Último estado visto: ${lastSeen}`,
    provenance: {
      native: 'Métrica nativa, pontos com 1 a 2 minutos de atraso.',
      reconstructed: 'Reconstruído das contagens de tokens e da taxa de burndown, pontos com 1 a 2 minutos de atraso.',
      mixed: 'Métrica nativa e contagens de tokens reconstruídas, pontos com 1 a 2 minutos de atraso.',
      lowerBound: 'Um limite inferior: uma parte não pôde ser lida, ou sua taxa de burndown é desconhecida.',
      estimate: 'Uma estimativa: a AWS não documenta como e quando as cotas diárias são cobradas e reiniciadas.',
    },
  },
  chat: {
    commandInMail: (title) => `${title} (o comando está no e-mail)`,
    moreAlerts: (count) => `mais ${count} alertas de cota`,
  },
  use: {
    used: (subject, amount, limit) => `${subject} usou ${amount} de ${limit}`,
    inMinute: (used, time) => `${used} no minuto ${time}.`,
    inDay: (used, window) => `${used} ${window} (estimativa).`,
    utcDay: 'desde a meia-noite UTC',
    rolling24h: 'nas últimas 24 horas',
    otherReading: (amount, window) =>
      `${amount} ${window}; a AWS não documenta qual das duas contagens vale, por isso aparece a maior`,
    unknownRate: ({ models, atOne, highest, atHighest }) =>
      `nenhuma taxa de burndown é conhecida para ${models}, e o CloudWatch não trouxe estimativa: ${atOne} com 1 token de cota por token de saída, ${atHighest} com ${highest}, a maior que a AWS divulga; defina a taxa com burndownRates na stack, --burndown na linha de comando`,
    mantleBlind: 'nenhuma métrica conta os 429 do endpoint mantle',
    clientErrors: (calls) => `${calls} no período analisado; podem incluir 429`,
    mantleNotCounted: 'tokens do endpoint bedrock-mantle: a AWS não diz se eles consomem esta cota',
    application: (name) => `perfil de aplicação "${name}"`,
    demand: (calls, refused) => `${calls} nesse minuto, ${refused} recusadas (incluindo novas tentativas)`,
  },
  zero: {
    raise: (quota) => `${quota}: peça um valor acima do padrão`,
    raiseInConsole: (quota) => `${quota}: peça um aumento no console do Service Quotas, que mostra o padrão`,
    notAdjustable:
      'Cotas não ajustáveis: abra um caso de suporte do tipo gratuito "Account and billing" e informe os modelos de que precisa',
    evidence: (zeros, all) => `o Service Quotas mostra valor aplicado 0 em ${zeros} de ${all}`,
    subject: (zeros, all) => `${zeros} de ${all} cotas são 0`,
    summary: (zeros, all) =>
      `${zeros} de ${all} são 0: toda chamada contra elas é recusada, muitas vezes como "Too many tokens per day".`,
    attempted: (count) => `Nas últimas 24 horas houve tentativas de chamada contra ${count} delas.`,
    muted: (count, isOne) => `Mais ${count} ${isOne ? 'está silenciada' : 'estão silenciadas'}.`,
  },
  below: {
    subject: (quotas) => `${quotas} abaixo do padrão da AWS`,
    summary: (lowered, used) =>
      `${lowered.quotas} desta conta ${lowered.isOne ? 'está aplicada' : 'estão aplicadas'} abaixo do padrão da AWS; ${used.count} delas ${used.isOne ? 'tem' : 'têm'} tráfego nas últimas 24 horas.`,
  },
  unmapped: {
    mantle: (modelId) => `${modelId} no bedrock-mantle`,
    subjectKnown: (modelId) => `tráfego para um modelo sem cota: ${modelId}`,
    subject: (modelId) => `tráfego para um id de modelo desconhecido: ${modelId}`,
    summary: (calls, tokens, modelId) =>
      `${calls} com ${tokens} tokens para o id de modelo ${modelId}, que nenhuma cota conhecida cobre.`,
    reasons: {
      noQuota: (modelId) => `nenhuma cota desta conta e Região está associada a ${modelId} para chamadas deste tipo`,
      noMantleQuota: (modelId) => `nenhuma cota conhecida do bedrock-mantle está associada a ${modelId}`,
      noMantleLimit: (modelId) =>
        `a AWS não define limite por cliente para ${modelId} no bedrock-mantle: nenhuma cota desse endpoint é para ele`,
      otherSets: (modelId) =>
        `${modelId} não aparece em nenhuma métrica só do id do modelo, apenas nas de nível de serviço, janela de contexto ou parecidas: não se sabe qual cota suas chamadas gastam`,
      mantleRest: () =>
        'o total da conta no bedrock-mantle é maior que a soma dos modelos: o modelo destas chamadas não é informado',
      promptRouter: (arn) => `${arn}: um roteador de prompts envia chamadas a vários modelos e não tem cota própria`,
      provisionedModel: (arn) => `${arn}: o throughput provisionado não gasta cota sob demanda`,
      customModel: (arn) => `${arn}: um modelo personalizado tem cotas próprias`,
      customDeployment: (arn) =>
        `${arn}: o modelo base desta implantação de modelo personalizado não pôde ser consultado`,
      importedModel: (arn) => `${arn}: um modelo importado não tem cota própria`,
      provisionedOnly: (modelId) => `${modelId} só pode ser usado com throughput provisionado`,
      noModel: (modelId) => `${modelId} não é um modelo conhecido`,
      likeApplicationProfile: (modelId) =>
        `${modelId} parece um perfil de inferência de aplicação, e nenhum perfil com esse id está listado`,
      noProfile: (arn) => `${arn}: esse perfil não está listado`,
      noApplicationProfile: (arn) => `${arn}: esse perfil de inferência de aplicação não está listado`,
      noResource: (arn) => `${arn} não é um tipo de recurso conhecido`,
      noRoute: (profileId) => `o perfil de inferência ${profileId} não diz para qual modelo de base encaminha`,
      severalModels: (profileId) => `o perfil de inferência ${profileId} encaminha para mais de um modelo`,
      ambiguousCopy: (profileId, modelId) =>
        `o perfil de inferência ${profileId} copia ${modelId} ou um perfil geográfico dele com uma só Região; os ARNs de modelo são os mesmos`,
    },
    joinRuntime:
      'Se uma das cotas que `quota-watchdog quotas --unmapped` lista for dele, associe as duas coisas com um override',
    lookAtSets: 'Veja no CloudWatch as outras dimensões das métricas de AWS/Bedrock e AWS/BedrockMantle',
    noModelId: 'chamadas sem modelo',
    joinMantle: 'Se uma das cotas bedrock-mantle da lista de cotas for dele, associe as duas coisas com um override',
    identify:
      'Descubra o que o chama: um perfil de inferência de aplicação apagado, ou que o watchdog não pode listar, só mostra o seu id',
  },
  requested: {
    summaries: {
      granted: ({ desired, applied }) => `O aumento para ${desired} foi concedido: ${applied} está em vigor.`,
      partly: ({ desired, applied }) => `O aumento para ${desired} foi concedido em parte: ${applied} está em vigor.`,
      notGranted: ({ desired, applied, status }) =>
        `O pedido de aumento para ${desired} foi encerrado (${status}), e o valor continua ${applied}.`,
      longOpen: ({ desired, age }) =>
        `O pedido de aumento para ${desired} está em aberto${age === null ? '' : ` há ${age}`}.`,
    },
    remedies: {
      notGranted: (caseId) =>
        `Leia o que a AWS diz ${caseId === null ? 'no histórico de solicitações do Service Quotas' : `no caso ${caseId}`}, e peça de novo um valor menor, quando o atual estiver em uso`,
      longOpen: (caseId) =>
        caseId === null
          ? 'Veja o histórico de solicitações do Service Quotas: npx quota-watchdog requests'
          : `Peça uma atualização no caso ${caseId}: em geral a AWS está à espera de uma resposta sobre o uso normal e o de pico`,
    },
  },
  coverage: {
    subject: (source) => `o watchdog está com visão parcial: ${source}`,
    blind: (span) => `o watchdog ficou sem visão ${span}`,
    span: (from, to) => `de ${from} a ${to}`,
    missed: (span) => `O watchdog não avaliou nada ${span}: as execuções não começaram ou falharam.`,
    notYet: (source) =>
      `Esses minutos ainda não foram avaliados, pois ${source} está falhando; serão avaliados quando voltar a funcionar.`,
    late: 'Esses minutos foram avaliados agora: os alertas sobre eles chegam atrasados.',
    lost: (time) => `Só as últimas 24 horas foram avaliadas agora; não se sabe o que houve antes de ${time}.`,
    seesAgain: (length) => `${length}; a visão voltou`,
    seeWhy:
      'Descubra o motivo: os alarmes Failed e NotRunning, o log do poller e a fila de mensagens mortas do agendamento',
  },
  change: {
    counts: {
      zeroed: 'agora 0',
      lowered: 'com valor reduzido',
      unlisted: 'fora da lista',
      unjoined: 'sem associação com o uso',
      raised: 'com valor aumentado',
      added: 'na lista pela primeira vez',
      renamed: 'com outro nome',
      adjustable: 'com a opção de ajuste alterada',
      default: 'com outro padrão da AWS',
    },
    none: 'nenhum',
    models: (before, after) => `seus modelos eram ${before} e agora são ${after}`,
    counted: (before, after) => `contava ${before} e agora conta ${after}`,
    renamed: 'renomeada',
    renamedTo: (before, after) => `renomeada "${before}" → "${after}"`,
    unknownName: 'renomeada, e nenhum modelo é conhecido pelo novo nome',
    otherCalls: 'renomeada, e agora vale para outras chamadas',
    unlisted: 'saiu da lista',
    unwatched: (renamed) => `deixou de ser observada: ${renamed}, que não é nome de cota de inferência`,
    noInference: 'renomeada, e não há cota de inferência com o novo nome',
    added: 'nova',
    noModel: 'nenhum modelo é conhecido pelo seu nome',
    changed: 'mudou',
    andMore: 'e mais',
    subject: (quotas, kinds) => `${quotas} com mudança: ${kinds}`,
    seen: (time, what) => `Visto na lista de cotas (${time}): ${what}.`,
    refused: (calls, isOne) =>
      `${calls} nas últimas 24 horas ${isOne ? 'usou' : 'usaram'} o que agora é 0: essas chamadas são recusadas.`,
    more: (count) => `mais ${count}`,
    join: (code) =>
      `${code} não é comparada com nenhum uso: atualize o watchdog, ou associe-a com modelOverrides: { '${code}': ['base.model-id'] }`,
    unwatchedNow: (code) =>
      `${code} não é observada: atualize o watchdog, uma versão mais nova pode conhecer o novo nome`,
  },
  digest: {
    nothingOpen: 'nada em aberto',
    open: (count) => `${count} em aberto`,
    highestUse: (percent) => `maior uso ${percent}`,
    throttled: (calls) => `${calls} com throttling`,
    first: 'O primeiro resumo: o registro começa agora, e o próximo conta o que houve desde então',
    period: (from, until) => `${from} a ${until}`,
    openNow: 'Em aberto agora',
    nothing: 'nada',
    peaks: 'Maior uso',
    noUse: 'nenhum uso observado',
    throttledCalls: 'Chamadas limitadas (throttling)',
    none: 'nenhuma',
    standing: 'Cotas em zero e cotas reduzidas',
    requests: 'Pedidos de aumento em aberto',
    requestsAt: (time) => `Pedidos de aumento em aberto até ${time} (não foi possível lê-los desde então)`,
    requestsInPart: 'Pedidos de aumento em aberto (nem todos puderam ser lidos)',
    noRequest: 'nenhum',
    unread: 'desconhecido: a lista de pedidos não pôde ser lida',
    request: (since, caseId) =>
      `em aberto${since === null ? '' : ` desde ${since}`}${caseId === null ? '' : `, caso ${caseId}`}`,
    endedRequests: 'Pedidos de aumento encerrados',
    ended: (value, applied, status) => `pedido: ${value}; ${applied} (${status ?? 'não está mais na lista'})`,
    still: (value) => `valor aplicado ainda ${value}`,
    became: (before, after) => `aplicado ${before} → ${after}`,
    changes: 'Cotas que mudaram',
    lessThanACent: 'menos de US$ 0,01',
    about: (dollars) => `cerca de US$ ${dollars}`,
    ownCalls: (calls, sum, region, date) =>
      `${calls}, ${sum} antes do nível gratuito (estimativa pelos preços de tabela de ${region}, ${date}; sem Lambda, logs, alarmes, métricas e armazenamento)`,
  },
};
