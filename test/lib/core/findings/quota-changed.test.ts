import type { QuotaChange } from '../../../../lib/core/quotas/quota-change';
import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { minuteOf, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { find, input, NOW } from './evaluation';

const AT = minuteOf('14:30');
const ID = 'quotaChanged/2026-10-14T14:30:00Z';
const CALLS = [series(`us.${SONNET}`, [usage('10:00', { invocations: 7 })])];

function changed(before: MappedQuota | null, after: MappedQuota | null, nowNamed: string | null = null): QuotaChange {
  return { at: AT, before, after, nowNamed };
}

/** What an evaluation says of changes after which the quotas are as they say. */
function tell(changes: readonly QuotaChange[], isBusy = false) {
  const quotas = changes.flatMap(({ after }) => after ?? []);
  const { described } = judge(input({ changes, quotas, series: isBusy ? CALLS : [] }));
  const one = described.find(({ finding }) => finding.id === ID);
  if (!one) throw new Error('no finding of the changes');
  return one;
}

const TO = (changes: Partial<MappedQuota>) => changed(quota(), quota(changes));
const NEW_NAME = 'Cross-region model inference tokens per minute for Claude Sonnet 4.5';

it.each([
  ['ok', TO({ appliedValue: 5_000_001 }), 'applied 1,000,000 → 5,000,001 tokens/min'],
  ['warning', TO({ appliedValue: 200_000 }), 'applied 1,000,000 → 200,000 tokens/min'],
  ['warning', TO({ appliedValue: 0 }), 'applied 1,000,000 → 0 tokens/min'],
  ['ok', TO({ adjustable: false }), 'adjustable → not adjustable'],
  ['ok', TO({ defaultValue: 6_000_000 }), 'AWS default 5,000,000 → 6,000,000'],
  ['ok', TO({ quotaName: NEW_NAME }), 'renamed'],
  ['ok', TO({ quotaName: NEW_NAME, modelIds: ['other.model'] }), 'renamed, and now covers other calls'],
  [
    'unknown',
    TO({ quotaName: NEW_NAME, modelIds: [], mapping: 'unmapped' }),
    'renamed, and no model is known by the new name',
  ],
  ['ok', changed(null, quota()), 'new, applied 1,000,000 tokens/min'],
  ['ok', changed(null, quota({ appliedValue: 0 })), 'new, applied 0 tokens/min'],
  ['unknown', changed(quota(), null), 'no longer listed'],
  ['unknown', changed(quota(), null, 'Units'), 'renamed, and not an inference quota by the new name'],
  ['warning', TO({ appliedValue: 0, adjustable: false }), 'applied 1,000,000 → 0 tokens/min, and more'],
] as const)('%s: %#', (severity, change, words) => {
  const { finding, context } = tell([change]);
  expect(finding).toMatchObject({ kind: 'quotaChanged', severity, quotaCode: 'L-F4DDD3EB', usage: null });
  expect(context.subject).toBe(`Claude Sonnet 4.5 V1, cross-Region: ${words}`);
  expect(context.summary).toContain('Seen in the quota list at 14:30 UTC');
});

it.each([
  ['a quota that was zeroed', TO({ appliedValue: 0 })],
  ['a new quota of 0', changed(null, quota({ appliedValue: 0 }))],
])('%s is critical where calls are made against it', (_, change) => {
  const { finding, context } = tell([change], true);
  expect(finding.severity).toBe('critical');
  expect(context.summary).toContain('7 calls in the last 24 hours were made against what is now 0');
});

it('tells before and after with code and name, to machines too', () => {
  const { finding, context } = tell([TO({ appliedValue: 5_000_001, adjustable: false })]);
  const text = `applied 1,000,000 → 5,000,001 tokens/min; adjustable → not adjustable  (${quota().quotaName})`;
  expect(context.details).toEqual([['L-F4DDD3EB', text]]);
  expect(finding.cause).toEqual({ kind: 'unknown', confidence: 'low', evidence: [`L-F4DDD3EB ${text}`] });
  expect(finding).toMatchObject({ appliedValue: 5_000_001, modelIds: [SONNET], scope: 'crossRegion' });
});

it('tells both names of a renamed quota, and what it was joined with', () => {
  const { context, finding } = tell([
    TO({ quotaName: NEW_NAME, modelIds: [], mapping: 'unmapped', dimension: 'requestsPerMinute' }),
  ]);
  expect(context.details).toEqual([
    [
      'L-F4DDD3EB',
      `renamed "${quota().quotaName}" → "${NEW_NAME}"; its models were ${SONNET} and are now none; it counted tokens/min and now counts requests/min`,
    ],
  ]);
  expect(finding.remedies[0]?.title).toContain("modelOverrides: { 'L-F4DDD3EB'");
});

describe('several changes of one reading', () => {
  const many = [
    ...Array.from({ length: 9 }, (_, index) =>
      changed(
        quota({ quotaCode: `L-0000000${index}` }),
        quota({ quotaCode: `L-0000000${index}`, appliedValue: 2_000_000 + index }),
      ),
    ),
    TO({ appliedValue: 0 }),
    changed(requestQuota(), requestQuota({ appliedValue: 100, modelIds: ['other.model'] })),
  ];

  it('are one finding, the worst first, ten told and the rest counted', () => {
    const { finding, context } = tell(many);
    expect(context.subject).toBe('11 quotas changed: 1 now 0, 1 lowered, 9 raised');
    expect(context.details.map(([label]) => label).slice(0, 3)).toEqual(['L-F4DDD3EB', 'L-4A6BFAB1', 'L-00000000']);
    expect(context.details).toHaveLength(11);
    expect(context.details.at(-1)).toEqual(['And', '1 more']);
    expect(finding).toMatchObject({ severity: 'warning', quotaCode: null, scope: null, appliedValue: null });
    expect(finding.modelIds).toEqual([SONNET, 'other.model']);
  });

  it('say of which quota each remedy is', () => {
    const titles = tell(many).finding.remedies.map(({ title }) => title);
    expect(titles).toHaveLength(2);
    expect(titles[0]).toContain('L-F4DDD3EB');
    expect(titles[1]).toContain('L-4A6BFAB1');
  });
});

describe('what to do', () => {
  it.each([
    ['a default above it', { defaultValue: 5_000_000 }, 'L-F4DDD3EB --desired-value 5000001'],
    ['the value before, where that is more', { defaultValue: 400_000 }, 'L-F4DDD3EB --desired-value 1000000'],
  ])('lowered: ask for %s', (_, changes, command) => {
    const { remedies } = tell([changed(quota(changes), quota({ ...changes, appliedValue: 200_000 }))]).finding;
    expect(remedies.map((remedy) => remedy.command)).toEqual([expect.stringContaining(command)]);
  });

  it.each([
    ['raised', TO({ appliedValue: 5_000_001 })],
    ['renamed', TO({ quotaName: NEW_NAME })],
    ['new', changed(null, quota())],
    ['gone', changed(quota(), null)],
  ])('%s: nothing', (_, change) => {
    expect(tell([change]).finding.remedies).toEqual([]);
  });
});

it('a lowered value that a later reading showed restored is no longer bad; each reading has its own finding', () => {
  const lowered = { ...TO({ appliedValue: 200_000 }), at: AT - 60 };
  const restored = changed(quota({ appliedValue: 200_000 }), quota());
  const { findings } = judge(input({ changes: [lowered, restored] })).document;
  expect(find(findings, 'quotaChanged/2026-10-14T13:30:00Z')).toMatchObject({ severity: 'ok', remedies: [] });
  expect(find(findings, ID).severity).toBe('ok');
});

it('no changes, no finding', () => {
  expect(judge(input({ now: NOW })).document.findings.filter(({ kind }) => kind === 'quotaChanged')).toEqual([]);
});
