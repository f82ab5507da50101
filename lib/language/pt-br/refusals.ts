import type { RefusalWords } from '../../core/words/refusals';

/** Brazilian Portuguese for calls that AWS refused. Numbers and times come in as text; what AWS says stands as it is. */
export const PT_BR_REFUSALS: RefusalWords = {
  kinds: {
    modelStreamError: 'o modelo falhou durante o streaming',
    onDemandNotSupported: 'modelo chamado sem perfil de inferência',
    accessDenied: 'acesso negado',
    invalidModelId: 'id de modelo desconhecido',
    requestTooLong: 'requisição longa demais',
    modelTimeout: 'o modelo excedeu o tempo limite',
    modelError: 'o modelo falhou',
    internalError: 'falha interna da AWS',
    legacyModel: 'modelo legado recusado',
    modelAccess: 'sem acesso ao modelo',
    accountRestricted: 'conta restrita',
    concurrency: 'chamadas demais ao mesmo tempo',
    otherApi: 'throttling de agentes ou bases de conhecimento',
    controlPlane: 'throttling de chamadas de gestão',
    increaseLimit: 'pedido de aumento recusado',
    unrecognised: 'chamadas recusadas',
  },
  remedies: {
    loading: 'Tente de novo após uma pausa: o modelo está sendo carregado',
    again: 'Tente a chamada de novo; parte da resposta pode já ter sido contada',
    shorten: 'Encurte o prompt ou reduza max_tokens; um aumento de cota não muda nada',
    allow:
      'Permita bedrock:InvokeModel e bedrock:InvokeModelWithResponseStream no modelo e, com um perfil, no perfil e no modelo em cada uma das Regiões do perfil',
    upgrade:
      'Chame um modelo mais novo; a AWS lista o estado de cada um: https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
    grant:
      'Aceite o contrato do modelo, permita aws-marketplace:ViewSubscriptions e aws-marketplace:Subscribe, verifique o meio de pagamento e envie o formulário de uso se o provedor o pedir',
    restricted:
      'Abra um caso de suporte do tipo "Account and billing", que é gratuito: só a AWS retira a restrição. Antes, verifique se a chamada vai para a Região em que o acesso foi concedido',
    allowAction: (action) => `Permita ${action} na política de quem chama`,
    fewerAtOnce:
      'Execute menos chamadas ao mesmo tempo: um pool ou uma fila antes das chamadas. As cotas: "On-demand InvokeModel concurrent requests for …" e "… async concurrent requests for …"',
    otherQuotas:
      'Reduza o ritmo dessas chamadas, ou peça um aumento das cotas próprias delas, de Agents, Flows ou Knowledge Bases no Service Quotas',
    callLess: 'Chame-a com menos frequência e guarde as respostas em cache; tente de novo com pausas crescentes',
    waitForRequest: 'Espere o fim do pedido em aberto, ou complemente o caso de suporte dele',
    shorterAnswer: 'Peça uma resposta mais curta, ou em streaming; depois tente de novo',
    againLater: 'Tente de novo com pausas crescentes; se persistir, veja https://health.aws.amazon.com/health/status',
    useProfile: 'Chame o modelo por um perfil de inferência: aws bedrock list-inference-profiles mostra os da Região',
    compareIds: 'Compare o id com os modelos e perfis de inferência da Região: npx quota-watchdog quotas mostra ambos',
    readText: 'Leia abaixo a mensagem da AWS: o watchdog não conhece esse erro',
  },
  said: (text, calls) => `“${text}” (${calls})`,
  confirmed: (recorded, throttles, words) =>
    `o CloudTrail registrou ${recorded}, diante de ${throttles} na métrica: ${words}`,
  inferred: (cause, confidence) => `só pelas métricas seria ${cause} (${confidence})`,
  otherTexts: 'outros textos',
  callers: (names) => `quem chama: ${names}`,
  caller: (name, calls) => `${name}, ${calls}`,
  moreCallers: (count) => `mais ${count}`,
  subject: (kind, model) => `${kind} – ${model}`,
  noModel: 'nenhum modelo informado',
  summary: (calls, isOne, since, until) =>
    `${calls} ${isOne ? 'foi recusada' : 'foram recusadas'} entre ${since} e ${until}; nenhuma métrica de throttling conta essas chamadas.`,
  recorded:
    'Recusas como o CloudTrail as registrou: eventos podem chegar tarde ou nem chegar, então os números são mínimos.',
};
