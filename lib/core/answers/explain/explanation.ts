import type { Evaluation } from '../../findings/evaluation';
import type { ModelAvailability } from '../../quotas/model-availability';
import type { ResolvedModelId } from '../../traffic/model-traffic';
import type { Cause, CauseKind, Remedy, Usage } from '../../vocabulary/finding';
import type { InferenceProfile } from '../../vocabulary/model';
import type { Dimension, MappedQuota, Scope } from '../../vocabulary/quota';
import type { AnswerWords } from '../../words/words';
import type { ErrorText } from './error-text';
import type { ExplainedModel } from './model';

/** What an error is explained by; the same input gives the same answer. */
export interface ExplanationInput {
  /** As the caller saw it; from outside, and not to be trusted. */
  readonly text: string;
  /** The id that was called; `null` when it is not given. Wins over one in the text. */
  readonly modelId: string | null;
  /** The id is that of a recorded call, which nobody gave. @default false */
  readonly isRecorded?: boolean;
  /** All of the Region, joined with their models. */
  readonly quotas: readonly MappedQuota[];
  /** Inference profiles of the Region. */
  readonly profiles: readonly InferenceProfile[];
  /** Which model an id calls, and in which scope. */
  readonly resolve: (modelId: string) => ResolvedModelId;
  /** The state of the account. */
  readonly evaluation: Evaluation;
  /** The Region that was taken from the text. @default null: it was named otherwise */
  readonly regionOfText?: string | null;
  /** What AWS answered of the access to the model. @default null: it was not asked */
  readonly availability?: ModelAvailability | null;
  /** Of the sentences. */
  readonly words: AnswerWords;
}

/** A quota that may be meant, with the numbers of now. */
export interface QuotaReadings {
  /** `L-` and eight characters. */
  readonly quotaCode: string;
  /** As Service Quotas has it. */
  readonly quotaName: string;
  /** Which calls spend it. */
  readonly scope: Scope;
  /** What it counts. */
  readonly dimension: Dimension;
  /** `null` when no use was seen. */
  readonly usage: Usage | null;
  /** The value in force; 0 is a value. */
  readonly appliedValue: number;
  /** `null` when AWS did not say. */
  readonly defaultValue: number | null;
  /** `null` without use, and for a zero quota. */
  readonly utilizationPercent: number | null;
  /** Whether a request can raise it. */
  readonly adjustable: boolean;
}

/** An error joined with the state of the account. */
export interface Explanation {
  /** What the text says. */
  readonly error: ErrorText;
  /** The id that was given or found, also when it resolves to nothing. */
  readonly modelId: string | null;
  /** `null` when the error can be tied to no model. */
  readonly model: ExplainedModel | null;
  /** How the model was found, or why none was; sentences. */
  readonly notes: readonly string[];
  /** Why the call was refused; of kind `unknown` when the numbers do not tell. */
  readonly cause: Cause;
  /** The quota that stops the caller; `null` when none does, or it cannot be told. */
  readonly quota: QuotaReadings | null;
  /** Quotas of the right kind and scope, {@link Explanation.quota} first, then the fullest. */
  readonly candidates: readonly QuotaReadings[];
  /** What to do, in this order. */
  readonly remedies: readonly Remedy[];
}

/** Causes by which a quota of the account stops the caller. */
const OWN_QUOTA: ReadonlySet<CauseKind> = new Set<CauseKind>([
  'zeroQuota',
  'tokensPerMinute',
  'requestsPerMinute',
  'tokensPerDay',
  'reservation',
  'burst',
]);

/** Whether a quota of the account is what stops the caller. */
export function isOwnQuota({ cause }: Explanation): boolean {
  return OWN_QUOTA.has(cause.kind);
}
