import { SCHEMA_VERSION } from '../../lib/contract';
import type { Explanation, QuotaReadings } from '../../lib/core/answers/explain';
import type { ErrorKind } from '../../lib/core/errors';
import type { CheckDocument } from '../../lib/core/vocabulary/check-document';
import type { Cause, Remedy, Usage } from '../../lib/core/vocabulary/finding';
import type { Dimension, Scope } from '../../lib/core/vocabulary/quota';

/** What an error means, as programs read it. */
export interface Answer {
  readonly error: { readonly kind: ErrorKind; readonly text: string; readonly meaning: string };
  /** The id given or found, also when it resolves to nothing. */
  readonly modelId: string | null;
  /** The scope the model was called in; `null` when the error can be tied to no model. */
  readonly scope: Scope | null;
  /** How the model was found stands at the end of the evidence. */
  readonly cause: Cause;
  /** From here on those of the quota that stops the caller; `null` when none does, or it cannot be told. */
  readonly quotaCode: string | null;
  readonly dimension: Dimension | null;
  readonly usage: Usage | null;
  readonly appliedValue: number | null;
  readonly defaultValue: number | null;
  readonly utilizationPercent: number | null;
  readonly remedies: readonly Remedy[];
  readonly candidates: readonly QuotaReadings[];
}

/** Where and when an answer holds. */
export interface AnswerHead {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly accountId: string | null;
  readonly region: string;
  /** ISO time in UTC. */
  readonly evaluatedAt: string;
}

/** The document of `explain --json`. */
export interface ExplainDocument extends AnswerHead, Answer {}

/** What is the same in every document of a Region. */
export function toHead({ accountId, region, evaluatedAt }: Omit<AnswerHead, 'schemaVersion'>): AnswerHead {
  return { schemaVersion: SCHEMA_VERSION, accountId, region, evaluatedAt };
}

/** An explanation as programs read it. */
export function toAnswer(explanation: Explanation): Answer {
  const { error, model, modelId, cause, notes, quota, remedies, candidates } = explanation;
  return {
    error: { kind: error.kind, text: error.text, meaning: error.meaning },
    modelId,
    scope: model?.scope ?? null,
    cause: { ...cause, evidence: [...cause.evidence, ...notes] },
    quotaCode: quota?.quotaCode ?? null,
    dimension: quota?.dimension ?? null,
    usage: quota?.usage ?? null,
    appliedValue: quota?.appliedValue ?? null,
    defaultValue: quota?.defaultValue ?? null,
    utilizationPercent: quota?.utilizationPercent ?? null,
    remedies,
    candidates,
  };
}

/** Makes the document of one account and Region. */
export function toExplainDocument(
  explanation: Explanation,
  place: Pick<CheckDocument, 'accountId' | 'region' | 'evaluatedAt'>,
): ExplainDocument {
  return { ...toHead(place), ...toAnswer(explanation) };
}
