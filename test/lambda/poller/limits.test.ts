import { ENVIRONMENT } from '../../../lib/contract';
import { type LimitsSnapshot, readSnapshot, writeSnapshot } from '../../../lib/core/limits';
import { closedAfterEach } from '../../closed-after-each';
import { type DeployedWatchdog, deploy, SONNET_ID, spend } from '../deployed';

const PARAMETER = '/bedrock-quota-watchdog/test/limits';
const TOKENS = 'L-F4DDD3EB';
const NEVER = { accountId: '111122223333', region: 'us-east-1', madeAt: null, account: null, models: [], leftOut: 0 };

const deployWithLimits = async (): Promise<DeployedWatchdog> => {
  const deployed = await deploy({}, { [ENVIRONMENT.limitsParameter]: PARAMETER });
  deployed.account.parameters.set(PARAMETER, { value: writeSnapshot(NEVER) });
  return deployed;
};
const start = closedAfterEach(deployWithLimits);

function published({ account }: DeployedWatchdog): LimitsSnapshot | null {
  const reading = readSnapshot(account.parameters.get(PARAMETER)?.value ?? '');
  return reading.kind === 'snapshot' ? reading.snapshot : null;
}

const sonnetOf = (deployed: DeployedWatchdog) => published(deployed)?.models[0]?.pools.crossRegion;
const putsOf = ({ account }: DeployedWatchdog) => account.calls.get('ssm:PutParameter') ?? 0;

describe('the limits in force', () => {
  it('are published at the first run, and not again while they are the same', async () => {
    const deployed = await start();
    await deployed.tick('2026-10-14T12:00:00Z');
    expect(published(deployed)).toMatchObject({
      accountId: '111122223333',
      region: 'us-east-1',
      madeAt: Date.parse('2026-10-14T12:00:00Z') / 60_000,
      models: [{ modelId: SONNET_ID.slice('us.'.length), burndownRate: 5 }],
    });
    expect(sonnetOf(deployed)).toEqual({
      tokensPerMinute: 1_000_000,
      requestsPerMinute: 500,
      tokensPerDay: null,
      headroomPercent: 100,
      blocked: null,
    });
    await deployed.ticks('2026-10-14T12:01:00Z', '2026-10-14T12:31:00Z');
    expect(putsOf(deployed)).toBe(1);
  });

  it('are published again an hour later, by which readers see that they hold', async () => {
    const deployed = await start();
    await deployed.ticks('2026-10-14T12:00:00Z', '2026-10-14T13:11:00Z');
    expect(putsOf(deployed)).toBe(2);
  });

  it('are published again when a quota is another', async () => {
    const deployed = await start();
    await deployed.ticks('2026-10-14T12:00:00Z', '2026-10-14T12:59:00Z');
    deployed.account.quotas.set(TOKENS, 0);
    await deployed.tick('2026-10-14T13:00:00Z');
    expect(putsOf(deployed)).toBe(2);
    expect(sonnetOf(deployed)).toMatchObject({ tokensPerMinute: 0, headroomPercent: 0, blocked: 'zeroQuota' });
  });

  it('say headroom at most every five minutes', async () => {
    const deployed = await start();
    for (let minute = 0; minute < 20; minute++) {
      spend(deployed.account, `2026-10-14T12:${String(minute).padStart(2, '0')}:00Z`, (minute % 9) * 100_000);
    }
    await deployed.ticks('2026-10-14T12:02:00Z', '2026-10-14T12:22:00Z');
    expect(putsOf(deployed)).toBeGreaterThan(1);
    expect(putsOf(deployed)).toBeLessThanOrEqual(4);
  });

  it('are known to a new process by what stands there', async () => {
    const deployed = await start();
    await deployed.tick('2026-10-14T12:00:00Z');
    deployed.crash();
    await deployed.ticks('2026-10-14T12:01:00Z', '2026-10-14T12:11:00Z');
    expect(putsOf(deployed)).toBe(1);
  });

  it('that stand there as junk are replaced', async () => {
    const deployed = await start();
    deployed.account.parameters.set(PARAMETER, { value: 'junk' });
    await deployed.tick('2026-10-14T12:00:00Z');
    expect(sonnetOf(deployed)?.tokensPerMinute).toBe(1_000_000);
  });
});

describe('limits that cannot be published', () => {
  it('cost no alert, are told, and are tried again', async () => {
    const deployed = await start();
    spend(deployed.account, '2026-10-14T12:00:00Z', 990_000);
    deployed.account.faults.add({ service: 'ssm', operation: 'PutParameter', kind: 'accessDenied' });
    expect(await deployed.tick('2026-10-14T12:02:00Z')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('allow the action ssm:PutParameter'),
    });
    expect(deployed.subjects()).toEqual([expect.stringContaining('CRITICAL 99% tokens/min')]);
    expect(deployed.account.calls.get('cloudwatch:PutMetricData')).toBe(1);
    deployed.account.faults.clear();
    expect((await deployed.tick('2026-10-14T12:05:00Z')).kind).toBe('returned');
    expect(sonnetOf(deployed)?.tokensPerMinute).toBe(1_000_000);
  });

  it('for the parameter is gone do not make it again: it would outlive the stack', async () => {
    const deployed = await start();
    deployed.account.parameters.delete(PARAMETER);
    expect(await deployed.tick('2026-10-14T12:00:00Z')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(`the limits were not published in the SSM parameter ${PARAMETER}`),
    });
    expect(putsOf(deployed)).toBe(0);
  });

  it('for the quotas could not be read stay as they are', async () => {
    const deployed = await start();
    deployed.account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied' });
    await deployed.tick('2026-10-14T12:00:00Z');
    expect(published(deployed)).toEqual(NEVER);
  });
});
