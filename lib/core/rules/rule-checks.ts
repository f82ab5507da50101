import { KNOWN_MODELS } from '../quotas/known-models';
import { providerPrefixes } from '../quotas/model-id';
import { createModelIdResolver } from '../traffic/resolve-model-id';
import { FINDING_KINDS } from '../vocabulary/finding';
import { cleanText } from '../vocabulary/outside-text';
import type { Dimension, Scope } from '../vocabulary/quota';
import { toNeed } from '../vocabulary/rule-problem';
import { type JsonCheck, leaf, oneOf } from './json-check';
import { WEEKDAYS } from './rules';
import { isTimeZone } from './zoned-time';

const HIGHEST_PERCENT = 1000;
const LONGEST_TEXT = 256;

/** Records, so that a new word of the domain does not compile until it is listed. */
const SCOPES: Record<Scope, true> = {
  onDemand: true,
  crossRegion: true,
  globalCrossRegion: true,
  model: true,
  account: true,
  customDeployment: true,
};
const DIMENSIONS: Record<Dimension, true> = {
  tokensPerMinute: true,
  requestsPerMinute: true,
  tokensPerDay: true,
  inputTokensPerMinute: true,
  outputTokensPerMinute: true,
  concurrentRequests: true,
};

/** One of the scopes. */
export const checkScope: JsonCheck = oneOf(Object.keys(SCOPES));
/** One of the dimensions. */
export const checkDimension: JsonCheck = oneOf(Object.keys(DIMENSIONS));
/** One of the kinds of finding. */
export const checkKind: JsonCheck = oneOf(FINDING_KINDS);
/** `Mon` to `Sun`. */
export const checkWeekday: JsonCheck = oneOf(WEEKDAYS);
/** How often a digest comes. */
export const checkInterval: JsonCheck = oneOf(['day', 'week']);

/** A threshold in percent. */
export const checkPercent: JsonCheck = leaf((value) =>
  typeof value === 'number' && value > 0 && value <= HIGHEST_PERCENT ? null : toNeed('percent', `${HIGHEST_PERCENT}`),
);

function isText(value: unknown): value is string {
  return typeof value === 'string' && cleanText(value) !== '' && value.length <= LONGEST_TEXT;
}

/** Why something is muted, for people. */
export const checkReason: JsonCheck = leaf((value) => (isText(value) ? null : toNeed('reason', `${LONGEST_TEXT}`)));

/** A quota code, or a pattern that some code can match. */
export const checkQuotaCode: JsonCheck = leaf((value) => {
  const isCode = typeof value === 'string' && /^L-[0-9A-F]{8}$/i.test(value);
  const isCodePattern = typeof value === 'string' && /[*?]/.test(value) && /^[L0-9A-F*?-]{1,32}$/i.test(value);
  return isCode || isCodePattern ? null : toNeed('quotaCode');
});

const resolveModelId = createModelIdResolver({ models: KNOWN_MODELS, profiles: [] });
const PROVIDERS = providerPrefixes(KNOWN_MODELS);

/** The base id behind a profile id or a pattern of them (`us.anthropic.*`); `null` for what has no such prefix. */
function withoutProfilePrefix(pattern: string): string | null {
  const [, prefix = '', rest = ''] = /^([a-z0-9-]+)\.(.*)$/.exec(pattern.toLowerCase()) ?? [];
  if (prefix === '' || PROVIDERS.has(prefix)) return null;
  // The resolver knows the prefixes; a model that no list names shows whether it takes this one for a prefix.
  const probe = resolveModelId(`${prefix}.anthropic.not-listed`);
  const isPrefix = probe.kind === 'model' && probe.via === 'profile';
  return isPrefix || PROVIDERS.has(rest.split('.')[0] ?? '') ? rest : null;
}

/** A model id, label or pattern, whatever it is the id of. */
export const checkAnyModel: JsonCheck = leaf((value) => {
  if (!isText(value) || value.trim() !== value) return toNeed('model', `${LONGEST_TEXT}`);
  return /[\\^$|[\]{}]/.test(value) ? toNeed('wildcards') : null;
});

/** A base model id, a label, or a pattern of them: what quotas are about. */
export const checkQuotaModel: JsonCheck = leaf((value) => {
  if (typeof value !== 'string') return null;
  if (value.startsWith('arn:')) return toNeed('baseModel');
  const base = withoutProfilePrefix(value);
  if (base === null) return null;
  const scope = value.toLowerCase().startsWith('global.') ? 'globalCrossRegion' : 'crossRegion';
  return toNeed('baseWithScope', JSON.stringify(base), JSON.stringify(scope));
});

/** `07:30`; `lastIsMidnight` also allows `24:00`. */
export function checkClock(lastIsMidnight: boolean): JsonCheck {
  return leaf((value) => {
    const isClock = typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
    if (isClock || (lastIsMidnight && value === '24:00')) return null;
    return toNeed('clock', lastIsMidnight ? '24:00' : '23:59');
  });
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Whether a date is in the calendar; `Date.parse` reads 30 February as 2 March. */
function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
}

/** An ISO time with its zone, a real date. */
export const checkInstant: JsonCheck = leaf((value) => {
  if (typeof value !== 'string') return toNeed('instant');
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return toNeed('timeOfDate');
  const [, date, , , zone] = INSTANT.exec(value) ?? [];
  if (date === undefined || !isDate(date) || !Number.isFinite(Date.parse(value))) return toNeed('instant');
  return zone === undefined ? toNeed('zoneOfTime') : null;
});

/** The IANA name of a time zone. */
export const checkTimeZone: JsonCheck = leaf((value) =>
  typeof value === 'string' && isTimeZone(value) ? null : toNeed('timeZone'),
);

const TOPIC_ARN = /^arn:aws(?:-[a-z]+)*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/;

/** The ARN of a standard topic; `isUnresolved` passes what is filled in at deployment. */
export function checkTopicArn(isUnresolved: (text: string) => boolean): JsonCheck {
  return leaf((value) => {
    if (typeof value === 'string' && (TOPIC_ARN.test(value) || isUnresolved(value))) return null;
    return toNeed('topicArn');
  });
}
