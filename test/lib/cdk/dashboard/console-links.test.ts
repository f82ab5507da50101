import { App, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  alarmsPageOf,
  dashboardPageOf,
  logGroupPageOf,
  serviceQuotasPageOf,
  subscriptionsPageOf,
} from '../../../../lib/cdk/dashboard/console-links';
import { resolveValue } from '../../../../local/deployed/cloud-assembly';

const PLACES = [
  ['aws', 'us-east-1', 'https://us-east-1.console.aws.amazon.com/'],
  ['aws-us-gov', 'us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
  ['aws-cn', 'cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
] as const;

const PAGES = [
  (stack: Stack) => dashboardPageOf(stack, 'd'),
  (stack: Stack) => logGroupPageOf(stack, 'l'),
  (stack: Stack) => alarmsPageOf(stack, 'a'),
  serviceQuotasPageOf,
  subscriptionsPageOf,
];

interface TemplateOfPages {
  readonly Conditions?: Record<string, unknown>;
  readonly Outputs: Record<string, { readonly Value: unknown }>;
}

/** A stack with all pages as outputs. */
function synthesisePages(props: StackProps): TemplateOfPages {
  const stack = new Stack(new App(), 'Stack', props);
  new Topic(stack, 'Topic');
  PAGES.forEach((page, index) => {
    new CfnOutput(stack, `Page${index}`, { value: page(stack) });
  });
  return Template.fromStack(stack).toJSON() as TemplateOfPages;
}

/** The outputs as CloudFormation makes them in a partition and Region. */
function deployPages({ Conditions = {}, Outputs }: TemplateOfPages, partition: string, region: string): string[] {
  const values: Record<string, string> = { 'AWS::Partition': partition, 'AWS::Region': region };
  for (const [id, condition] of Object.entries(Conditions)) values[id] = resolveValue(condition, values);
  return Object.values(Outputs).map(({ Value }) => resolveValue(Value, values));
}

test.each(PLACES)('in %s a stack of any Region leads to %s by %s', (partition, region, start) => {
  const pages = deployPages(synthesisePages({}), partition, region);
  expect(pages).toEqual(Array(PAGES.length).fill(expect.stringMatching(new RegExp(`^${start}[a-z]`))));
});

test.each(PLACES)('in %s a stack of %s needs no condition', (partition, region, start) => {
  const template = synthesisePages({ env: { region } });
  const pages = deployPages(template, partition, region);
  expect(pages).toEqual(Array(PAGES.length).fill(expect.stringMatching(new RegExp(`^${start}[a-z]`))));
  expect(template.Conditions).toBeUndefined();
});

test('the conditions of a stack are made once', () => {
  expect(Object.keys(synthesisePages({}).Conditions ?? {})).toHaveLength(2);
});
