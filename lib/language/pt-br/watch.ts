import type { EN_WATCH } from '../en/watch';

/** Brazilian Portuguese for `check --watch`. */
export const PT_BR_WATCH: typeof EN_WATCH = {
  keys: (seconds) => `Lido de novo a cada ${seconds} segundos; q sai.`,
  reading: 'Lendo …',
  more: (count) => `… mais ${count}`,
  stale: (region, time, age, why) => `${region}: a leitura não se repetiu, isto é de ${time}, há ${age}: ${why}`,
  unread: (region, why) => `${region}: não foi lida: ${why}`,
  cost: (metrics, dollars) => `uma hora acompanhando pede ao CloudWatch cerca de ${metrics} métricas, US$ ${dollars}`,
  changes: { appeared: 'novo', changed: 'agora', gone: 'acabou' },
  complaints: {
    seconds: 'Informe segundos inteiros, de 5 a 3600.',
    notWith: (flag) => `--watch mostra o presente a quem lê, então não combina com ${flag}; omita um dos dois`,
  },
};
