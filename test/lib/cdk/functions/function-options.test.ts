import { Aspects, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type IVpc, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnFunction, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../../lib';
import { createApp, type Resource, resourcesOf, synthesise } from '../fixtures';
import { actionsOf, statementsOf } from './permissions';

const NETWORK = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];
const TRACES = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];

const FLEET: BedrockQuotaWatchdogProps = { alertEmails: ['a@b.co'], regions: ['us-east-1', 'us-west-2'] };

/** A watchdog that something is done to, in a stack with a VPC. */
function watch(
  props: (stack: Stack, vpc: IVpc) => BedrockQuotaWatchdogProps,
  change: (stack: Stack, watchdog: BedrockQuotaWatchdog) => void = () => undefined,
) {
  const stack = new Stack(createApp(), 'Host');
  const subnetConfiguration = [
    { name: 'Public', subnetType: SubnetType.PUBLIC },
    { name: 'Usual', subnetType: SubnetType.PRIVATE_WITH_EGRESS },
    { name: 'Other', subnetType: SubnetType.PRIVATE_WITH_EGRESS },
  ];
  const vpc = new Vpc(stack, 'Vpc', { subnetConfiguration, restrictDefaultSecurityGroup: false }) as IVpc;
  const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', props(stack, vpc));
  change(stack, watchdog);
  return { stack, watchdog, template: Template.fromStack(stack) };
}

const functionsOf = (template: Template): Resource['Properties'][] =>
  resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties);

/** What the role of each function may do beyond what it may without the change. */
function addedActions(template: Template, plain: Template): string[][] {
  const before = functionsOf(plain).map(({ Role: role }) => actionsOf(statementsOf(role, plain)));
  return functionsOf(template).map(({ Role: role }, index) =>
    actionsOf(statementsOf(role, template)).filter((action) => !before[index]?.includes(action)),
  );
}

describe.each([
  ['poller and widget', { alertEmails: ['a@b.co'] }, 2],
  ['dispatcher, worker and widget', FLEET, 3],
] as const)('%s', (_, props, count) => {
  const plain = watch(() => props).template;

  test('have memory and processors by their properties', () => {
    const { template } = watch(() => ({ ...props, memorySize: 512, architecture: Architecture.X86_64 }));
    expect(functionsOf(template).map(({ MemorySize, Architectures }) => [MemorySize, Architectures])).toEqual(
      Array(count).fill([512, ['x86_64']]),
    );
  });

  test('are traced by their property, and may send traces', () => {
    const { template } = watch(() => ({ ...props, tracing: Tracing.ACTIVE }));
    expect(functionsOf(template).map(({ TracingConfig }) => TracingConfig)).toEqual(
      Array(count).fill({ Mode: 'Active' }),
    );
    expect(addedActions(template, plain)).toEqual(Array(count).fill(TRACES));
  });

  test.each([Tracing.DISABLED, undefined])('are not traced with %s', (tracing) => {
    const { template } = watch(() => ({ ...props, ...(tracing ? { tracing } : {}) }));
    expect(functionsOf(template).filter(({ TracingConfig }) => TracingConfig !== undefined)).toEqual([]);
    expect(addedActions(template, plain)).toEqual(Array(count).fill([]));
  });

  test('stand in a VPC with subnets and groups by their properties, and may have their interfaces', () => {
    const { template } = watch((host, vpc) => ({
      ...props,
      vpc,
      vpcSubnets: { subnetGroupName: 'Other' },
      securityGroups: [new SecurityGroup(host, 'Mine', { vpc })],
    }));
    for (const { VpcConfig } of functionsOf(template)) {
      expect(VpcConfig.SecurityGroupIds).toEqual([{ 'Fn::GetAtt': [expect.stringMatching(/^Mine/), 'GroupId'] }]);
      expect(JSON.stringify(VpcConfig.SubnetIds)).toMatch(/^\[({"Ref":"VpcOtherSubnet\w+"},?)+\]$/);
    }
    expect(addedActions(template, plain)).toEqual(Array(count).fill(NETWORK));
  });
});

test('without groups each function in a VPC has one of its own', () => {
  const { template } = watch((_, vpc) => ({ alertEmails: ['a@b.co'], vpc }));
  const groups = functionsOf(template).map(({ VpcConfig }) => JSON.stringify(VpcConfig.SecurityGroupIds));
  expect(new Set(groups).size).toBe(2);
});

describe('what others do to the functions', () => {
  const plain = watch(() => ({ alertEmails: ['a@b.co'] })).template;
  const aspectOn = (visit: (lambda: CfnFunction) => void) =>
    watch(
      () => ({ alertEmails: ['a@b.co'] }),
      (stack) =>
        Aspects.of(stack).add({
          visit: (node: IConstruct) => {
            if (node instanceof CfnFunction) visit(node);
          },
        }),
    ).template;

  test('a grant to the poller is in the template, and the function waits for it', () => {
    const { template } = watch(
      () => ({ alertEmails: ['a@b.co'] }),
      (host, { poller }) => new Bucket(host, 'Reports').grantPut(poller),
    );
    expect(addedActions(template, plain)).toEqual([expect.arrayContaining(['s3:PutObject']), []]);
    const [, poller] = resourcesOf(template, 'AWS::Lambda::Function').find(([id]) => id.includes('Poller')) ?? [];
    expect(poller?.DependsOn).toEqual(expect.arrayContaining([expect.stringContaining('RoleDefaultPolicy')]));
  });

  test('an aspect that turns on tracing gives roles that may send traces', () => {
    const template = aspectOn((lambda) => {
      lambda.tracingConfig = { mode: 'Active' };
    });
    expect(addedActions(template, plain)).toEqual([TRACES, TRACES]);
  });

  test('an aspect that puts functions into a VPC gives roles that may have interfaces', () => {
    const template = aspectOn((lambda) => {
      lambda.vpcConfig = { subnetIds: ['subnet-0123456789abcdef0'], securityGroupIds: ['sg-0123456789abcdef0'] };
    });
    expect(addedActions(template, plain)).toEqual([NETWORK, NETWORK]);
  });

  test('a managed policy that an aspect adds to the roles is in the template', () => {
    const { template } = watch(
      () => ({ alertEmails: ['a@b.co'] }),
      (stack) =>
        Aspects.of(stack).add({
          visit: (node: IConstruct) => {
            if (node instanceof Role) node.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'));
          },
        }),
    );
    const roles = resourcesOf(template, 'AWS::IAM::Role').filter(([id]) => id.includes('Poller'));
    expect(roles.map(([, { Properties }]) => Properties.ManagedPolicyArns?.length)).toEqual([1]);
  });
});

describe('what cannot be is refused with what, got and allowed', () => {
  test.each([
    [{ memorySize: 64 }, /memorySize is 64; a whole number of MiB from 128 to 10240/],
    [{ memorySize: 256.5 }, /memorySize is 256.5; a whole number/],
    [{ memorySize: 10_241 }, /memorySize is 10241; a whole number/],
    [{ vpcSubnets: {} }, /vpcSubnets is "given"; it goes with vpc only/],
    [{ securityGroups: [] }, /securityGroups is "0 groups"; they go with vpc only/],
  ])('%j', (props, message) => {
    expect(() => synthesise(props)).toThrow(message);
  });

  test('a VPC with no security group', () => {
    expect(() => watch((_, vpc) => ({ vpc, securityGroups: [] }))).toThrow(
      /securityGroups is \[\]; name at least one, or leave it out/,
    );
  });
});
