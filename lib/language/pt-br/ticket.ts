import type { EN_TICKET } from '../en/ticket';

/** Brazilian Portuguese for what `ticket` says around the text of the case. */
export const PT_BR_TICKET: typeof EN_TICKET = {
  leftOut: {
    otherScope: (code, name) => `fora do caso: ${code} ${name}: nenhuma chamada nesse escopo`,
    enough: (code, name) =>
      `fora do caso: ${code} ${name}: nem zero, nem abaixo do padrão da AWS, nem usada acima da metade, nem com recusas`,
  },
  adjustable: (code) => `${code} pode ser aumentada sem um caso: quota-watchdog request ${code}`,
  noUseCase: 'o suporte pergunta pelo caso de uso; informe-o com --use-case',
  written: (path) => `o texto do caso está em ${path}`,
  console: (url) => `abra um caso com ele, do tipo "Account and billing", gratuito em todo plano: ${url}`,
  open: (id) => `O caso ${id} sobre o mesmo assunto está aberto. Acrescentar a ele? [s/N] `,
  question: (region) => `Abrir um caso de suporte sobre ${region} com este texto? [s/N] `,
  yes: /^s(?:im)?$/i,
  cancelled: 'nenhum caso foi aberto e nada foi acrescentado a um',
  opened: (id) => `o caso ${id} foi aberto; o suporte responde nele e por e-mail`,
  appended: (id) => `acrescentado ao caso ${id}; o suporte responde nele e por e-mail`,
  next: 'se foi concedido, diz o valor aplicado: quota-watchdog quotas',
  halfSent: (id, why) => `o caso ${id} tem só uma parte do texto, acrescente o resto à mão: ${why}`,
  noPlan:
    'a API do suporte exige um plano pago, e a conta não tem um; o texto está pronto, envie-o pelo console, que é gratuito',
  noCategory: 'o suporte não lista categoria para o Amazon Bedrock, então nenhum caso foi aberto; envie pelo console',
  complaints: {
    oneRegion: 'um caso é sobre uma Região e várias foram dadas; execute uma vez para cada',
    partition: (region) => `--open só funciona na partição aws, e ${region} está em outra`,
    needsYes: 'ninguém pode ser perguntado aqui; acrescente --yes para abrir o caso, ou deixe --open de fora',
    noQuota: (code) => `${code} não é uma cota de inferência do Bedrock aqui; quotas as lista`,
    tooSmall: (code, applied) => `--value deve superar o valor aplicado de ${code}, ${applied}`,
    nothing:
      'nenhuma das cotas é zero, está abaixo do padrão da AWS, usada acima da metade ou com recusas; informe códigos para pedir mesmo assim',
  },
};
