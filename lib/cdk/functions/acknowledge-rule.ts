import { CfnResource, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Metadata by which cdk-nag 2 knows what is acknowledged. @see https://github.com/cdklabs/cdk-nag#suppressing-a-rule (read 2026-11) */
const NAG_2 = 'cdk_nag';

/** A rule of cdk-nag that does not fit, and why. */
export interface AcknowledgedRule {
  /** `AwsSolutions-IAM5` … */
  readonly rule: string;
  /** What of several findings of the rule it is: `Resource::*` … @default - the rule as a whole */
  readonly finding?: string;
  readonly reason: string;
}

/** Each has what cdk-nag 2 and 3 read: theirs is a list in the metadata of the resource, and the validations of CDK. */
export function acknowledgeRule(construct: IConstruct, { rule, finding, reason }: AcknowledgedRule): void {
  const id = finding === undefined ? rule : `${rule}[${finding}]`;
  // AWS CDK 2.200 has none.
  const validations: typeof Validations | undefined = Validations;
  validations?.of(construct).acknowledge({ id: `AwsSolutions::${id}`, reason });
  const { defaultChild } = construct.node;
  if (!(defaultChild instanceof CfnResource)) return;
  const { rules_to_suppress: rules = [] } = (defaultChild.getMetadata(NAG_2) ?? {}) as { rules_to_suppress?: object[] };
  const added = { id: rule, reason, ...(finding === undefined ? {} : { applies_to: [finding] }) };
  defaultChild.addMetadata(NAG_2, { rules_to_suppress: [...rules, added] });
}
