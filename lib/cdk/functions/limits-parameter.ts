import { Aws } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { APPLICATION, LIMITS_PARAMETER_END } from '../../contract';
import { writeSnapshot } from '../../core/limits';

/** Name of the parameter in which the watchdog publishes the limits in force, for applications. */
export function limitsParameterNameOf(watchdogName: string): string {
  return `/${APPLICATION}/${watchdogName}${LIMITS_PARAMETER_END}`;
}

/** Properties of {@link LimitsParameter}. */
export interface LimitsParameterProps {
  readonly watchdogName: string;
}

/**
 * The limits in force, in a parameter of the stack's own, so that it leaves with the stack. It begins as a snapshot that was
 * never made; a deployment that changes nothing of it leaves what the watchdog has published since.
 */
export class LimitsParameter extends Construct {
  readonly parameter: StringParameter;

  constructor(scope: Construct, id: string, { watchdogName }: LimitsParameterProps) {
    super(scope, id);
    this.parameter = new StringParameter(this, 'Parameter', {
      parameterName: limitsParameterNameOf(watchdogName),
      // A name with tokens in it does not show that it has slashes.
      simpleName: false,
      description: `Bedrock limits in force, published by ${watchdogName} for its client library`,
      stringValue: writeSnapshot({
        accountId: Aws.ACCOUNT_ID,
        region: Aws.REGION,
        madeAt: null,
        account: null,
        models: [],
        leftOut: 0,
      }),
    });
  }
}
