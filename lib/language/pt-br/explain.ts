import type { ExplainWords } from '../../core/words/explain';

/** Brazilian Portuguese for `explain`. */
export const PT_BR_EXPLAIN: ExplainWords = {
  meanings: {
    tokensPerDay:
      'Uma cota diária de tokens se esgotou, ou uma cota do modelo é 0: a AWS usa as mesmas palavras para as duas coisas.',
    tokensPerMinute:
      'A chamada passaria dos tokens por minuto; entrada + max_tokens contam por inteiro desde o momento em que a chamada começa.',
    requestsPerMinute: 'A chamada passaria das requisições por minuto.',
    throttled: 'A chamada foi limitada (throttling); o texto não diz por qual limite.',
    serviceQuotaExceeded: 'Uma cota da conta foi ultrapassada; o texto não diz qual.',
    capacity:
      'A AWS não tem capacidade para o modelo neste momento; ela é compartilhada por todos os clientes e não é a sua cota.',
    modelNotReady: 'O modelo ainda não foi carregado; isso não é cota.',
    modelStreamError: 'O modelo falhou durante o streaming da resposta; isso não é cota.',
    onDemandNotSupported:
      'O modelo não pode ser chamado pelo próprio id, só por um perfil de inferência; isso não é cota.',
    accessDenied: 'Quem chamou não tem permissão para usar o modelo; isso não é cota.',
    invalidModelId: 'Esse id de modelo não é conhecido na Região que foi chamada; isso não é cota.',
    requestTooLong: 'A requisição é mais longa do que o modelo aceita; isso não é cota.',
    modelTimeout: 'O modelo demorou mais do que a AWS espera por ele; não é uma cota.',
    modelError: 'O modelo falhou enquanto processava a solicitação; não é uma cota.',
    internalError: 'A AWS falhou internamente; não é uma cota.',
    legacyModel:
      'O modelo é legado ou chegou ao fim da vida: quem não o chamou recentemente não pode mais usá-lo; não é uma cota.',
    modelAccess:
      'A conta ainda não tem acesso ao modelo: falta um contrato, permissões do AWS Marketplace, um meio de pagamento ou o formulário de uso; não é uma cota.',
    accountRestricted:
      'A AWS restringiu a conta, ou concedeu o acesso em outra região; não é uma cota, embora cotas em 0 costumem acompanhar isso.',
    concurrency:
      'Há chamadas demais em andamento ao mesmo tempo: solicitações simultâneas e assíncronas têm cotas próprias, que nenhuma métrica conta.',
    otherApi:
      'Uma limitação de agentes, fluxos ou bases de conhecimento: eles têm cotas próprias; não é uma cota do modelo.',
    controlPlane: 'Uma chamada que só lê ou gerencia foi feita com frequência demais; não é uma cota de inferência.',
    increaseLimit:
      'O Service Quotas não aceita outro pedido de aumento agora: há um aberto para a cota, ou abertos demais para a conta; não é uma cota de inferência.',
    unrecognised: 'O texto não é um erro do Bedrock que se conheça aqui.',
  },
  model: {
    ofText: (reason) => `o id do texto não pertence a nenhuma cota conhecida: ${reason}`,
    ofOption: (reason) => `o id de --model não pertence a nenhuma cota conhecida: ${reason}`,
    ofRecord: (reason) => `o id chamado não pertence a nenhuma cota conhecida: ${reason}`,
    inText: 'o id está no texto',
    byProfile: (modelId) => `${modelId} não tem cota sob demanda própria, é chamado por um perfil de inferência`,
    taken: (why, scope) => `${why}; consideram-se as suas chamadas limitadas (${scope})`,
    regionOfText: (region) => `a região é ${region}, pois o texto diz isso; --region decide outra`,
    otherAccount: (ofText, here) =>
      `o texto é da conta ${ofText}, os números são de ${here}: use credenciais da conta que fez a chamada`,
    onlyThrottled: (model) =>
      `nenhum modelo foi informado; considera-se ${model}, o único com chamadas limitadas no período analisado`,
    severalThrottled: (count, models) =>
      `nenhum modelo foi informado, e há chamadas limitadas de ${count} modelos: ${models}`,
    noneThrottled: 'nenhum modelo foi informado, e não se viram chamadas limitadas no período analisado',
    unmapped: (modelIds) => `o tráfego de ${modelIds} não pertence a nenhuma cota conhecida e pode ser o caso`,
    several: (modelId) => `o texto cita vários modelos; o que mais diz é de ${modelId}`,
    other: (modelId, cause, confidence) => `de ${modelId}: ${cause} (${confidence})`,
    none: 'nenhum modelo foi informado, e não há nenhum no texto',
    give: 'Execute de novo com --model e o id que foi chamado: um id de modelo, um id de perfil ou um ARN (quotas lista os modelos)',
    giveProfile: 'Informe em --model o id do perfil que foi chamado (us., eu., global. …)',
  },
  use: {
    zero: (quota) => `${quota} é 0`,
    unread: (quota, value) => `${quota} é ${value}, e o seu uso não pôde ser lido`,
    unseen: (quota, value) => `${quota} é ${value}, e nenhum uso dela foi visto`,
    part: (amount, limit, percent) => `${amount} de ${limit} (${percent})`,
    day: (quota, used, window) => `${quota} está em cerca de ${used} ${window}, uma estimativa`,
    doubled: (text, applied) => `${text} (aplicado ${applied}, em dobro para chamadas entre Regiões)`,
    peak: (quota, used) => `${quota} teve pico de ${used}`,
    atLeast: (used) => `pelo menos ${used}`,
    inMinute: (text, time) => `${text} no minuto ${time}`,
    noModel: (dimension) => `sem um modelo, nenhuma cota de ${dimension} pode ser apontada`,
    missingUnread: (model, dimension) =>
      `as cotas não puderam ser lidas por completo, e nenhuma de ${model} para ${dimension} está entre as lidas`,
    missing: (model, dimension) => `nenhuma cota de ${dimension} de ${model} consta nesta conta`,
    isNormal: ', o que é normal para alguns modelos',
    lost: (quotas) =>
      `; ${quotas} desse tipo sem modelo associado, e a dele pode estar entre elas (quotas --unmapped as lista)`,
    throttles: (cause, confidence) =>
      `as chamadas limitadas do modelo parecem ter como causa: ${cause} (${confidence})`,
    fullest: (use) => `das cotas do próprio modelo, a mais cheia: ${use}`,
  },
  evidence: {
    otherQuota: 'essas palavras são de outras cotas, não dos tokens e solicitações do modelo',
    restricted: (zeros, total) =>
      `${zeros} de ${total} da conta estão em 0: a AWS a restringiu, e toda chamada é recusada com essas palavras`,
    availability: (modelId, answers) => `a AWS diz de ${modelId} nesta conta: ${answers}`,
    availabilityUnread: (modelId, why) => `não foi possível perguntar se a conta pode usar ${modelId}: ${why}`,
    zero: (use) => `${use}: toda chamada é recusada, muitas vezes com "Too many tokens per day"`,
    refused: (calls) => `recusadas no período analisado: ${calls} do modelo`,
    accepted: (calls) => `mas aceitas no período analisado: ${calls}; o 0 é novo, ou não está em vigor`,
    notDay: (use) => `o texto fala em tokens por dia, mas o que limita é o minuto: ${use}`,
    notTokens: (use) => `o texto fala em tokens, mas o que limita são as requisições: ${use}`,
    notRequests: (use) => `o texto fala em requisições, mas o que limita são os tokens: ${use}`,
    reserved:
      'o texto fala em tokens, e o uso final está abaixo do limite: entrada + max_tokens são reservados quando a chamada começa, e o que não é usado volta quando ela termina',
    reservedInput:
      'no bedrock-mantle, entrada + max_tokens são reservados na cota de entrada quando a chamada começa, e só o que foi usado é contado',
    burst:
      'o minuto como um todo está abaixo do limite enquanto há recusas: muitas chamadas em poucos segundos explicariam isso',
    unnamed: 'o texto não cita nenhum limite',
    unnamedUnseen: 'o texto não cita nenhum limite, e não se viu nenhum esgotado',
    capacity: 'as palavras são as da AWS sem capacidade, e nenhuma cota recusa com elas',
    unrecognised: 'as palavras não citam nenhum limite',
    noQuota: 'nenhuma cota recusa com essas palavras',
  },
  remedy: {
    backOff: 'Espere e tente de novo com pausas crescentes e aleatórias; não aumente o número de tentativas',
    maxTokens:
      'Defina max_tokens conforme o que as respostas precisam: ele é reservado por inteiro, e quando não está definido vale o máximo do modelo',
    spread: 'Distribua as chamadas ao longo do minuto: controle o ritmo ou use uma fila',
    access: 'Veja se a conta pode usar o modelo aqui',
    profiles: (region) => `Compare o id com os perfis de inferência de ${region}`,
    models: 'Ou com os seus modelos; um prefixo geográfico (us., eu., apac. …) só funciona nas próprias Regiões',
    roomUnknown: 'a sua cota de tokens/min não é conhecida',
    roomZero: (code) => `mas a sua cota de tokens/min (${code}) é 0, e as chamadas serão recusadas`,
    room: (value, percent) => `${value} tokens/min, ${percent} usados no pico`,
    roomUnused: (value) => `${value} tokens/min, nenhum uso visto`,
    profilesUnread: (region, modelId) =>
      `Os perfis de inferência de ${region} não puderam ser lidos: procure um que contenha ${modelId}`,
    noProfile: (region, modelId) =>
      `Nenhum perfil de inferência de ${region} contém ${modelId}: chame-o em outra Região`,
    call: (profileId, scope, room) => `Chame ${profileId} (${scope}): ${room}`,
    callGlobal: (profileId, scope, room) => `Chame ${profileId} (${scope}, os dados podem sair da geografia): ${room}`,
    waitDay: 'Ou espere: a AWS não documenta quando um dia termina, à meia-noite UTC ou 24 horas após o uso',
    otherRegion: 'Ou chame o modelo em outra Região; um aumento de cota não muda nada',
    verbatim: 'Informe a mensagem como a AWS a enviou, com o nome da exceção',
    lookBack:
      'Verifique se a chamada foi feita nesta conta e Região, e olhe mais para trás: --lookback 1d, ou --at com o horário do erro',
    giveTime: 'Informe o horário do erro em --at; o CloudWatch mostra um minuto com um ou dois minutos de atraso',
  },
  table: {
    columns: {
      quota: 'COTA',
      use: 'USO',
      used: 'USADO',
      applied: 'APLICADO',
      standard: 'PADRÃO',
      when: 'QUANDO',
    },
    provenance: {
      native: 'nativo',
      reconstructed: 'reconstruído',
      mixed: 'misto',
      lowerBound: 'limite inferior',
      estimate: 'estimativa',
    },
    utcDay: 'dia UTC',
    rolling24h: '24 horas',
    bothScopes: 'sob demanda, entre Regiões',
    noneSeen: 'nenhum visto',
    unknown: 'desconhecido',
    otherQuota: 'nenhuma cota de tokens ou solicitações do modelo está por trás disto',
    noQuota: 'não há cota por trás disto',
    untold: 'não é possível dizer qual limite foi',
    whatToDo: 'O que fazer',
    error: 'erro',
    means: 'significa',
    model: 'modelo',
    here: 'aqui',
    evidence: 'evidência',
    blind: 'lacunas',
    gaps: (count, isOne) =>
      `${count} lacuna${isOne ? '' : 's'} no que pôde ser lido; os números podem estar baixos demais.`,
  },
};
