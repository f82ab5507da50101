import { isOpenStatus } from '../../quotas/increase-request';
import { hidesQuotas, hidesTraffic } from '../../vocabulary/blind-spot';
import { isOfModels, type MappedQuota } from '../../vocabulary/quota';
import type { AccountFacts } from './facts';
import { findShortQuotas } from './short-quotas';
import { ofProgram, type Step, toUnreadStep } from './step';

const when = 'today';

function seeQuotas(own: readonly MappedQuota[]): Step {
  const id = 'seeQuotas';
  if (own.length === 0) return toUnreadStep({ when, id }, ofProgram('quotas'));
  const adjustable = own.filter((quota) => quota.adjustable).length;
  return {
    when,
    id,
    done: true,
    said: { kind: 'quotasSeen', adjustable, fixed: own.length - adjustable },
    command: null,
  };
}

/** Done where none of the quotas is short. */
function raise(id: string, quotas: readonly MappedQuota[], kind: 'toAsk' | 'toWrite'): Step {
  const quotaCodes = quotas.map(({ quotaCode }) => quotaCode).sort();
  const codes = quotaCodes.map((value) => ({ value }));
  const isDone = quotas.length === 0;
  return {
    when,
    id,
    done: isDone,
    said: { kind, quotaCodes },
    command: isDone ? null : ofProgram(kind === 'toAsk' ? 'request' : 'ticket', ...codes),
  };
}

/** See the quotas, ask for what a request raises, write the ticket for the rest. */
export function stepsOfToday({ quotas, evaluation, requests, blindSpots }: AccountFacts): Step[] {
  const own = quotas.filter(isOfModels);
  const [ask, write] = ['askAdjustable', 'prepareTicket'] as const;
  if (blindSpots.some((one) => hidesQuotas(one) || hidesTraffic(one))) {
    return [seeQuotas(own), ...[ask, write].map((id) => toUnreadStep({ when, id }, ofProgram('quotas')))];
  }
  const zero = own.filter(({ appliedValue }) => appliedValue === 0).length;
  if (evaluation.traffic.length === 0 && zero > 0) {
    const toChoose = (id: string): Step => {
      return { when, id, done: false, said: { kind: 'whichZero', zero }, command: ofProgram('quotas --zero') };
    };
    return [seeQuotas(own), toChoose(ask), toChoose(write)];
  }
  const asked = new Set(requests.filter(({ status }) => isOpenStatus(status)).map(({ quotaCode }) => quotaCode));
  const short = findShortQuotas({ quotas, evaluation }).filter(({ quotaCode }) => !asked.has(quotaCode));
  const [byRequest, byCase] = [short.filter((one) => one.adjustable), short.filter((one) => !one.adjustable)];
  return [seeQuotas(own), raise(ask, byRequest, 'toAsk'), raise(write, byCase, 'toWrite')];
}
