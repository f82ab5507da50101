import type { Words } from '../words/words';

/** Why no model, or no quota, can be named for a model id; put into words by {@link spellReason}. */
export interface UnknownReason {
  /** Which sentence says it. */
  readonly why: keyof Words['unmapped']['reasons'];
  /** What it is said of: a model id, a profile id or an ARN, as it was given. */
  readonly id: string;
  /** The model an application profile copies; absent where the reason names none. */
  readonly baseModelId?: string;
}

/** The reason in a sentence. */
export function spellReason({ why, id, baseModelId = '' }: UnknownReason, words: Words): string {
  return words.unmapped.reasons[why](id, baseModelId);
}
