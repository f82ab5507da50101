import type { EN_REQUEST } from '../en/request';

/** Brazilian Portuguese for `request`. */
export const PT_BR_REQUEST: typeof EN_REQUEST = {
  values: (applied, standard) => `aplicado ${applied}, padrão da AWS ${standard}`,
  peak: (amount) => `uso de até ${amount} no período analisado`,
  noUse: 'nenhum uso no período analisado',
  ask: (value, basis) => `pede ${value}: ${basis}`,
  basis: {
    given: 'como informado',
    peak: 'para que o uso observado seja 60% dele',
    default: 'o menor valor que a AWS aceita, ou metade a mais',
    start: 'um valor inicial para uma conta sem tráfego: use-o, depois peça mais',
  },
  next: 'a AWS abre um caso de suporte; o valor aplicado mostra se o pedido foi concedido: quota-watchdog requests',
  not: {
    unknown: (code) => `${code} não é uma cota de inferência do Bedrock aqui; quota-watchdog quotas as lista`,
    open: (value, since) =>
      `não pedido: um aumento para ${value} está em aberto desde ${since}, e a AWS não aceita um segundo`,
    tooMany: (count) => `não pedido: ${count} pedidos da conta estão em aberto, e a AWS não aceita mais`,
    tooSmall: (least) => `não pedido: a AWS recusa um valor que não supere ${least}; informe um --value maior`,
    noDefault: 'não pedido: é 0 e seu padrão da AWS não é conhecido aqui; informe um --value, ou peça no console',
    sibling: (code, name) =>
      `não pedido: não pode ser aumentada por API; peça um aumento de ${code} (${name}) do mesmo modelo, a AWS trata as duas nesse mesmo pedido: quota-watchdog request ${code}`,
    support:
      'não pedido: não pode ser aumentada por API, e o modelo não tem outra cota ajustável para pedir em seu lugar; abra um caso de suporte do tipo gratuito "Account and billing"',
  },
  question: (count, region) => `Enviar ${count} ao Service Quotas em ${region}? [s/N] `,
  request: ['pedido', 'pedidos'],
  yes: /^s(?:im)?$/i,
  cancelled: 'nada foi enviado',
  dryRun: 'nada foi enviado: --dry-run',
  sent: (status, caseId) => `enviado: ${status}${caseId === null ? '' : `, caso ${caseId}`}`,
  refused: (why, own) => `recusado: ${why} (AWS: ${own})`,
  refusals: {
    ResourceAlreadyExistsException: 'há um pedido em aberto para esta cota',
    QuotaExceededException: 'há pedidos demais em aberto na conta',
    IllegalArgumentException: 'a AWS não aceita este valor',
    InvalidResourceStateException: 'a cota não pode ser aumentada agora',
    NoSuchResourceException: 'essa cota não existe nesta Região',
    AccessDeniedException: 'permita a ação servicequotas:RequestServiceQuotaIncrease',
    TooManyRequestsException: 'chamadas demais; tente de novo em um minuto',
    DependencyAccessDeniedException: 'a AWS precisa de uma permissão própria para o caso; veja a mensagem',
  },
  refusedOtherwise: 'não foi aceito',
  complaints: {
    oneRegion: 'pedidos são enviados em uma Região e várias foram informadas; execute uma vez para cada uma',
    needsYes:
      'não há terminal em que perguntar; acrescente --yes para enviar, ou --dry-run para ver o que seria enviado',
    badCode: (text) => `"${text}" não é um código de cota; informe códigos como L-F4DDD3EB`,
  },
};
