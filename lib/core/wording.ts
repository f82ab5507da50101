import type { Dimension, Quota, Scope } from './quota';

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `970,412`. Whole units. */
export function spellCount(value: number): string {
  return COUNT.format(Math.round(value));
}

/** `41 calls`, `1 call`. */
export function spellQuantity(value: number, noun: string): string {
  return `${spellCount(value)} ${noun}${Math.round(value) === 1 ? '' : 's'}`;
}

/** `97%`, rounded down so that a number never looks further than it is; `<1%` for a trace. */
export function spellPercent(percent: number): string {
  if (percent > 0 && percent < 1) return '<1%';
  return `${COUNT.format(Math.floor(percent))}%`;
}

/** A share of a whole, rounded to the nearest percent; for parts, where no threshold hangs on it. */
export function spellShare(percent: number): string {
  return percent > 0 && percent < 0.5 ? '<1%' : `${Math.round(percent)}%`;
}

const DIMENSION_WORDS: Record<Dimension, string> = {
  tokensPerMinute: 'tokens/min',
  requestsPerMinute: 'requests/min',
  tokensPerDay: 'tokens/day',
  inputTokensPerMinute: 'input tokens/min',
  outputTokensPerMinute: 'output tokens/min',
};

/** `tokens/min` and the like. */
export function spellDimension(dimension: Dimension): string {
  return DIMENSION_WORDS[dimension];
}

const SCOPE_WORDS: Record<Scope, string> = {
  onDemand: 'on-demand',
  crossRegion: 'cross-Region',
  globalCrossRegion: 'global cross-Region',
  model: 'on-demand and cross-Region',
  account: 'all models',
};

/** `cross-Region` and the like. */
export function spellScope(scope: Scope): string {
  return SCOPE_WORDS[scope];
}

/** A model label without its maker's name: `Claude Sonnet 4.5 V1`. For titles; the full name stands in the details. */
export function shortenLabel(label: string): string {
  return label.replace(/^(Anthropic|Amazon|Meta|OpenAI) /, '');
}

/** What a quota is about, for a title: `Claude Sonnet 4.5 V1, cross-Region`. */
export function spellQuotaSubject(quota: Quota): string {
  if (quota.scope === 'account') return 'all models together';
  const endpoint = quota.endpoint === 'mantle' ? 'bedrock-mantle' : spellScope(quota.scope);
  return `${shortenLabel(quota.modelLabel)}, ${endpoint}`;
}

/** One line that names a quota and its values, applied and default apart. */
export function spellQuotaLine(quota: Quota): string {
  const defaultText = quota.defaultValue === null ? 'unknown' : spellCount(quota.defaultValue);
  return [
    quota.quotaCode,
    `applied ${spellCount(quota.appliedValue)}`,
    `AWS default ${defaultText}`,
    quota.adjustable ? 'adjustable' : 'not adjustable',
  ].join('  ');
}
