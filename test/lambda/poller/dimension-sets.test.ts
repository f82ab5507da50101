import type { LocalAccount } from '../../../local/account/local-account';
import { closedAfterEach } from '../../closed-after-each';
import { deploy, ROWS } from '../deployed';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const RESERVED = { ServiceTier: 'reserved', ResolvedServiceTier: 'reserved' };

const INPUT_ROW = {
  quotaCode: 'L-0000000C',
  quotaName: 'Cross-region model inference input tokens per minute for Anthropic Claude Sonnet 4.5 V1',
  appliedValue: 100_000,
  defaultValue: null,
  adjustable: true,
};

const start = closedAfterEach(() => deploy({ quotas: ROWS }));
const startWithInputQuota = closedAfterEach(() => deploy({ quotas: [...ROWS, INPUT_ROW] }));

function count(
  account: LocalAccount,
  time: string,
  counts: Readonly<Record<string, number>>,
  set: Readonly<Record<string, string>> = {},
): void {
  const minute = Date.parse(`2026-10-14T${time}:00Z`) / 60_000;
  for (const [name, sum] of Object.entries(counts)) {
    account.record({ namespace: 'AWS/Bedrock', name, dimensions: { ModelId: SONNET, ...set } }, { minute, sum });
  }
}

const MINUTES = Array.from({ length: 12 }, (_, index) => `12:${String(index).padStart(2, '0')}`);

describe('dimension sets, by the bundled poller', () => {
  it('the reserved tier spends nothing, from run to run, however hot the model is', async () => {
    const { account, ticks, subjects } = await start();
    for (const time of MINUTES) {
      count(account, time, { Invocations: 90, EstimatedTPMQuotaUsage: 960_000 });
      count(account, time, { Invocations: 50, EstimatedTPMQuotaUsage: 400_000 }, RESERVED);
    }
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:12:00Z');
    expect(subjects()).toEqual([]);
  });

  it('throttles of agents are those of the model', async () => {
    const { account, ticks, subjects } = await start();
    const minute = Date.parse('2026-10-14T12:01:00Z') / 60_000;
    for (const [name, sum] of Object.entries({ ModelInvocationCount: 10, ModelInvocationThrottles: 5 })) {
      const dimensions = { Operation: 'InvokeAgent', ModelId: SONNET };
      account.record({ namespace: 'AWS/Bedrock/Agents', name, dimensions }, { minute, sum });
    }
    await ticks('2026-10-14T12:02:00Z', '2026-10-14T12:06:00Z');
    expect(subjects()).toEqual([expect.stringContaining('throttled')]);
  });

  it('a quota of input tokens alone is compared with them at every read', async () => {
    const { account, ticks, subjects } = await startWithInputQuota();
    for (const [index, time] of MINUTES.entries()) {
      const InputTokenCount = index < 8 ? 10_000 : 97_000;
      count(account, time, { Invocations: 5, EstimatedTPMQuotaUsage: InputTokenCount, InputTokenCount });
    }
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:14:00Z');
    expect(subjects()).toEqual([expect.stringMatching(/^CRITICAL 97% input tokens\/min: .*Sonnet 4\.5/)]);
  });
});
