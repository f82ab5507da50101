import type { IncreaseRequest } from '../../quotas/increase-request';
import type { Remedy } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCount, spellScope } from '../../vocabulary/wording';
import type { Words } from '../../words/words';

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

/** The command that asks Service Quotas for an increase. */
export function increaseCommand(quotaCode: string, desiredValue: number, region: string): string {
  return (
    'aws service-quotas request-service-quota-increase --service-code bedrock ' +
    `--quota-code ${quotaCode} --desired-value ${desiredValue} --region ${region}`
  );
}

/** Where an increase is asked for, what is asked already, and the language of the advice. */
export interface IncreaseSources {
  readonly region: string;
  /** Requests that are open, as far as they are known. */
  readonly openRequests: readonly IncreaseRequest[];
  readonly words: Words;
}

/**
 * `an increase to 5,000,001 is open since 2026-10-03, case 1234567890: ask for news in that case`; `null` when none is. AWS
 * takes one request for a quota at a time, so what is more than asked for has to wait as well.
 */
export function spellOpenRequest(
  { quotaCode }: MappedQuota,
  { openRequests, words }: Pick<IncreaseSources, 'openRequests' | 'words'>,
): string | null {
  const open = openRequests.findLast((request) => request.quotaCode === quotaCode);
  if (!open) return null;
  return words.remedy.open(spellCount(open.desiredValue, words), open.createdAt?.slice(0, 10) ?? null, open.caseId);
}

function increaseRemedy(quota: MappedQuota, peak: number, sources: IncreaseSources): Remedy {
  const { region, words } = sources;
  const { askInConsole, defaultBack, ask, askUnknown } = words.remedy;
  const open = spellOpenRequest(quota, sources);
  if (open !== null) return { title: `${open.charAt(0).toUpperCase()}${open.slice(1)}`, command: null };
  if (quota.defaultValue === null && quota.appliedValue === 0) {
    return { title: askInConsole(quota.quotaCode), command: null };
  }
  const desiredValue = desiredValueOf(quota, peak);
  const isRestore =
    quota.defaultValue !== null && quota.appliedValue < quota.defaultValue && desiredValue === quota.defaultValue + 1;
  const askFor = quota.defaultValue === null ? askUnknown : ask;
  const title = isRestore ? defaultBack : askFor(spellCount(desiredValue, words));
  return { title, command: increaseCommand(quota.quotaCode, desiredValue, region) };
}

/** Ways to a larger quota that AWS accepts: the quota itself, an adjustable sibling of the model, a Support case. */
export function increaseRemedies(
  quota: MappedQuota,
  peak: number,
  sources: IncreaseSources & { readonly quotas: readonly MappedQuota[] },
): Remedy[] {
  const { quotas, words } = sources;
  if (quota.adjustable) return [increaseRemedy(quota, peak, sources)];
  const sibling = quotas.find(
    (other) =>
      other.adjustable &&
      other.endpoint === quota.endpoint &&
      other.scope === 'crossRegion' &&
      other.variant === null &&
      other.dimension === 'tokensPerMinute' &&
      other.modelIds.some((id) => quota.modelIds.includes(id)),
  );
  const support: Remedy = { title: words.remedy.support(quota.quotaCode), command: null };
  if (!sibling) return [support];
  const scope = spellScope(sibling.scope, words);
  const open = spellOpenRequest(sibling, sources);
  if (open !== null) {
    return [
      { title: words.remedy.siblingOpen(quota.quotaCode, sibling.quotaCode, scope, open), command: null },
      support,
    ];
  }
  // A peak of requests or of a day says nothing about tokens per minute.
  const tokenPeak = quota.dimension === 'tokensPerMinute' ? peak : 0;
  const door = increaseRemedy(sibling, tokenPeak, sources);
  const spellDoor = door.command === null ? words.remedy.siblingByConsole : words.remedy.sibling;
  return [
    {
      title: spellDoor(quota.quotaCode, sibling.quotaCode, scope),
      command: door.command,
    },
    support,
  ];
}
