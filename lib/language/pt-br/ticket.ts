import type { EN_TICKET } from '../en/ticket';

/** Brazilian Portuguese for what `ticket` says around the text of the case. */
export const PT_BR_TICKET: typeof EN_TICKET = {
  leftOut: {
    otherScope: (code, name) => `fora do caso: ${code} ${name}: nenhuma chamada nesse escopo`,
    enough: (code, name) =>
      `fora do caso: ${code} ${name}: nem zero, nem abaixo do padrão da AWS, nem usada acima da metade, nem com throttling`,
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
  next: 'o valor aplicado mostra se o pedido foi concedido: quota-watchdog quotas',
  halfSent: (id, why) => `o caso ${id} tem só uma parte do texto, acrescente o resto à mão: ${why}`,
  noPlan:
    'a API do suporte exige um plano pago, e a conta não tem um; o texto está pronto, envie-o pelo console, que é gratuito',
  noCategory: 'o suporte não tem uma categoria para o Amazon Bedrock, então nenhum caso foi aberto; envie pelo console',
  complaints: {
    oneRegion: 'um caso é sobre uma Região e várias foram informadas; execute uma vez para cada uma',
    partition: (region) => `--open só funciona na partição aws, e ${region} está em outra`,
    needsYes: 'não há terminal em que perguntar; acrescente --yes para abrir o caso, ou omita --open',
    noQuota: (code) => `${code} não é uma cota de inferência do Bedrock aqui; quota-watchdog quotas as lista`,
    tooSmall: (code, applied) => `--value deve superar o valor aplicado de ${code}, ${applied}`,
    nothing:
      'nenhuma das cotas é zero, está abaixo do padrão da AWS, usada acima da metade ou com throttling; informe códigos para pedir mesmo assim',
  },
};
