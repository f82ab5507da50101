import type { EN_THROUGHPUT } from '../en/throughput';

/** Brazilian Portuguese for `throughput`. */
export const PT_BR_THROUGHPUT: typeof EN_THROUGHPUT = {
  columns: {
    units: 'UNIDADES',
    throttled: 'LIMITADAS ATENDIDAS',
    served: 'ATENDIDO',
    use: 'USO',
    cost: 'US$/MÊS',
    withRest: '+ RESTO',
    least: 'REQUER TPM/UNIDADE',
    tokens: 'TOKENS/MIN',
    covered: 'MINUTOS COBERTOS',
  },
  head: (model, region, from, to) =>
    `Throughput provisionado para ${model}, ${region}, pelos minutos de ${from} a ${to} UTC`,
  traffic: (tokens, requests, busy) => `${tokens} tokens brutos em ${requests}, ativo em ${busy} minutos`,
  peak: (tokens) => `minuto de maior uso: ${tokens} tokens brutos`,
  throttles: (calls, minutes, size) =>
    `${calls} limitadas (throttling) em ${minutes}; cada uma conta como uma requisição do tamanho médio, ${size} tokens (estimativa)`,
  throttlesUnknown: (calls, minutes) => `${calls} limitadas (throttling) em ${minutes}; o tamanho delas é desconhecido`,
  noTraffic: 'nenhum tráfego neste período: não há o que comparar com unidades',
  onDemand: (dollars) => `sob demanda, um mês de tráfego assim: US$ ${dollars} (estimativa)`,
  onDemandUnknown: 'sob demanda: custo desconhecido',
  breakEven: (tokens) =>
    `ponto de equilíbrio: uma unidade não custa mais que sob demanda a partir de ${tokens} tokens/min, em todos os minutos`,
  breakEvenNever: 'isso é mais do que uma unidade comporta: a esses preços, unidades nunca compensam',
  breakEvenUnknown: 'ponto de equilíbrio: desconhecido',
  legend:
    'LIMITADAS ATENDIDAS: minutos com throttling cuja demanda inteira cabe (estimativa); ATENDIDO: dos tokens aceitos; USO: do que as unidades comportam, em todos os minutos; + RESTO: com os outros tokens sob demanda',
  legendNoUnit: 'REQUER TPM/UNIDADE: o mínimo que uma unidade deve comportar para que nenhum minuto tivesse throttling',
  terms: {
    none: 'sem prazo: cobrado por hora até que as unidades sejam excluídas',
    '1month': 'por 1 mês: as unidades não podem ser excluídas antes do fim',
    '6months': 'por 6 meses: as unidades não podem ser excluídas antes do fim',
  },
  commitment: (units, dollars) => `${units} pelo prazo inteiro: US$ ${dollars}, usadas ou não`,
  unit: ['unidade', 'unidades'],
  publicPrice: (month, half, checked) =>
    `os preços públicos deste modelo eram US$ ${month} (1 mês) e US$ ${half} (6 meses) por hora e unidade (${checked}); vale o que você informa`,
  quotasTitle: 'Cotas de unidades de modelo',
  quota: (code, name, applied) => `${code} ${name}: valor ${applied}`,
  ask: (value) => `peça ${value} antes de comprar; a AWS começa com 0:`,
  support: 'não é ajustável: peça em um caso de suporte antes de comprar',
  noQuota: 'a lista da conta não traz nenhuma para este modelo',
  reservedTitle: 'Nível reservado (de 1.000 em 1.000 tokens/min, por 1 ou 3 meses; o excesso vai para sob demanda)',
  unknownTitle: 'Desconhecido ou presumido:',
  unknown: 'desconhecido',
  unknowns: {
    unitThroughput:
      'o que uma unidade comporta: a AWS não publica para modelos novos; pergunte à sua equipe de conta e informe --tokens-per-minute-per-unit',
    inputAndOutput:
      'presume-se que uma unidade comporte tokens brutos de entrada e saída juntos, sem burndown; a AWS define entrada e saída por minuto em separado',
    retries:
      'as chamadas limitadas incluem as novas tentativas dos SDKs, então a demanda dos minutos com throttling tende a estar superestimada',
    throttledSize: 'o tamanho das chamadas limitadas: nenhuma requisição foi aceita',
    coarse: 'os pontos cobrem mais de um minuto: os picos são médias e podem ter sido maiores',
    byQuotaTokens: 'faltam os tokens brutos de alguns minutos; são usados os tokens de cota, que não são menos',
    cached: 'se as unidades poupam os tokens em cache; aqui todos contam',
    cachedPrice: 'o preço dos tokens em cache: o custo sob demanda os deixa de fora e fica baixo demais',
    tokenPrices: 'os preços dos tokens sob demanda: informe --input-price e --output-price, em dólares por milhão',
    reservedPrice: 'o preço do nível reservado: informe --reserved-price-per-1k-tpm-month',
    reservedTerms:
      'se o nível reservado é vendido para este modelo, e como conta a saída; aqui contam os tokens brutos',
    lostMinutes: 'minutos que não puderam ser lidos: todas as somas são mínimos',
    offered: 'se a AWS vende unidades deste modelo aqui: nenhuma cota da conta leva o nome dele',
    modelUnits: 'as cotas de unidades de modelo: a lista não pôde ser lida',
  },
  complaints: {
    price: 'Informe dólares acima de 0, em dígitos com ponto, como 39.60.',
    tokenPrice: 'Informe dólares, 0 ou mais, em dígitos com ponto, como 0.25.',
  },
};
