import { closedAfterEach } from '../../closed-after-each';
import { type DeployedWatchdog, deploy, ROWS, spend } from '../deployed';

const TOKENS = 'L-F4DDD3EB';
const REQUESTS = 'L-4A6BFAB1';
const RAISED = 'CHANGED Claude Sonnet 4.5 V1, cross-Region: applied 1,000,000 -> 5,000,001 tokens/min, us-east-1';

const start = closedAfterEach(deploy);

/** Runs every ten minutes, so that a failed read is tried again and no run counts as missed. */
async function hours({ tick }: DeployedWatchdog, from: number, until: number): Promise<void> {
  for (let hour = from; hour < until; hour++) {
    const day = String(14 + Math.floor(hour / 24)).padStart(2, '0');
    const clock = String(hour % 24).padStart(2, '0');
    for (let ten = 0; ten < 6; ten++) await tick(`2026-10-${day}T${clock}:${ten}0:00Z`);
  }
}

describe('a quota that changes is told', () => {
  it('once, at the next reading, across a new process and the day after', async () => {
    const deployed = await start();
    await hours(deployed, 12, 14);
    deployed.account.quotas.set(TOKENS, 5_000_001);
    await deployed.tick('2026-10-14T13:55:00Z');
    expect(deployed.subjects()).toEqual([]);
    await hours(deployed, 14, 15);
    expect(deployed.subjects()).toEqual([RAISED]);
    deployed.crash();
    await hours(deployed, 15, 17);
    await hours(deployed, 37, 40);
    expect(deployed.subjects()).toEqual([RAISED, expect.stringContaining('blind from 2026-10-14 16:50 UTC')]);
    expect(deployed.account.messages[0]).toMatchObject({
      at: '2026-10-14T14:00:00Z',
      attributes: { severity: 'ok', kinds: ['quotaChanged'] },
    });
    expect(deployed.account.messages[0]?.message.default).toContain(`${TOKENS}  applied 1,000,000 → 5,000,001`);
  });

  it('again when it changes back', async () => {
    const deployed = await start();
    await hours(deployed, 12, 13);
    deployed.account.quotas.set(TOKENS, 5_000_001);
    await hours(deployed, 13, 14);
    deployed.account.quotas.set(TOKENS, 1_000_000);
    await hours(deployed, 14, 16);
    expect(deployed.subjects()).toEqual([
      RAISED,
      'WARNING Claude Sonnet 4.5 V1, cross-Region: applied 5,000,001 -> 1,000,000 tokens/min, us-east-1',
    ]);
  });

  it('as critical when it is 0 now and is called', async () => {
    const deployed = await start();
    spend(deployed.account, '2026-10-14T11:58:00Z', 100_000);
    await hours(deployed, 12, 13);
    deployed.account.quotas.set(REQUESTS, 0);
    await hours(deployed, 13, 14);
    expect(deployed.subjects()).toHaveLength(1);
    expect(deployed.account.messages[0]?.message.default).toContain('applied 500 → 0 requests/min');
    expect(deployed.account.messages[0]?.attributes.severity).toBe('critical');
  });

  it('at the next run when SNS was down', async () => {
    const deployed = await start();
    await hours(deployed, 12, 13);
    deployed.account.quotas.set(TOKENS, 5_000_001);
    deployed.account.faults.add({ service: 'sns', kind: 'serverError' });
    await deployed.tick('2026-10-14T13:00:00Z');
    expect(deployed.subjects()).toEqual([]);
    deployed.account.faults.clear();
    await hours(deployed, 13, 15);
    expect(deployed.subjects()).toEqual([RAISED]);
  });

  it('at the next run when the state could not be written after the catalog was', async () => {
    const deployed = await start();
    await hours(deployed, 12, 13);
    deployed.account.quotas.set(TOKENS, 5_000_001);
    deployed.account.faults.add({ service: 'dynamodb', operation: 'PutItem', kind: 'accessDenied', skip: 1 });
    expect((await deployed.tick('2026-10-14T13:00:00Z')).kind).toBe('failed');
    deployed.account.faults.clear();
    deployed.crash();
    await hours(deployed, 13, 15);
    expect(deployed.subjects()).toEqual([RAISED]);
  });
});

