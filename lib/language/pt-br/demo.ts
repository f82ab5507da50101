import type { EN_DEMO } from '../en/demo';

/** Brazilian Portuguese for what the demo says around the e-mails, tables and pages of its day. */
export const PT_BR_DEMO: typeof EN_DEMO = {
  synthesising: 'sintetizando a stack …',
  progress: (time, percent, emails) =>
    `${time} UTC  ${percent}% do dia  ${emails} ${emails === 1 ? 'mensagem' : 'mensagens'}`,
  endOfDay: 'O fim do dia, como quota-watchdog check --lookback 1d o mostra:',
  errors: 'O que quem chama leu nesse dia, e o que quota-watchdog explain responde:',
  played: ({ ticks, seconds, failed, emails }) =>
    `${ticks} execuções da Lambda em ${seconds} s, ${failed} com falha, ${emails} mensagens de e-mail.`,
  calls: 'Chamadas à AWS nesse dia:',
  left: ({ messages, page, widget, height, log }) => [
    `Mensagens  ${messages}`,
    `Página     ${page}`,
    `Painel     ${widget}, a tabela do próprio painel às ${height} UTC`,
    `Registro   ${log}`,
  ],
  served: (address) => `A página está no ar: ${address}  (Ctrl-C encerra)`,
  failed: (why) => `uma execução falhou: ${why}`,
};
