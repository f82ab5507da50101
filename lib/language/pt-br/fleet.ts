import type { FleetWords } from '../../core/words/fleet';

const LEAVE_OUT = 'Ou deixe as contas de fora: a propriedade organization.exclude, ou accounts sem elas';
const BY_ITSELF = 'Cada um é tentado de novo a cada 5 a 15 minutos, e avisa-se quando puderem ser lidos';

/** Brazilian Portuguese for a fleet as a whole. */
export const PT_BR_FLEET: FleetWords = {
  target: ['alvo', 'alvos'],
  view: {
    title: (watchdog) => `Cotas do Bedrock, ${watchdog}`,
    caption: 'Contas e regiões, as mais graves primeiro. Horários em UTC.',
    columns: {
      account: 'Conta',
      region: 'Região',
      state: 'Estado',
      open: 'Abertos',
      worst: 'Veja primeiro',
      seen: 'Vista às',
    },
    open: 'Com alertas',
    unseen: 'Sem leitura',
    accounts: 'Contas',
    regions: 'Regiões',
    ofTargets: (count) => `de ${count} contas e regiões`,
    notSeen: 'Sem leitura:',
    nothing: 'nada em aberto',
    more: (count) => `Mais ${count}, nenhuma mais grave do que estas.`,
    back: 'Todas as contas e regiões',
    noSuch: (place) => `Nada se sabe de ${place}: não é vigiada ou ninguém olhou para ela ainda.`,
  },
  digest: { targets: (open, all) => `Alvos, os piores primeiro (há algo em aberto em ${open} de ${all})` },
  unread: {
    subject: (targets, reason) => `${targets} sem vigilância: ${reason}`,
    summary: ({ targets, isOne, reason, said }) =>
      `${targets} ${isOne ? 'está' : 'estão'} sem vigilância: ${reason}. Do primeiro: ${said}.`,
    reasons: {
      role: 'a role de leitura não existe ou não confia no watchdog',
      denied: 'a role de leitura não pode fazer o necessário',
      notEnabled: 'a Região não está habilitada na conta',
      throttled: 'a AWS limita as chamadas (throttling)',
      hanging: 'a AWS não responde a tempo',
      other: 'não podem ser lidos',
    },
    remedies: {
      role: [
        'Implante a role de leitura ali: em uma organização o StackSet da stack o faz (veja suas instâncias com falha), fora dela o modelo da role de leitura',
        LEAVE_OUT,
      ],
      denied: [
        'Implante de novo a role de leitura ali, e procure uma service control policy que negue a ação nesta Região',
        LEAVE_OUT,
      ],
      notEnabled: ['Habilite a Região nessas contas, ou tire-a da propriedade regions', LEAVE_OUT],
      throttled: [BY_ITSELF, 'Se durar, vigie menos Regiões, ou peça à AWS um limite maior para essas chamadas'],
      hanging: ['Veja o AWS Health desta Região', BY_ITSELF],
      other: ['Leia o log do worker sobre esses alvos', BY_ITSELF],
    },
  },
};
