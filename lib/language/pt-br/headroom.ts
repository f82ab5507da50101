import type { EN_HEADROOM } from '../en/headroom';

/** Brazilian Portuguese for `headroom`. */
export const PT_BR_HEADROOM: typeof EN_HEADROOM = {
  columns: {
    region: 'REGIÃO',
    scope: 'ESCOPO',
    state: 'ESTADO',
    tokens: 'TPM LIVRES',
    requests: 'RPM LIVRES',
  },
  scopes: {
    onDemand: 'sob demanda',
    crossRegion: 'entre Regiões',
    globalCrossRegion: 'global entre Regiões',
    mantle: 'endpoint bedrock-mantle',
  },
  states: {
    ok: 'livre',
    zero: 'é 0',
    noQuota: 'nenhuma cota conhecida',
    notOffered: 'não oferecido',
    unreadable: 'não lida',
  },
  call: {
    applied: (value) => `aplicado ${value}`,
    peak: (value) => `pico ${value}`,
    data: { region: 'os dados podem sair da Região', geography: 'os dados podem sair da geografia' },
  },
  head: (model) => `Folga para ${model}, depois do minuto de maior uso do período analisado`,
  best: (modelId, region, tokens) => `Maior folga: chame ${modelId} em ${region}: ${tokens}`,
  free: (tokens) => `${tokens} tokens/min livres`,
  freeUnknown: 'nenhuma cota de tokens é conhecida ali',
  none: 'Não há folga em nenhum escopo nem Região dos que foram lidos.',
  failed: (region, why) => `em ${region}: ${why}`,
  complaints: {
    regions: 'Informe nomes de Regiões separados por vírgulas, ou all.',
    noModel: (reason) => `nenhum modelo para procurar: ${reason}; quota-watchdog quotas lista os modelos`,
  },
};
