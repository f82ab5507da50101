import { WEEKDAYS } from './alert-rules';
import { FINDING_KINDS } from './finding';
import { type JsonCheck, leaf, oneOf } from './json-check';
import { createModelIdResolver } from './metric-model-id';
import { KNOWN_MODELS } from './model-catalog';
import { providerPrefixes } from './model-id';
import type { Dimension, Scope } from './quota';
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
};
const DIMENSIONS: Record<Dimension, true> = {
  tokensPerMinute: true,
  requestsPerMinute: true,
  tokensPerDay: true,
  inputTokensPerMinute: true,
  outputTokensPerMinute: true,
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
  typeof value === 'number' && value > 0 && value <= HIGHEST_PERCENT
    ? null
    : `a percent above 0 and up to ${HIGHEST_PERCENT} is needed`,
);

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT;
}

/** Why something is muted, for people. */
export const checkReason: JsonCheck = leaf((value) =>
  isText(value) ? null : `a reason of 1 to ${LONGEST_TEXT} characters is needed`,
);

/** A quota code, or a pattern that some code can match. */
export const checkQuotaCode: JsonCheck = leaf((value) => {
  const isCode = typeof value === 'string' && /^L-[0-9A-F]{8}$/i.test(value);
  const isCodePattern = typeof value === 'string' && /[*?]/.test(value) && /^[L0-9A-F*?-]{1,32}$/i.test(value);
  return isCode || isCodePattern ? null : 'a quota code such as L-F4DDD3EB or a pattern such as L-F4* is needed';
});

const resolveModelId = createModelIdResolver({ models: KNOWN_MODELS, profiles: [] });
const PROVIDERS = providerPrefixes(KNOWN_MODELS);

/** The base id behind a profile id or a pattern of them (`us.anthropic.*`); `null` for what has no such prefix. */
function withoutProfilePrefix(pattern: string): string | null {
  const [, prefix = '', rest = ''] = /^([a-z0-9-]+)\.(.*)$/.exec(pattern.toLowerCase()) ?? [];
  if (prefix === '' || PROVIDERS.has(prefix)) return null;
  // The resolver knows the prefixes; a model that no list names shows whether it takes this one for a prefix.
  const probe = resolveModelId(`${prefix}.anthropic.not-listed`);
  const isPrefix = probe.kind === 'pool' && probe.via === 'profile';
  return isPrefix || PROVIDERS.has(rest.split('.')[0] ?? '') ? rest : null;
}

/** A model id, label or pattern, whatever it is the id of. */
export const checkAnyModel: JsonCheck = leaf((value) => {
  if (!isText(value) || value.trim() !== value) {
    return `a model id, a label or a pattern of 1 to ${LONGEST_TEXT} characters without spaces around it is needed`;
  }
  return /[\\^$|[\]{}]/.test(value) ? 'only the wildcards * and ? are known, no regular expressions' : null;
});

/** A base model id, a label, or a pattern of them: what quotas are about. */
export const checkQuotaModel: JsonCheck = leaf((value) => {
  if (typeof value !== 'string') return null;
  const hint = 'only "kind": "unmappedUsage" takes any id';
  if (value.startsWith('arn:')) {
    return `the base model id is needed, for a quota is shared by all that call the model (${hint})`;
  }
  const base = withoutProfilePrefix(value);
  if (base === null) return null;
  const scope = value.toLowerCase().startsWith('global.') ? 'globalCrossRegion' : 'crossRegion';
  return `profiles of all geographies share one quota: write ${JSON.stringify(base)} and "scope": "${scope}" (${hint})`;
});

/** `07:30`; `lastIsMidnight` also allows `24:00`. */
export function checkClock(lastIsMidnight: boolean): JsonCheck {
  return leaf((value) => {
    const isClock = typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
    if (isClock || (lastIsMidnight && value === '24:00')) return null;
    return `a time such as 07:30, from 00:00 to ${lastIsMidnight ? '24:00' : '23:59'}, is needed`;
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
  const form = 'an ISO time with its zone such as 2026-12-01T00:00:00Z or 2026-12-01T00:00-03:00 is needed';
  if (typeof value !== 'string') return form;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `the time and its zone are missing: ${form}`;
  const [, date, , , zone] = INSTANT.exec(value) ?? [];
  if (date === undefined || !isDate(date) || !Number.isFinite(Date.parse(value))) return form;
  return zone === undefined ? `the time zone is missing: ${form}` : null;
});

/** The IANA name of a time zone. */
export const checkTimeZone: JsonCheck = leaf((value) =>
  typeof value === 'string' && isTimeZone(value)
    ? null
    : 'the IANA name of a time zone such as America/Sao_Paulo or UTC is needed',
);

const TOPIC_ARN = /^arn:aws(?:-[a-z]+)*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/;

/** The ARN of a standard topic; `isUnresolved` passes what is filled in at deployment. */
export function checkTopicArn(isUnresolved: (text: string) => boolean): JsonCheck {
  return leaf((value) => {
    if (typeof value === 'string' && (TOPIC_ARN.test(value) || isUnresolved(value))) return null;
    return 'the ARN of a standard SNS topic such as arn:aws:sns:us-east-1:111122223333:payments is needed';
  });
}
