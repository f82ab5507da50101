import type { CheckDocument } from '../../core/vocabulary/check-document';
import type { MappedQuota } from '../../core/vocabulary/quota';
import type { LanguageWords } from '../../language/language-words';

/** What a row needs beside its finding. */
export interface RowSurroundings {
  readonly document: CheckDocument;
  /** How far back the peak was looked for. */
  readonly lookbackMinutes: number;
  readonly quotas: readonly MappedQuota[];
  readonly words: LanguageWords;
}
