import { type CommandWord, spellCommand } from '../../vocabulary/shell-command';
import type { SpendingHabit } from './spending-habits';

/** Why a step is done or open, as data. */
export type StepSaid =
  | { readonly kind: 'unread' }
  | { readonly kind: 'quotasSeen'; readonly adjustable: number; readonly fixed: number }
  | { readonly kind: 'toAsk'; readonly quotaCodes: readonly string[] }
  | { readonly kind: 'toWrite'; readonly quotaCodes: readonly string[] }
  /** Quotas that are 0 while no model is called: which of them are needed, only the reader knows. */
  | { readonly kind: 'whichZero'; readonly zero: number }
  | { readonly kind: 'caseOpen'; readonly caseIds: readonly string[] }
  | { readonly kind: 'throttles'; readonly calls: number; readonly modelIds: readonly string[] }
  | { readonly kind: 'watch'; readonly isDeployed: boolean }
  | { readonly kind: 'tight'; readonly modelIds: readonly string[] }
  | { readonly kind: 'capacity'; readonly modelIds: readonly string[] }
  | { readonly kind: 'habits'; readonly habits: readonly SpendingHabit[]; readonly reserved: readonly string[] };

/** A step of the procedure against throttling. */
export interface Step {
  readonly when: 'today' | 'thisWeek' | 'nextWeeks';
  readonly id: string;
  /** `false` also where nothing could be read. */
  readonly done: boolean;
  readonly said: StepSaid;
  /** The one command that does it: of this program, or a whole one; `null` when done, or no command does it. */
  readonly command: StepCommand | null;
}

/** `program`: to follow the program's name. */
export interface StepCommand {
  readonly text: string;
  readonly isProgram: boolean;
}

/** A command of this program; `null` where a value cannot be an argument. */
export function ofProgram(...words: readonly CommandWord[]): StepCommand | null {
  const text = spellCommand(...words);
  return text === null ? null : { text, isProgram: true };
}

/** A step of which nothing is known, so it is not done. @param command to find out. */
export function toUnreadStep(step: Pick<Step, 'when' | 'id'>, command: StepCommand | null = null): Step {
  return { ...step, done: false, said: { kind: 'unread' }, command };
}
