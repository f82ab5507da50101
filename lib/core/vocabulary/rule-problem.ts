import type { Words } from '../words/words';

type NeedWords = Words['rules']['needs'];
type NeedValues = { readonly [Key in keyof NeedWords]: Parameters<NeedWords[Key]> };
type FlawWords = Words['rules']['flaws'];
type FlawValues = { readonly [Key in keyof FlawWords]: Parameters<FlawWords[Key]> };

/** What a value must be, as a key of the catalogue and what its sentence names. */
export type RuleNeed<Key extends keyof NeedWords = keyof NeedWords> = {
  readonly [One in Key]: { readonly need: One; readonly values: NeedValues[One] };
}[Key];

/** A value of the rules that is not what is needed there. */
export interface ValueProblem {
  /** Such as `mutes[0].until`; '' is the whole. */
  readonly path: string;
  /** The value as JSON, cut when long; `null` when there is none. */
  readonly got: string | null;
  readonly allowed: RuleNeed;
}

/** What is wrong other than by one value: a key of the catalogue and what its sentence names. */
export type RuleFlaw<Key extends keyof FlawWords = keyof FlawWords> = {
  readonly [One in Key]: { readonly flaw: One; readonly values: FlawValues[One] };
}[Key];

/** What is wrong with alert rules, in no language; put into words by {@link spellRuleProblem}. */
export type RuleProblem = ValueProblem | RuleFlaw;

/** What a value must be. */
export function toNeed<Key extends keyof NeedWords>(need: Key, ...values: NeedValues[Key]): RuleNeed<Key> {
  return { need, values };
}

/** A problem other than with one value. */
export function toFlaw<Key extends keyof FlawWords>(flaw: Key, ...values: FlawValues[Key]): RuleFlaw<Key> {
  return { flaw, values };
}

function spellNeed<Key extends keyof NeedWords>({ need, values }: RuleNeed<Key>, words: Words): string {
  const spellings: { readonly [One in keyof NeedWords]: (...values: NeedValues[One]) => string } = words.rules.needs;
  return spellings[need](...values);
}

function spellFlaw<Key extends keyof FlawWords>({ flaw, values }: RuleFlaw<Key>, words: Words): string {
  const spellings: { readonly [One in keyof FlawWords]: (...values: FlawValues[One]) => string } = words.rules.flaws;
  return spellings[flaw](...values);
}

/** The problem in a sentence: path, what was got, what is allowed. */
export function spellRuleProblem(problem: RuleProblem, words: Words): string {
  if ('flaw' in problem) return spellFlaw(problem, words);
  const path = problem.path === '' ? words.rules.whole : problem.path;
  const need = spellNeed(problem.allowed, words);
  return problem.got === null ? words.rules.missing(path, need) : words.rules.is(path, problem.got, need);
}
