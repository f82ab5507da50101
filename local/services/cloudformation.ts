import { needParameter, type QueryService } from '../wire/aws-query';
import { ServiceError } from '../wire/service-error';

/** A stack as it was deployed. */
export interface LocalStack {
  readonly outputs: Readonly<Record<string, string>>;
  /** Logical id → type and physical id. */
  readonly resources: Readonly<Record<string, { readonly type: string; readonly physicalId: string }>>;
}

/** The CloudFormation API of the account, as far as it tells of stacks: nothing is deployed by it. */
export function createCloudFormation(stacks: ReadonlyMap<string, LocalStack>): QueryService {
  const needStack = (parameters: URLSearchParams): [string, LocalStack] => {
    const name = needParameter(parameters, 'StackName');
    const stack = stacks.get(name);
    // CloudFormation has no error of its own for it.
    if (!stack) throw new ServiceError('ValidationError', `Stack with id ${name} does not exist`);
    return [name, stack];
  };
  return {
    DescribeStacks: (parameters) => {
      const [name, { outputs }] = needStack(parameters);
      const all = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
      return { Stacks: [{ StackName: name, StackStatus: 'CREATE_COMPLETE', Outputs: all }] };
    },
    DescribeStackResources: (parameters) => {
      const [name, { resources }] = needStack(parameters);
      return {
        StackResources: Object.entries(resources).map(([LogicalResourceId, { type, physicalId }]) => ({
          StackName: name,
          LogicalResourceId,
          PhysicalResourceId: physicalId,
          ResourceType: type,
          ResourceStatus: 'CREATE_COMPLETE',
        })),
      };
    },
  };
}
