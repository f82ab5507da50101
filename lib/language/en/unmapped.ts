/** English for why a quota is joined with no model; only the command line says it. */
export const EN_UNMAPPED = {
  /** Between the last two of names that are told together. */
  and: ' and ',
  noModel: 'no model of this name is listed',
  severalModels: (ids: string) => `the name fits several models: ${ids}`,
  renamed: (reviewed: string, why: string) => `renamed since its alias was reviewed (for ${reviewed}), and ${why}`,
  unlisted: 'its models were not listed',
};

/** The same in any language. */
export type UnmappedWords = typeof EN_UNMAPPED;
