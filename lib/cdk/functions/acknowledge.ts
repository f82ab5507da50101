import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Why something is as a rule would not have it. */
export interface Acknowledgement {
  /** Of the rule, as its checker spells it. */
  readonly id: string;
  readonly reason: string;
}

/** Says why a construct is as a rule would not have it; to nobody where the CDK is too old to ask (2.200 is). */
export function acknowledge(construct: IConstruct, { id, reason }: Acknowledgement): void {
  const validations: typeof Validations | undefined = Validations;
  validations?.of(construct).acknowledge({ id, reason });
}
