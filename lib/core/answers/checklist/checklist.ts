import type { AccountFacts } from './facts';
import { stepsOfNextWeeks } from './next-weeks';
import type { Step } from './step';
import { stepsOfWeek } from './this-week';
import { stepsOfToday } from './today';

/** The usual procedure against throttling, each step done or open by what the account itself shows. */
export function toChecklist(facts: AccountFacts): Step[] {
  const today = stepsOfToday(facts);
  return [...today, ...stepsOfWeek(facts, today), ...stepsOfNextWeeks(facts)];
}
