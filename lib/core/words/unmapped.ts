/** Why a quota is joined with no model. */
export interface UnmappedWords {
  /** Between the last two of names that are told together. */
  readonly and: string;
  readonly noModel: string;
  readonly severalModels: (ids: string) => string;
  readonly renamed: (reviewed: string, why: string) => string;
  readonly unlisted: string;
  /** Of a quota whose name is of no kind that is known. */
  readonly newKind: string;
  readonly retired: string;
}
