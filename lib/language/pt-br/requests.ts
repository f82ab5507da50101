import type { EN_REQUESTS } from '../en/requests';

/** Brazilian Portuguese for `requests`. */
export const PT_BR_REQUESTS: typeof EN_REQUESTS = {
  columns: {
    since: 'DESDE',
    age: 'IDADE',
    outcome: 'RESULTADO',
    quota: 'COTA',
    asked: 'PEDIDO',
    now: 'AGORA',
  },
  outcomes: {
    open: 'em aberto',
    granted: 'concedido',
    partly: 'concedido em parte',
    notGranted: 'não concedido',
    unknown: 'desconhecido',
  },
  days: ['dia', 'dias'],
  none: 'nenhum aumento foi pedido',
  head: (place, count) => `${place}: ${count}.`,
  request: ['pedido de aumento', 'pedidos de aumento'],
  case: (caseId) => `caso ${caseId}`,
  gone: 'fora da lista',
  legend: 'O valor aplicado mostra se um pedido foi concedido: a AWS encerra o pedido nos dois casos.',
};
