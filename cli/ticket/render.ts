import { LARGE_INPUT_TOKENS, type TicketQuota } from '../../lib/core/answers/ticket';
import type { Usage, UsagePeriod } from '../../lib/core/answers/usage';
import { toIso } from '../../lib/core/vocabulary/time';
import { lookUp, spellCount, spellShare } from '../../lib/core/vocabulary/wording';
import { EN_COMMANDS } from '../../lib/language/command-words';
import { TICKET_CASE as T } from '../../lib/language/en/ticket-case';
import { toOneLine } from '../terminal/plain-text';

/** What a case is about, besides its quotas. */
export interface CaseFrame {
  readonly accountId: string | null;
  readonly region: string;
  readonly period: UsagePeriod;
  readonly useCase: string | null;
  /** Whether the text goes to Support as it is: nothing is left to fill in. */
  readonly isSent: boolean;
  readonly hasGaps: boolean;
}

/** Codes that a subject names one by one; more would be cut off in lists. */
const NAMED_CODES = 5;
/** Days and hours of throttles that are told. */
const TOLD_TIMES = 5;

const count = (value: number) => spellCount(value, EN_COMMANDS);
const at = (minute: number) => toIso(minute).slice(0, 16).replace('T', ' ');
const unitOf = ({ quota }: TicketQuota) => lookUp(EN_COMMANDS.dimensions, quota.dimension);

/** The title of the case: Region and codes. */
export function renderSubject(quotas: readonly TicketQuota[], region: string): string {
  const codes = quotas.map(({ quota }) => quota.quotaCode);
  return codes.length <= NAMED_CODES
    ? T.subject(region, codes.join(', '))
    : T.subjectMany(region, codes.slice(0, NAMED_CODES).join(', '), count(codes.length - NAMED_CODES));
}

function spellDesired(one: TicketQuota): string {
  const { desiredValue, basis, peak, quota } = one;
  if (desiredValue === null || basis === null) return T.noDesired;
  const isOneAbove = quota.defaultValue !== null && desiredValue === quota.defaultValue + 1;
  const why =
    basis === 'peak'
      ? T.basis.peak(count(peak ?? 0))
      : basis === 'default'
        ? isOneAbove
          ? T.basis.standard
          : T.basis.half
        : T.basis[basis];
  return T.desired(`${count(desiredValue)} ${unitOf(one)}`, why);
}

function spellThrottles({ usage, throttleTimes }: TicketQuota): string[] {
  if (!usage || !throttleTimes) return [T.notThrottled];
  const { calls, minutes, share } = usage.throttles;
  const { firstAt, lastAt, days, hours } = throttleTimes;
  const worst = [...days].sort((a, b) => b.calls - a.calls || a.day - b.day).slice(0, TOLD_TIMES);
  const told = worst.sort((a, b) => a.day - b.day).map((one) => `${toIso(one.day).slice(0, 10)} ${count(one.calls)}`);
  const clock = hours.slice(0, TOLD_TIMES).map((one) => `${String(one.hour).padStart(2, '0')}:00 ${count(one.calls)}`);
  return [
    T.throttled(count(calls), spellShare(share * 100), count(minutes), at(firstAt), at(lastAt)),
    T.throttledDays(`${told.join(', ')}${days.length > TOLD_TIMES ? ` (worst ${TOLD_TIMES} of ${days.length})` : ''}`),
    T.throttledHours(clock.join(', ')),
  ];
}

function spellGrowth({ trend }: Usage): string {
  if (!trend) return T.noGrowth;
  const text = T.growth(count(trend.perWeek), lookUp(EN_COMMANDS.dimensions, trend.dimension));
  return trend.limitWeek === null ? text : `${text}${T.meets(toIso(trend.limitWeek).slice(0, 10))}`;
}

function spellUse(one: TicketQuota): string[] {
  const { usage, quota, peak, largeShare } = one;
  if (one.unmeasured) return [T.unmeasured[one.unmeasured]];
  if (!usage) return [T.noTraffic];
  const { tokensPerMinute: tokens, requestsPerMinute: requests } = usage;
  const { inputTokensPerRequest: input, outputTokensPerRequest: output } = usage;
  const orUnknown = (value: number | undefined) => (value === undefined ? T.unknown : count(value));
  return [
    T.called(usage.modelIds.map(toOneLine).join(', ')),
    ...(tokens
      ? [
          T.steady(count(tokens.p50), orUnknown(requests?.p50), count(usage.busyMinutes)),
          T.peak(count(tokens.peak), orUnknown(requests?.peak), at(tokens.peakAt)),
          T.estimate,
        ]
      : []),
    ...(quota.dimension === 'tokensPerDay' && peak !== null ? [T.peakDay(count(peak))] : []),
    ...(input ? [T.input(count(input.average), count(input.p90))] : []),
    ...(output ? [T.output(count(output.average), count(output.p90))] : []),
    ...(largeShare === null ? [] : [T.large(spellShare(largeShare * 100), count(LARGE_INPUT_TOKENS))]),
    ...spellThrottles(one),
    spellGrowth(usage),
  ];
}

function renderQuota(one: TicketQuota, index: number): string {
  const { quota, sibling, openRequest } = one;
  const models = quota.scope === 'account' ? T.allModels : quota.modelIds.join(', ') || quota.modelLabel;
  const lines = [
    T.model(models),
    T.applied(count(quota.appliedValue), unitOf(one)),
    T.standard(quota.defaultValue === null ? T.unknown : count(quota.defaultValue)),
    spellDesired(one),
    quota.adjustable ? T.adjustable.yes : T.adjustable.no,
    ...(sibling ? [T.sibling(sibling.quotaCode, sibling.quotaName)] : []),
    ...(openRequest
      ? [
          T.open(
            count(openRequest.desiredValue),
            openRequest.createdAt?.slice(0, 10) ?? T.unknown,
            openRequest.caseId ?? T.unknown,
          ),
        ]
      : []),
    ...spellUse(one),
  ];
  return `## ${index + 1}. ${quota.quotaCode} ${toOneLine(quota.quotaName)}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function renderUseCase({ useCase, isSent }: CaseFrame): string[] {
  if (useCase === null && isSent) return [];
  return [`## ${T.useCase}\n\n${useCase ?? T.writeUseCase}`];
}

/** The text of the case as Markdown; ends with a line break. */
export function renderBody(quotas: readonly TicketQuota[], frame: CaseFrame): string {
  const { accountId, region, period, hasGaps } = frame;
  const head = [
    `# ${renderSubject(quotas, region)}`,
    T.account(accountId ?? T.unknown, region),
    `${T.source(at(period.from), at(period.until))}${hasGaps ? ` ${T.gaps}` : ''}`,
  ];
  const sections = [...head, ...renderUseCase(frame), ...quotas.map(renderQuota)];
  return `${[...sections, `## ${T.strategy}\n\n${T.smallFirst}\n\n${T.notes}`].join('\n\n')}\n`;
}
