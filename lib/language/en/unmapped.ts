import type { UnmappedWords } from '../../core/words/unmapped';

/** English for why a quota is joined with no model; only the command line says it. */
export const EN_UNMAPPED: UnmappedWords = {
  and: ' and ',
  noModel: 'no model of this name is listed',
  severalModels: (ids: string) => `the name fits several models: ${ids}`,
  renamed: (reviewed: string, why: string) => `renamed since its alias was reviewed (for ${reviewed}), and ${why}`,
  unlisted: 'its models were not listed',
  newKind: 'its name is of a kind that this version does not know',
  retired: 'its model is retired',
};
