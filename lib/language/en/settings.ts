import type { SettingsWords } from '../../core/words/settings';

/** English for what is wrong with settings that a person wrote; in other languages only the command line says it. */
export const EN_SETTINGS: SettingsWords = {
  is: (what: string, got: string, need: string) => `${what} is ${got}; ${need} is needed`,
  notJson: (what: string, text: string, need: string) => `${what} is ${text}, which is not JSON; ${need} is needed`,
  unreadable: (what: string, error: string) => `${what} cannot be read (${error}); name a JSON file`,
  needs: {
    overrides: 'an object of quota codes and lists of base model ids such as {"L-F4DDD3EB":["amazon.nova-pro-v1:0"]}',
    quotaCode: 'a quota code such as L-F4DDD3EB',
    modelIds: 'a list of base model ids',
    modelId: 'a base model id (as list-foundation-models has it, without us., global. or an ARN)',
    rates: 'an object of base model ids and rates such as {"anthropic.claude-opus-4-8":15}',
  },
  keyOf: (place: string) => `a key of ${place}`,
  idOf: (list: string) => `an id of ${list}`,
  noModelId: (id: string) => `${id} is not a base model id such as anthropic.claude-opus-4-8`,
  rate: (id: string, got: string, highest: string) =>
    `the rate of ${id} is ${got}; a number above 0, at most ${highest}, is needed`,
};
