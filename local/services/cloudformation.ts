import { needParameter, type QueryService } from '../wire/aws-query';
import { ServiceError } from '../wire/service-error';

/** A stack as it was deployed. */
export interface LocalStack {
  readonly outputs: Readonly<Record<string, string>>;
  /** Logical id → type and physical id. */
  readonly resources: Readonly<Record<string, { readonly type: string; readonly physicalId: string }>>;
}

/** A page of a list: where the next one starts is its token. */
function pageOf<T>(all: readonly T[], parameters: URLSearchParams, size: number): { items: T[]; token: object } {
  const start = Number(parameters.get('NextToken') ?? 0);
  const next = start + size;
  return { items: all.slice(start, next), token: next < all.length ? { NextToken: String(next) } : {} };
}

function toStack(name: string, { outputs }: LocalStack) {
  const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  return { StackName: name, StackStatus: 'CREATE_COMPLETE', CreationTime: '2026-10-01T00:00:00Z', Outputs };
}

/** The CloudFormation API of the account, as far as it tells of stacks: nothing is deployed by it. */
export function createCloudFormation(stacks: ReadonlyMap<string, LocalStack>, pageSize: number): QueryService {
  const needStack = (parameters: URLSearchParams): [string, LocalStack] => {
    const name = needParameter(parameters, 'StackName');
    const stack = stacks.get(name);
    // CloudFormation has no error of its own for it.
    if (!stack) throw new ServiceError('ValidationError', `Stack with id ${name} does not exist`);
    return [name, stack];
  };
  return {
    DescribeStacks: (parameters) => {
      if (parameters.has('StackName')) return { Stacks: [toStack(...needStack(parameters))] };
      const { items, token } = pageOf([...stacks], parameters, pageSize);
      return { Stacks: items.map(([name, stack]) => toStack(name, stack)), ...token };
    },
    ListStackResources: (parameters) => {
      const [, { resources }] = needStack(parameters);
      const { items, token } = pageOf(Object.entries(resources), parameters, pageSize);
      return {
        StackResourceSummaries: items.map(([LogicalResourceId, { type, physicalId }]) => ({
          LogicalResourceId,
          PhysicalResourceId: physicalId,
          ResourceType: type,
          ResourceStatus: 'CREATE_COMPLETE',
          LastUpdatedTimestamp: '2026-10-01T00:00:00Z',
        })),
        ...token,
      };
    },
  };
}
