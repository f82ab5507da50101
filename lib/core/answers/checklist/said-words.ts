import type { RuleProblem } from '../../vocabulary/rule-problem';
import type { Statement } from '../../vocabulary/statement';
import type { EpochMinute } from '../../vocabulary/time';

/** How values are spelled in a language. */
export interface Spelling {
  readonly count: (value: number) => string;
  /** Of a share from 0 to 1. */
  readonly percent: (share: number) => string;
  /** The first few, and how many more. */
  readonly list: (texts: readonly string[]) => string;
  readonly date: (minute: EpochMinute) => string;
  readonly dollars: (value: number) => string;
  readonly statement: (statement: Statement) => string;
  readonly rule: (problem: RuleProblem) => string;
}

/** A sentence for each kind of what was found. */
export type SaidWords<Said extends { readonly kind: string }> = {
  readonly [Kind in Said['kind']]: (said: Extract<Said, { readonly kind: Kind }>, spell: Spelling) => string;
};

/** What was found, in words. */
export function spellSaid<Said extends { readonly kind: string }, Kind extends Said['kind']>(
  words: SaidWords<Said>,
  said: Extract<Said, { readonly kind: Kind }>,
  spelling: Spelling,
): string {
  return words[said.kind as Kind](said, spelling);
}
