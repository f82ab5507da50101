import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { Architecture, Tracing } from 'aws-cdk-lib/aws-lambda';

/** How the functions of a watchdog run, by the names that `aws-cdk-lib` has for it. */
export interface FunctionOptions {
  /**
   * MiB of each function; from 128 to 10,240. More buys CPU, which they need little of: they wait for AWS.
   * @default 256
   */
  readonly memorySize?: number;

  /**
   * Processors the functions run on. Their code is the same for both.
   * @default Architecture.ARM_64
   */
  readonly architecture?: Architecture;

  /**
   * Whether AWS X-Ray traces the runs; the roles get what that takes. X-Ray bills traces past 100,000 a month, and each
   * tick is one.
   * @default Tracing.DISABLED
   */
  readonly tracing?: Tracing;

  /**
   * The VPC the functions are put into; the roles get what that takes. They must reach, by a NAT gateway or by endpoints,
   * Service Quotas, CloudWatch, Bedrock, DynamoDB, SNS, SSM, and what else is turned on: EventBridge, SQS, STS, Organizations.
   * @default - none
   */
  readonly vpc?: IVpc;

  /**
   * Subnets of `vpc`.
   * @default - the private ones
   */
  readonly vpcSubnets?: SubnetSelection;

  /**
   * Security groups of the functions in `vpc`.
   * @default - one for each function, which may call and is not called
   */
  readonly securityGroups?: readonly ISecurityGroup[];
}