describe('rows that come and go', () => {
  const [tokens, requests] = ROWS;
  const rename = 'Cross-region model inference requests per minute for Anthropic Claude Sonnet 4.5';

  it('a row is gone when two readings lack it, and new when it comes back', async () => {
    const deployed = await start();
    await hours(deployed, 12, 13);
    deployed.account.quotas.remove(REQUESTS);
    await hours(deployed, 13, 14);
    expect(deployed.subjects()).toEqual([]);
    await hours(deployed, 14, 15);
    if (requests) deployed.account.quotas.add(requests);
    await hours(deployed, 15, 16);
    expect(deployed.subjects()).toEqual([
      'UNKNOWN Claude Sonnet 4.5 V1, cross-Region: no longer listed, us-east-1',
      'CHANGED Claude Sonnet 4.5 V1, cross-Region: new, applied 500 requests/min, us-east-1',
    ]);
  });

  it('a row that one reading lacks is no news', async () => {
    const deployed = await start();
    await hours(deployed, 12, 13);
    deployed.account.quotas.remove(REQUESTS);
    await hours(deployed, 13, 14);
    if (requests) deployed.account.quotas.add(requests);
    await hours(deployed, 14, 17);
    expect(deployed.subjects()).toEqual([]);
  });

  it('a renamed row is told with both names', async () => {
    const deployed = await start();
    await hours(deployed, 12, 13);
    if (requests) deployed.account.quotas.add({ ...requests, quotaName: rename });
    await hours(deployed, 13, 15);
    expect(deployed.subjects()).toHaveLength(1);
    expect(deployed.account.messages[0]?.message.default).toContain(`"${requests?.quotaName}" → "${rename}"`);
  });

  it.each(['accessDenied', 'junk', 'emptyPageWithToken'] as const)(
    'a list that fails in the middle with %s takes no row away and brings none',
    async (kind) => {
      const deployed = await start({ pageSizes: { quotas: 1 } });
      await hours(deployed, 12, 13);
      const fault = { service: 'servicequotas', kind, skip: 1 } as const;
      for (const operation of ['ListServiceQuotas', 'ListAWSDefaultServiceQuotas'])
        deployed.account.faults.add({ ...fault, operation });
      await hours(deployed, 13, 16);
      deployed.account.faults.clear();
      await hours(deployed, 16, 18);
      expect(deployed.subjects().filter((subject) => !subject.includes('partly blind'))).toEqual([]);
    },
  );

  it('a first list that fails in the middle makes the rest no news', async () => {
    const deployed = await start({ pageSizes: { quotas: 1 } });
    deployed.account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'junk', skip: 1 });
    await deployed.tick('2026-10-14T12:00:00Z');
    deployed.account.faults.clear();
    await hours(deployed, 12, 15);
    expect(deployed.subjects()).toEqual([]);
  });

  it('a list that comes back empty is blindness: what was known is watched on', async () => {
    const deployed = await start();
    await hours(deployed, 12, 13);
    for (const { quotaCode } of ROWS) deployed.account.quotas.remove(quotaCode);
    await hours(deployed, 13, 15);
    spend(deployed.account, '2026-10-14T15:00:00Z', 990_000);
    await deployed.ticks('2026-10-14T15:00:00Z', '2026-10-14T15:16:00Z');
    if (tokens && requests) for (const row of [tokens, requests]) deployed.account.quotas.add(row);
    await deployed.ticks('2026-10-14T15:16:00Z', '2026-10-14T16:00:00Z');
    await hours(deployed, 16, 18);
    const words = deployed.subjects().map((subject) => subject.replace(/, us-east-1.*/, ''));
    expect(words.filter((subject) => !subject.startsWith('RECOVERED'))).toEqual([
      'UNKNOWN the watchdog is partly blind: servicequotas:ListServiceQuotas',
      'CRITICAL 99% tokens/min: Claude Sonnet 4.5 V1, cross-Region',
    ]);
  });
});
