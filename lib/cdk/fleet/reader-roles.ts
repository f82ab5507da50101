import { Aws, CfnParameter, CfnStackSet, Fn, Stack, Token } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { externalIdOf, readerRoleNameOf, readerStackNameOf } from '../reader/reader-role';
import { READER_PARAMETERS, readerRoleTemplate } from '../reader/reader-role-template';
import type { Fleet } from './fleet';

/** Where the template of one account is, within the project and the package. */
export const READER_TEMPLATE = 'docs/reader-role.template.json';

/** The parameter of the stack that asks for the organisation's root. */
const ROOT_PARAMETER = 'OrganizationRootId';

/** Properties of {@link ReaderRoles}. */
export interface ReaderRolesProps {
  readonly watchdogName: string;
  readonly fleet: Fleet;
  readonly worker: IFunction;
  /** ARN of the workers' role. */
  readonly workerRoleArn: string;
}

/** The roles by which other accounts are read: made in those of the organisation, and how to make one elsewhere. */
export class ReaderRoles extends Construct {
  /** Name of the role in each account. */
  readonly roleName: string;
  /** What the watchdog says when it takes a reader role, and the role asks for. */
  readonly externalId: string;
  /** All who may assume it: the workers' role, and those of operators; separated by commas. */
  readonly trustedRoleArns: string;
  /** Makes the role in the account whose credentials it is given. */
  readonly command: string;
  /** `undefined` without an organisation. */
  readonly stackSet: CfnStackSet | undefined;

  constructor(scope: Construct, id: string, { watchdogName, fleet, worker, workerRoleArn }: ReaderRolesProps) {
    super(scope, id);
    this.roleName = readerRoleNameOf(watchdogName);
    this.externalId = externalIdOf(watchdogName);
    const { operators } = fleet;
    const trusted = Token.isUnresolved(operators) ? [Fn.join(',', [...operators])] : operators;
    this.trustedRoleArns = Fn.join(',', [workerRoleArn, ...trusted]);
    const parameters = {
      [READER_PARAMETERS.roleName]: this.roleName,
      [READER_PARAMETERS.trusted]: this.trustedRoleArns,
      [READER_PARAMETERS.externalId]: this.externalId,
    };
    const overrides = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    const stackName = readerStackNameOf(watchdogName);
    this.command = [
      `aws cloudformation deploy --stack-name ${stackName} --template-file ${READER_TEMPLATE}`,
      `--capabilities CAPABILITY_NAMED_IAM --parameter-overrides ${overrides.join(' ')}`,
    ].join(' ');
    this.stackSet = fleet.organization && this.createStackSet(watchdogName, fleet.organization, parameters);
    // A role can trust only a role that IAM knows everywhere; with its function made, it does.
    this.stackSet?.node.addDependency(worker);
  }

  private createStackSet(
    watchdogName: string,
    organization: NonNullable<Fleet['organization']>,
    parameters: Readonly<Record<string, string>>,
  ): CfnStackSet {
    const { exclude, delegatedAdministrator } = organization;
    return new CfnStackSet(this, 'StackSet', {
      stackSetName: readerStackNameOf(watchdogName),
      description: `Lets ${watchdogName} read the Bedrock quotas of each account and their use`,
      permissionModel: 'SERVICE_MANAGED',
      ...(delegatedAdministrator ? { callAs: 'DELEGATED_ADMIN' } : {}),
      // Accounts that join the units get the role, those that leave them lose it.
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
      capabilities: ['CAPABILITY_NAMED_IAM'],
      managedExecution: { Active: true },
      // An account that takes no stack, as a suspended one, holds up no other; it is told as one that cannot be read.
      operationPreferences: { failureTolerancePercentage: 100, maxConcurrentPercentage: 100 },
      parameters: Object.entries(parameters).map(([parameterKey, parameterValue]) => ({
        parameterKey,
        parameterValue,
      })),
      stackInstancesGroup: [
        {
          // IAM is one for all Regions.
          regions: [Aws.REGION],
          deploymentTargets: {
            organizationalUnitIds: this.parentsOf(organization),
            ...(exclude.length === 0 ? {} : { accountFilterType: 'DIFFERENCE', accounts: [...exclude] }),
          },
        },
      ],
      templateBody: JSON.stringify(readerRoleTemplate()),
    });
  }

  /** What CloudFormation deploys below. It knows no "all", only the root. */
  private parentsOf({ all, rootId, organizationalUnits }: NonNullable<Fleet['organization']>): string[] {
    if (!all) return [...organizationalUnits];
    return [rootId ?? this.askForRoot().valueAsString];
  }

  /** One for all watchdogs of a stack: an account is in one organisation. */
  private askForRoot(): CfnParameter {
    const stack = Stack.of(this);
    const asked = stack.node.tryFindChild(ROOT_PARAMETER);
    if (asked instanceof CfnParameter) return asked;
    return new CfnParameter(stack, ROOT_PARAMETER, {
      type: 'String',
      description:
        'Id of the root of the organization: aws organizations list-roots --query "Roots[0].Id" --output text',
      allowedPattern: '^r-[0-9a-z]{4,32}$',
      constraintDescription: 'an id such as r-ab12, as aws organizations list-roots tells it, is needed',
    });
  }
}
