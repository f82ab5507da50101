import type { AdvancedFieldSelector } from '@aws-sdk/client-cloudtrail';
import { takesModelCalls } from '../../aws/event-selectors';

const MANAGEMENT: AdvancedFieldSelector = { Field: 'eventCategory', Equals: ['Management'] };
const advanced = (...lists: readonly (readonly AdvancedFieldSelector[])[]) => ({
  AdvancedEventSelectors: lists.map((fields) => ({ FieldSelectors: [...fields] })),
});

test.each([
  ['all', { ReadWriteType: 'All', IncludeManagementEvents: true }, true],
  ['those that are left out are the defaults', {}, true],
  ['reads', { ReadWriteType: 'ReadOnly' }, true],
  ['writes', { ReadWriteType: 'WriteOnly' }, false],
  ['data events alone', { IncludeManagementEvents: false }, false],
  ['without KMS', { ExcludeManagementEventSources: ['kms.amazonaws.com'] }, true],
  ['without Bedrock', { ExcludeManagementEventSources: ['bedrock.amazonaws.com'] }, false],
] as const)('basic: %s', (_, selector, takes) => {
  expect(takesModelCalls({ EventSelectors: [selector as object] })).toBe(takes);
});

test.each<[string, ReturnType<typeof advanced>, boolean | null]>([
  ['management events', advanced([MANAGEMENT]), true],
  ['data events', advanced([{ Field: 'eventCategory', Equals: ['Data'] }]), false],
  ['reads', advanced([MANAGEMENT, { Field: 'readOnly', Equals: ['true'] }]), true],
  ['writes', advanced([MANAGEMENT, { Field: 'readOnly', Equals: ['false'] }]), false],
  ['without KMS', advanced([MANAGEMENT, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }]), true],
  ['without Bedrock', advanced([MANAGEMENT, { Field: 'eventSource', NotEquals: ['bedrock.amazonaws.com'] }]), false],
  ['without what starts like it', advanced([MANAGEMENT, { Field: 'eventSource', NotStartsWith: ['bedrock'] }]), false],
  ['without what ends like it', advanced([MANAGEMENT, { Field: 'eventSource', NotEndsWith: ['aws.com'] }]), false],
  ['what starts like it', advanced([MANAGEMENT, { Field: 'eventSource', StartsWith: ['bedrock'] }]), true],
  ['what ends like it', advanced([MANAGEMENT, { Field: 'eventSource', EndsWith: ['drock.amazonaws.com'] }]), true],
  ['what starts otherwise', advanced([MANAGEMENT, { Field: 'eventSource', StartsWith: ['s3'] }]), false],
  ['by the caller', advanced([MANAGEMENT, { Field: 'userIdentity.arn', Equals: ['a'] }]), null],
  [
    'by the caller, and data events',
    advanced([
      { Field: 'userIdentity.arn', Equals: ['a'] },
      { Field: 'eventCategory', Equals: ['Data'] },
    ]),
    false,
  ],
  ['one of several', advanced([{ Field: 'eventCategory', Equals: ['Data'] }], [MANAGEMENT]), true],
])('advanced: %s', (_, selectors, takes) => {
  expect(takesModelCalls(selectors)).toBe(takes);
});

test('none at all takes nothing', () => {
  expect(takesModelCalls({})).toBe(false);
});
