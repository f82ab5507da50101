import type { EN_PLAN } from '../en/plan';

/** Brazilian Portuguese for `plan` and `pace`. */
export const PT_BR_PLAN: typeof EN_PLAN = {
  columns: { scope: 'ESCOPO', binds: 'LIMITA PRIMEIRO', applied: 'APLICADO', carries: 'COMPORTA', quota: 'COTA' },
  workload: (requests, input, output, maxTokens) =>
    `${requests} por minuto, de ${input} tokens de entrada e ${output} de saída, ${maxTokens}`,
  maxTokens: (tokens) => `com max_tokens ${tokens}`,
  unset: 'sem max_tokens',
  settled: (tokens, rate) => `consome ao final ${tokens} tokens/min (entrada + saída × ${rate})`,
  settledUnknown:
    'não se sabe quanto consome ao final: nenhuma taxa de burndown é conhecida para o modelo; defina uma com --burndown',
  reserved: (tokens) => `reserva até ${tokens} tokens/min, se todas as chamadas do minuto forem feitas ao mesmo tempo`,
  reservedUnknown: 'não se sabe quanto reserva: informe --max-tokens, pois a maior saída do modelo não é conhecida',
  unknown: 'desconhecido',
  noQuota: 'nenhuma cota do modelo é conhecida para chamadas deste tipo',
  fits: 'a carga cabe',
  fitsNot: 'a carga não cabe',
  fitsUnknown: 'não se sabe se a carga cabe',
  ask: (code, value) => `peça ${value} de ${code}:`,
  lower: (tokens, requests) =>
    `com max_tokens ${tokens}, o dobro do tamanho das respostas, a mesma cota comporta ${requests} requisições/min`,
  legend:
    'COMPORTA: requisições por minuto que nunca esperam, mesmo que todas as do minuto sejam reservadas de uma vez',
  complaints: {
    noModel: (reason) => `nenhum modelo para planejar: ${reason}; quota-watchdog quotas lista os modelos`,
    oneOf: 'informe um modelo ou --tokens-per-day, um dos dois',
    noDay: (model) => `nenhuma cota de tokens é conhecida para ${model}; informe --tokens-per-day`,
  },
  pace: {
    day: (tokens) => `${tokens} tokens por dia`,
    minute: (tokens) => `distribuídos por igual: ${tokens} por minuto`,
    second: (tokens) => `${tokens} por segundo`,
    perRequest: (tokens) => `a ${tokens} tokens por requisição`,
    requests: (minute, second) => `seguro: ${minute} requisições/min, ${second} requisições/s`,
    seconds: (seconds) => `uma requisição a cada ${seconds} segundos`,
    noRequests:
      'o número de requisições depende do tamanho delas, e nenhuma foi observada; informe --tokens-per-request',
  },
};
