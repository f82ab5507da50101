import fc from 'fast-check';
import { groupRefusals, type Refusal } from '../../../../lib/core/refusals';

const REFUSAL: Refusal = {
  eventId: 'e1',
  at: 60_000,
  region: 'us-east-1',
  accountId: '111122223333',
  operation: 'Converse',
  modelId: 'm',
  kind: 'tokensPerMinute',
  errorCode: 'ThrottlingException',
  text: 'Too many tokens',
  principal: 'Role/session',
  userAgent: 'agent',
};

test('the same refusal at several times is one group', () => {
  const refusals = [REFUSAL, { ...REFUSAL, eventId: 'e2', at: 30_000 }, { ...REFUSAL, eventId: 'e3', at: 90_000 }];
  expect(groupRefusals(refusals)).toEqual([
    {
      kind: 'tokensPerMinute',
      errorCode: 'ThrottlingException',
      text: 'Too many tokens',
      modelId: 'm',
      principal: 'Role/session',
      userAgent: 'agent',
      calls: 3,
      from: 30_000,
      to: 90_000,
    },
  ]);
});

test.each([
  ['kind', { kind: 'requestsPerMinute' }],
  ['code', { errorCode: 'ServiceQuotaExceededException' }],
  ['text', { text: 'Too many requests' }],
  ['model', { modelId: null }],
  ['principal', { principal: 'Role/other' }],
  ['user agent', { userAgent: null }],
] as const)('another %s is another group', (_, changes) => {
  expect(groupRefusals([REFUSAL, { ...REFUSAL, ...changes, eventId: 'e2' }])).toHaveLength(2);
});

test('ids of requests keep no two texts apart', () => {
  const texts = [
    'Denied (Request ID: 5b0c2f0e-1111-4222-8333-444455556666)',
    'Denied 0a1b2c3d-1111-4222-8333-444455556666',
  ];
  const refusals = texts.map((text, index) => ({ ...REFUSAL, text, eventId: `e${index}` }));
  expect(groupRefusals(refusals)).toMatchObject([{ text: 'Denied', calls: 2 }]);
});

test('most calls first, however they come and however often', () => {
  const few = { ...REFUSAL, text: 'few' };
  const all = [few, ...[1, 2, 3].map((id) => ({ ...REFUSAL, eventId: `m${id}`, text: 'many' }))];
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 8 }), (mixed) => {
      expect(groupRefusals(mixed).map(({ text, calls }) => [text, calls])).toEqual([
        ['many', 3],
        ['few', 1],
      ]);
    }),
  );
});
