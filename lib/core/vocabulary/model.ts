/** The facts of `ListInferenceProfiles` the product needs. */
export interface InferenceProfile {
  /** `us.…`, `global.…`, or AWS's own id of an application profile. */
  readonly id: string;
  /** Names it too where it is called. */
  readonly arn: string;
  /** As its maker called it. */
  readonly name: string;
  /** AWS's own, or one that the account made. */
  readonly type: 'SYSTEM_DEFINED' | 'APPLICATION';
  /** ARNs of the foundation models it routes to. */
  readonly modelArns: readonly string[];
}

/** The facts of `ListFoundationModels` the product needs. */
export interface FoundationModel {
  /** Base model id. */
  readonly id: string;
  /** As AWS lists it. */
  readonly name: string;
  /** Who made it, as AWS lists it. */
  readonly provider: string;
  /** Empty when AWS says neither. */
  readonly inferenceTypes: readonly string[];
}
