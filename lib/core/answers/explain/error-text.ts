import { type ErrorReading, readError } from '../../errors';
import type { AnswerWords } from '../../words/words';

/** An error message as far as its words go, and what that means. */
export interface ErrorText extends ErrorReading {
  /** What it says, in one sentence. */
  readonly meaning: string;
  /** The one model id, profile id or ARN in the text, as it stands there; `null` when it has none or several. */
  readonly modelId: string | null;
}

/**
 * Reads an error message and says what it means. Never throws; the text is from outside and is not to be trusted.
 * @param words of the meaning.
 */
export function readErrorText(text: string, { explain }: AnswerWords): ErrorText {
  const reading = readError(text);
  const [only = null, ...others] = reading.modelIds;
  return { ...reading, meaning: explain.meanings[reading.kind], modelId: others.length === 0 ? only : null };
}
