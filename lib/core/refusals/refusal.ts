import type { ErrorKind } from '../errors';

/** One call that Bedrock refused, in AWS's own words, as CloudTrail recorded it. No prompt and no body is in it. */
export interface Refusal {
  /** CloudTrail's id of the event: what came twice is one refusal. */
  readonly eventId: string;
  /** Milliseconds since 1970 at which the call was made, to the second. */
  readonly at: number;
  readonly region: string;
  /** Twelve digits; `null`: the record does not say. */
  readonly accountId: string | null;
  /** `Converse`. */
  readonly operation: string;
  /** As the caller wrote it: a model id, a profile id or an ARN; `null`: the record does not say. */
  readonly modelId: string | null;
  readonly kind: ErrorKind;
  /** `ThrottlingException`. */
  readonly errorCode: string;
  /** AWS's message as it stands there; the code where there is none. */
  readonly text: string;
  /** Role and session, or user; `null`: the record does not say, or principals are left out. */
  readonly principal: string | null;
  /** `null`: the record does not say. */
  readonly userAgent: string | null;
}

/** Refusals that are the same but for their time. */
export interface RefusalGroup
  extends Pick<Refusal, 'kind' | 'errorCode' | 'text' | 'modelId' | 'principal' | 'userAgent'> {
  /** How many; each event counts once. */
  readonly calls: number;
  /** Milliseconds since 1970 of the first and the last. */
  readonly from: number;
  readonly to: number;
}
