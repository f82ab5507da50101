import { isSpentBy } from '../../measure/spending';
import { isOpenStatus } from '../../quotas/increase-request';
import type { ModelAvailability } from '../../quotas/model-availability';
import type { BlindSpot } from '../../vocabulary/blind-spot';
import { hidesQuotas, hidesTraffic } from '../../vocabulary/blind-spot';
import { isOfModels, type MappedQuota } from '../../vocabulary/quota';
import { spellCommand } from '../../vocabulary/shell-command';
import { MINUTES_PER_DAY } from '../../vocabulary/time';
import { type Check, type CheckSaid, toUnanswered, toUnread } from './check';
import type { ReadFacts } from './facts';

/** The calls of the product that read an account; each needs the IAM action of its name. */
export const READING_CALLS = [
  'servicequotas:ListServiceQuotas',
  'servicequotas:ListAWSDefaultServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
  'cloudwatch:ListMetrics',
  'cloudwatch:GetMetricData',
  'cloudwatch:GetMetricStatistics',
  'bedrock:ListFoundationModels',
  'bedrock:ListInferenceProfiles',
  'bedrock:GetFoundationModelAvailability',
] as const;

/** A model whose last day is nearer is near its end. */
const NEAR_END_DAYS = 90;

/** Whether AWS refused for want of a permission, which lasts until someone gives it; other failures may pass. */
function isDenied(blindSpot: BlindSpot): boolean {
  return 'clauses' in blindSpot && blindSpot.clauses.some((one) => 'trouble' in one && one.trouble === 'allow');
}

/** @param made the calls that were made. */
function checkCalls(blindSpots: readonly BlindSpot[], made: ReadonlySet<string>): Check[] {
  return READING_CALLS.map((action): Check => {
    const id = `call/${action}`;
    const blindSpot = blindSpots.find(({ source }) => source === action);
    if (blindSpot) return { ...toUnread(id, blindSpot), status: isDenied(blindSpot) ? 'wrong' : 'unknown' };
    if (!made.has(action)) return { id, status: 'unknown', said: { kind: 'notTried' }, command: null };
    return { id, status: 'ok', said: { kind: 'called' }, command: null };
  });
}

function codesOf(quotas: readonly MappedQuota[]): string[] {
  return quotas.map(({ quotaCode }) => quotaCode).sort();
}

/** The next step for quotas of both kinds: a request where AWS takes one, else a case. */
function commandFor(quotas: readonly MappedQuota[]): string | null {
  const adjustable = quotas.filter((quota) => quota.adjustable);
  if (adjustable.length > 0) return spellCommand('request', ...codesOf(adjustable).map((value) => ({ value })));
  return quotas.length > 0 ? spellCommand('ticket', ...codesOf(quotas).map((value) => ({ value }))) : null;
}

function checkQuotas({ quotas, evaluation, blindSpots }: ReadFacts): Check[] {
  const unread = blindSpots.find(hidesQuotas);
  if (unread) return [toUnanswered('quotas', unread)];
  const own = quotas.filter(isOfModels);
  const unmapped = own.filter(({ mapping }) => mapping === 'unmapped').length;
  const zero = own.filter(({ appliedValue }) => appliedValue === 0);
  const below = own.filter(
    ({ appliedValue, defaultValue }) => appliedValue > 0 && defaultValue !== null && appliedValue < defaultValue,
  );
  const spent = (some: readonly MappedQuota[]) =>
    some.filter((quota) => evaluation.traffic.some((one) => isSpentBy(quota, one)));
  const [spentZero, spentBelow] = [spent(zero), spent(below)];
  const strangers = evaluation.activeModelIds.unmapped;
  return [
    {
      id: 'quotas/mapped',
      status: 'ok',
      said: { kind: 'mapped', mapped: own.length - unmapped, unmapped },
      command: unmapped > 0 ? 'quotas --unmapped' : null,
    },
    {
      id: 'quotas/zero',
      status: spentZero.length > 0 ? 'wrong' : 'ok',
      said: { kind: 'zero', zero: zero.length, spent: codesOf(spentZero) },
      command: commandFor(spentZero) ?? (zero.length > 0 ? 'quotas --zero' : null),
    },
    {
      id: 'quotas/belowDefault',
      status: 'ok',
      said: { kind: 'belowDefault', below: below.length, spent: codesOf(spentBelow) },
      command: null,
    },
    {
      id: 'quotas/unmappedUsage',
      status: strangers.length > 0 ? 'wrong' : 'ok',
      said: { kind: 'unmappedUsage', modelIds: strangers },
      command: strangers.length > 0 ? 'quotas --unmapped' : null,
    },
  ];
}

