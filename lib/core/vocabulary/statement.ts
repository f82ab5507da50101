import type { Words } from '../words/words';
import { type RuleProblem, spellRuleProblem } from './rule-problem';

type Sentences = Words['statements']['sentences'];

/** What a sentence names: a text as it is, several told in a row, or what has words of its own. */
export type Named = string | readonly string[] | Statement;

/** A sentence of the catalogue, by the name under which saved state has it, and what it names, in its order. */
export interface Sentence {
  readonly trouble: keyof Sentences;
  readonly values: readonly Named[];
}

/** Several that are told as one, such as a failure and what to do. */
export interface Clauses {
  readonly clauses: readonly Statement[];
}

/** What is told in the words it came in: of an older version, or of an error that is none of ours. */
export interface OwnWords {
  readonly message: string;
}

/**
 * What could not be read, used or said, in no language; put into words by {@link spellStatement}. Plain data: it is saved
 * with the catalog.
 */
export type Statement = Sentence | Clauses | OwnWords | RuleProblem;

type NamedIn<Texts extends readonly string[]> = { readonly [Index in keyof Texts]: Named };

/** A sentence with what it names. */
export function toStatement<Key extends keyof Sentences>(
  trouble: Key,
  ...values: NamedIn<Parameters<Sentences[Key]>>
): Sentence {
  return { trouble, values };
}

function spellNamed(named: Named, words: Words): string {
  if (typeof named === 'string') return named;
  return 'length' in named ? named.join(words.statements.and) : spellStatement(named, words);
}

/** A sentence that a newer version saved and this one does not know stands as key and values. */
function spellSentence({ trouble, values }: Sentence, words: Words): string {
  const texts = values.map((value) => spellNamed(value, words));
  const sentences: Readonly<Record<string, ((...texts: string[]) => string) | undefined>> = words.statements.sentences;
  return sentences[trouble]?.(...texts) ?? [trouble, ...texts].join(' ');
}

/** The statement in words. */
export function spellStatement(statement: Statement, words: Words): string {
  if ('message' in statement) return statement.message;
  if ('clauses' in statement) return statement.clauses.map((one) => spellStatement(one, words)).join('; ');
  return 'trouble' in statement ? spellSentence(statement, words) : spellRuleProblem(statement, words);
}
