import type { Words } from '../words/words';
import type { Dimension, Quota, Scope } from './quota';

/** A word for one and for several: `['call', 'calls']`. */
export type Noun = readonly string[];

/** `970,412`. Whole units. */
export function spellCount(value: number, words: Words): string {
  // A zero that was rounded up to is no negative one.
  return (Math.round(value) + 0).toLocaleString(words.locale);
}

/** `41 calls`, `1 call`, of a noun of the catalogue, or in English. */
export function spellQuantity(value: number, noun: Noun | string, words: Words): string {
  const [one = '', several = ''] = typeof noun === 'string' ? [noun, `${noun}s`] : noun;
  return `${spellCount(value, words)} ${Math.round(value) === 1 ? one : several}`;
}

/** `97%`, rounded down so that a number never looks further than it is; `<1%` for a trace. */
export function spellPercent(percent: number, words: Words): string {
  if (percent > 0 && percent < 1) return '<1%';
  return `${spellCount(Math.floor(percent), words)}%`;
}

/** A share of a whole, rounded to the nearest percent; for parts, where no threshold hangs on it. */
export function spellShare(percent: number): string {
  return percent > 0 && percent < 0.5 ? '<1%' : `${Math.round(percent)}%`;
}

/** `tokens/min` and the like. */
export function spellDimension(dimension: Dimension, words: Words): string {
  return words.dimensions[dimension];
}

/** `cross-Region` and the like. */
export function spellScope(scope: Scope, words: Words): string {
  return words.scopes[scope];
}

/** A model label without its maker's name: `Claude Sonnet 4.5 V1`. For titles; the full name stands in the details. */
export function shortenLabel(label: string): string {
  return label.replace(/^(Anthropic|Amazon|Meta|OpenAI) /, '');
}

/** What a quota is about, for a title: `Claude Sonnet 4.5 V1, cross-Region`. */
export function spellQuotaSubject(quota: Quota, words: Words): string {
  if (quota.scope === 'account') return words.quota.all;
  const endpoint = quota.endpoint === 'mantle' ? 'bedrock-mantle' : spellScope(quota.scope, words);
  return `${shortenLabel(quota.modelLabel)}, ${endpoint}`;
}

/** One line that names a quota and its values, applied and default apart. */
export function spellQuotaLine(quota: Quota, words: Words): string {
  const defaultText = quota.defaultValue === null ? words.quota.unknown : spellCount(quota.defaultValue, words);
  return [
    quota.quotaCode,
    words.quota.applied(spellCount(quota.appliedValue, words)),
    words.quota.standard(defaultText),
    quota.adjustable ? words.quota.adjustable : words.quota.notAdjustable,
  ].join('  ');
}

/** The word of a key that comes from data, such as a label of an older version; what has none stands as it is. */
export function lookUp(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

/** The first of some names, and how many more there are. */
export function nameSome(names: readonly string[], most: number, words: Words): string[] {
  const untold = names.length - most;
  return untold > 0 ? [...names.slice(0, most), words.message.andMore(spellCount(untold, words))] : [...names];
}
