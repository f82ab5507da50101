import type { AdviceWords } from './advice';
import type { AlertWords } from './alerts';
import type { ExplainWords } from './explain';
import type { FleetWords } from './fleet';
import type { LatenessWords } from './lateness';
import type { RefusalWords } from './refusals';
import type { RuleWords } from './rules';
import type { StatementWords } from './statements';

/**
 * All that the domain says to people, in one language: texts, and functions of texts that are spelled already. Each folder
 * of `lib/language` fulfils it; this room holds no sentence.
 */
export interface Words extends AlertWords, AdviceWords {
  /** Of numbers: a BCP 47 tag. */
  readonly locale: string;
  readonly fleet: FleetWords;
  readonly lateness: LatenessWords;
  readonly refusals: RefusalWords;
  readonly rules: RuleWords;
  readonly statements: StatementWords;
}

/** The same, with what only the answers to people's questions say. */
export interface AnswerWords extends Words {
  readonly explain: ExplainWords;
}
