import type { EN_RECENT } from '../en/recent';

/** Brazilian Portuguese for `explain --recent`. */
export const PT_BR_RECENT: typeof EN_RECENT = {
  call: ['chamada recusada', 'chamadas recusadas'],
  found: (calls, from, to) => `${calls} de ${from} a ${to}, como o CloudTrail as registrou`,
  none: (from, to) => `O CloudTrail não registrou chamada recusada de ${from} a ${to}`,
  unread: 'Não se sabe que chamadas foram recusadas: o CloudTrail não pôde ser lido',
  refused: 'recusadas',
  span: (calls, from, to) => `${calls}, ${from} a ${to}`,
  by: 'por',
  noPrincipal: 'quem chamou não foi registrado',
  noUserAgent: 'nenhum user agent registrado',
  moreCallers: (count) => `mais ${count}; --json tem todos`,
  moreErrors: (count) => `mais ${count}, com menos chamadas cada; --json tem todos`,
  notes: 'notas',
  note: {
    metrics: (minutes) =>
      `olhou-se em ${minutes}, aqueles em torno dos quais o CloudWatch mostra chamadas limitadas ou erros de cliente; chamadas recusadas em outros momentos, que nenhuma métrica mostra, não foram procuradas`,
    minute: ['minuto', 'minutos'],
    noMetric:
      'o CloudWatch não mostra chamada limitada nem erro de cliente, por isso olhou-se o tempo inteiro: o que foi recusado não aparece em métrica alguma',
    metricsUnread: 'o CloudWatch não pôde ser lido por inteiro, por isso olhou-se o tempo inteiro',
    cut: (refused, calls, back) =>
      `a leitura terminou em ${refused} de ${calls}: antes de ${back} faltam algumas; um --recent mais curto mostra menos tempo por inteiro`,
    failed: (back) => `a leitura falhou: antes de ${back} faltam algumas`,
    recordedCall: ['chamada registrada', 'chamadas registradas'],
    late: (since) =>
      `o CloudTrail registra uma chamada uns 5 minutos depois, às vezes 15: das chamadas desde ${since} podem vir mais`,
    unreadable: (count) => `${count} não puderam ser lidos`,
    record: ['registro', 'registros'],
  },
};
