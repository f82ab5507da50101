import type { IncreaseRequest } from '../../quotas/increase-request';
import type { FoundRemedy, Phrase } from '../../vocabulary/found';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCommand } from '../../vocabulary/shell-command';
import { spellCount, spellScope } from '../../vocabulary/wording';

/** An increase should leave the peak seen at this share of the new value. */
export const TARGET_SHARE = 0.6;

/** Rounds up to two significant digits, so that a number reads like one a person wrote. */
export function roundUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
  return Math.ceil(value / step) * step;
}

/**
 * The value to ask for: enough for the peak, always above what is applied, and above AWS's default, for the API refuses
 * anything else ("You must provide a quota value greater than the default quota value").
 * Worked number: applied 1,000,000, default 5,000,000, peak 970,412 → 5,000,001.
 */
export function desiredValueOf(quota: MappedQuota, peak: number): number {
  const wanted = roundUp(Math.max(peak / TARGET_SHARE, quota.appliedValue * 1.5));
  return Math.max(wanted, (quota.defaultValue ?? 0) + 1);
}

/** The command that asks Service Quotas for an increase; `null` where the code cannot be an argument. */
export function increaseCommand(quotaCode: string, desiredValue: number, region: string): string | null {
  return spellCommand(
    'aws service-quotas request-service-quota-increase --service-code bedrock --quota-code',
    { value: quotaCode },
    `--desired-value ${desiredValue} --region`,
    { value: region },
  );
}

/** Where an increase is asked for, and what is asked already. */
export interface IncreaseSources {
  readonly region: string;
  /** Requests that are open, as far as they are known. */
  readonly openRequests: readonly IncreaseRequest[];
}

/**
 * `an increase to 5,000,001 is open since 2026-10-03, case 1234567890: ask for news in that case`; `null` when none is. AWS
 * takes one request for a quota at a time, so what is more than asked for has to wait as well.
 */
export function tellOpenRequest(
  { quotaCode }: MappedQuota,
  { openRequests }: Pick<IncreaseSources, 'openRequests'>,
): Phrase | null {
  const open = openRequests.findLast((request) => request.quotaCode === quotaCode);
  if (!open) return null;
  const { desiredValue, createdAt, caseId } = open;
  return (words) => words.remedy.open(spellCount(desiredValue, words), createdAt?.slice(0, 10) ?? null, caseId);
}

function capitalized(phrase: Phrase): Phrase {
  return (words) => {
    const text = phrase(words);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  };
}

function nameIncrease(quota: MappedQuota, desiredValue: number): Phrase {
  const { appliedValue, defaultValue } = quota;
  const isRestore = defaultValue !== null && appliedValue < defaultValue && desiredValue === defaultValue + 1;
  return (words) => {
    const { defaultBack, ask, askUnknown } = words.remedy;
    if (isRestore) return defaultBack;
    return (defaultValue === null ? askUnknown : ask)(spellCount(desiredValue, words));
  };
}

function increaseRemedy(quota: MappedQuota, peak: number, sources: IncreaseSources): FoundRemedy {
  const open = tellOpenRequest(quota, sources);
  if (open !== null) return { title: capitalized(open), command: null };
  if (quota.defaultValue === null && quota.appliedValue === 0) {
    return { title: (words) => words.remedy.askInConsole(quota.quotaCode), command: null };
  }
  const desiredValue = desiredValueOf(quota, peak);
  return {
    title: nameIncrease(quota, desiredValue),
    command: increaseCommand(quota.quotaCode, desiredValue, sources.region),
  };
}

/** The adjustable quota whose increase AWS takes as a door to others of the same model: cross-Region tokens per minute. */
export function findSibling(quota: MappedQuota, quotas: readonly MappedQuota[]): MappedQuota | undefined {
  return quotas.find(
    (other) =>
      other.adjustable &&
      other.endpoint === quota.endpoint &&
      other.scope === 'crossRegion' &&
      other.variant === null &&
      other.dimension === 'tokensPerMinute' &&
      other.modelIds.some((id) => quota.modelIds.includes(id)),
  );
}

function siblingRemedy(quota: MappedQuota, sibling: MappedQuota, peak: number, sources: IncreaseSources): FoundRemedy {
  const open = tellOpenRequest(sibling, sources);
  if (open !== null) {
    return {
      title: (words) =>
        words.remedy.siblingOpen(quota.quotaCode, sibling.quotaCode, spellScope(sibling.scope, words), open(words)),
      command: null,
    };
  }
  // A peak of requests or of a day says nothing about tokens per minute.
  const { command } = increaseRemedy(sibling, quota.dimension === 'tokensPerMinute' ? peak : 0, sources);
  return {
    title: (words) => {
      const spell = command === null ? words.remedy.siblingByConsole : words.remedy.sibling;
      return spell(quota.quotaCode, sibling.quotaCode, spellScope(sibling.scope, words));
    },
    command,
  };
}

/** Ways to a larger quota that AWS accepts: the quota itself, an adjustable sibling of the model, a Support case. */
export function increaseRemedies(
  quota: MappedQuota,
  peak: number,
  sources: IncreaseSources & { readonly quotas: readonly MappedQuota[] },
): FoundRemedy[] {
  if (quota.adjustable) return [increaseRemedy(quota, peak, sources)];
  const sibling = findSibling(quota, sources.quotas);
  const support: FoundRemedy = { title: (words) => words.remedy.support(quota.quotaCode), command: null };
  return sibling ? [siblingRemedy(quota, sibling, peak, sources), support] : [support];
}
