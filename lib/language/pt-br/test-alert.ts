import type { EN_TEST_ALERT } from '../en/test-alert';

/** Brazilian Portuguese for `test-alert`. */
export const PT_BR_TEST_ALERT: typeof EN_TEST_ALERT = {
  mark: 'TESTE',
  sender: (account, region, time) =>
    `Isto é um teste, não há nada de errado: enviado por quota-watchdog test-alert (${account}, ${region}) em ${time}.`,
  unnamedAccount: 'uma conta que a AWS não informou',
  subject: (scope) => `EXEMPLO, ${scope}`,
  summary: (used, limit) =>
    `Um exemplo: o modelo EXEMPLO, que não existe, usou ${used} de ${limit} tokens em um minuto.`,
  noSuchCode: 'um código que nenhuma cota tem',
  remedy: 'Nada; o estado real das cotas é mostrado por',
  columns: { protocol: 'PROTOCOLO', endpoint: 'DESTINO', state: 'ESTADO' },
  states: { confirmed: 'confirmada', pending: 'pendente', deleted: 'excluída' },
  gets: {
    deleted: 'nada: foi excluída',
    unconfirmedMail: 'nada ainda: confirme-a pelo link no e-mail da AWS',
    unconfirmed: 'nada ainda: o destino precisa confirmá-la',
    notification: (mark) => `uma notificação cujo título começa com ${mark}`,
    json: (id) => `JSON, findings[0].finding.id é ${id}`,
    mail: (mark) => `um e-mail cujo assunto começa com ${mark}`,
    text: 'o texto do e-mail',
  },
  unread: 'Não foi possível ler as suas assinaturas.',
  nobody: 'Ninguém está inscrito: não chega a ninguém.',
  notSent: 'não enviado (dry run)',
  sent: (messageIds) => `enviado, MessageId ${messageIds}`,
  topics: { alert: 'Tópico de alertas', chat: 'Tópico de chat' },
  outbox: (state) => `A caixa de saída do próprio watchdog: ${state}.`,
  attributes:
    'Uma assinatura cuja política de filtro não corresponde a estes atributos não recebe nada (as políticas não são lidas):',
  mailSubject: (subject) => `Assunto: ${subject}`,
};