/** What AWS says against a model, in its own words; `null`: nothing. */
function barOf(one: Exclude<ModelAvailability, { blindSpot: BlindSpot }>): string | null {
  const { authorization, agreement, entitlement, region } = one;
  const bars = [
    authorization === 'NOT_AUTHORIZED' ? `authorization ${authorization}` : null,
    agreement !== null && agreement !== 'AVAILABLE' ? `agreement ${agreement}` : null,
    entitlement === 'NOT_AVAILABLE' ? `entitlement ${entitlement}` : null,
    region === 'NOT_AVAILABLE' ? `Region ${region}` : null,
  ].filter((bar) => bar !== null);
  return bars.length > 0 ? bars.join(', ') : null;
}

function checkAccess({ availability, evaluation }: ReadFacts): Check {
  const id = 'models/access';
  const called = new Set(evaluation.traffic.map(({ baseModelId }) => baseModelId));
  let [open, unsaid] = [0, 0];
  const closed: { modelId: string; why: string }[] = [];
  for (const one of availability) {
    if ('blindSpot' in one) {
      unsaid++;
      continue;
    }
    const why = barOf(one);
    if (why === null) open++;
    else closed.push({ modelId: one.modelId, why });
  }
  const barred = closed.map(({ modelId }) => modelId).filter((modelId) => called.has(modelId));
  const said: CheckSaid = { kind: 'access', asked: availability.length, open, unsaid, closed, called: barred };
  const isUnknown = unsaid > 0 || availability.length === 0;
  return { id, status: barred.length > 0 ? 'wrong' : isUnknown ? 'unknown' : 'ok', said, command: null };
}

function checkModels(facts: ReadFacts): Check[] {
  const { evaluation, lifecycles, blindSpots } = facts;
  const { traffic, now } = evaluation;
  const access = checkAccess(facts);
  const unread = blindSpots.find(hidesTraffic);
  if (unread) return [access, toUnanswered('models/traffic', unread)];
  const unrated = [...new Set(traffic.filter(({ rate }) => rate === null).map(({ baseModelId }) => baseModelId))];
  const burndown: Check = {
    id: 'models/burndown',
    status: unrated.length > 0 ? 'unknown' : 'ok',
    said: { kind: 'burndown', modelIds: unrated.sort() },
    command: null,
  };
  const [untold] = lifecycles.blindSpots;
  if (untold) return [access, burndown, toUnanswered('models/lifecycle', untold)];
  const called = new Set(traffic.map(({ baseModelId }) => baseModelId));
  const leaving = lifecycles.value
    .filter(({ modelId }) => called.has(modelId))
    .map(({ modelId, status, endOfLife }) => ({ modelId, isLegacy: status === 'LEGACY', endOfLife }))
    .filter(
      ({ isLegacy, endOfLife }) =>
        isLegacy || (endOfLife !== null && endOfLife - now < NEAR_END_DAYS * MINUTES_PER_DAY),
    );
  return [
    access,
    burndown,
    {
      id: 'models/lifecycle',
      status: leaving.length > 0 ? 'wrong' : 'ok',
      said: { kind: 'lifecycle', models: leaving },
      command: null,
    },
  ];
}

function checkRequests({ requests, blindSpots }: ReadFacts): Check {
  const id = 'requests/open';
  const unread = blindSpots.find(({ source }) => source === 'servicequotas:ListRequestedServiceQuotaChangeHistory');
  if (unread) return toUnanswered(id, unread);
  const open = requests.filter(({ status, outcome }) => isOpenStatus(status) && outcome !== 'granted').length;
  const refused = requests.filter(({ outcome }) => outcome === 'notGranted').map(({ quotaCode }) => quotaCode);
  const notGranted = [...new Set(refused)].sort();
  const command = open + notGranted.length > 0 ? 'requests' : null;
  return { id, status: 'ok', said: { kind: 'requests', open, notGranted }, command };
}

/**
 * Whether refused calls, as CloudTrail recorded them, can be read.
 * @param blindSpot why not; `null`: they can
 */
export function checkRecords(blindSpot: BlindSpot | null): Check {
  const id = 'refusals/recorded';
  if (blindSpot === null) return { id, status: 'ok', said: { kind: 'recorded' }, command: 'explain --recent' };
  return { ...toUnread(id, blindSpot), status: isDenied(blindSpot) ? 'wrong' : 'unknown' };
}

/** What is right and wrong with the account itself. @param made the calls that were made. */
export function checkAccount(facts: ReadFacts, made: ReadonlySet<string>): Check[] {
  const unasked = facts.availability.find((one) => 'blindSpot' in one);
  const all = [...facts.blindSpots, ...(unasked && 'blindSpot' in unasked ? [unasked.blindSpot] : [])];
  return [...checkCalls(all, made), ...checkQuotas(facts), ...checkModels(facts), checkRequests(facts)];
}
