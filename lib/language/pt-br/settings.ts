import type { SettingsWords } from '../../core/words/settings';

/** Brazilian Portuguese for what is wrong with settings that a person wrote. Keys, values and examples stay as they are. */
export const PT_BR_SETTINGS: SettingsWords = {
  is: (what, got, need) => `${what} é ${got}; é preciso ${need}`,
  notJson: (what, text, need) => `${what} é ${text}, que não é JSON; é preciso ${need}`,
  unreadable: (what, error) => `não foi possível ler ${what} (${error}); informe um arquivo JSON`,
  needs: {
    overrides:
      'um objeto de códigos de cota e listas de ids de modelo base, como {"L-F4DDD3EB":["amazon.nova-pro-v1:0"]}',
    quotaCode: 'um código de cota como L-F4DDD3EB',
    modelIds: 'uma lista de ids de modelo base',
    modelId: 'um id de modelo base (como em list-foundation-models, sem us., global. nem ARN)',
    rates: 'um objeto de ids de modelo base e taxas, como {"anthropic.claude-opus-4-8":15}',
  },
  keyOf: (place) => `uma chave de ${place}`,
  idOf: (list) => `um id de ${list}`,
  noModelId: (id) => `${id} não é um id de modelo base como anthropic.claude-opus-4-8`,
  rate: (id, got, highest) => `a taxa de ${id} é ${got}; é preciso um número acima de 0, no máximo ${highest}`,
};
