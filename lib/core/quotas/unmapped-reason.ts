import type { UnmappedWords } from '../words/unmapped';

/** Why no model is certain for a quota; put into words by {@link spellUnmapped}. */
export interface UnmappedReason {
  /** Base model ids that the label fits; none is certain. */
  readonly fitting: readonly string[];
  /** Names, quoted, that its aliases were reviewed for; empty when it has none, or was not renamed. */
  readonly reviewed: readonly string[];
  /** Its name is of no kind that is known. @default false */
  readonly isNewKind?: boolean;
  /** Its model is retired, so that none is missed. @default false */
  readonly isRetired?: boolean;
}

/** The reason in a clause. `null`: today there is none, so its models were not listed when it was mapped. */
export function spellUnmapped(reason: UnmappedReason | null, words: UnmappedWords): string {
  if (reason === null) return words.unlisted;
  const { fitting, reviewed, isNewKind, isRetired } = reason;
  if (isNewKind) return words.newKind;
  if (isRetired) return words.retired;
  const why = fitting.length > 1 ? words.severalModels(fitting.join(', ')) : words.noModel;
  return reviewed.length > 0 ? words.renamed(reviewed.join(words.and), why) : why;
}
