/** The facts of `ListInferenceProfiles` the product needs. */
export interface InferenceProfile {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly type: 'SYSTEM_DEFINED' | 'APPLICATION';
  /** ARNs of the foundation models it routes to. */
  readonly modelArns: readonly string[];
}

/** The facts of `ListFoundationModels` the product needs. */
export interface FoundationModel {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  /** Empty when AWS says neither. */
  readonly inferenceTypes: readonly string[];
}
