import { deploy, ROWS, SONNET_ID, spend } from '../lambda/deployed';
import { childPeakKib, LONGEST_RUN_MS, MEMORY_KIB } from './lambda-limits';

const MODEL_IDS = 5_000;
const QUOTAS = 5_000;
it('10,000 metrics and 5,000 quotas: the first runs end in time and fit the memory', async () => {
  const others = Array.from({ length: QUOTAS - ROWS.length }, (_, index) => ({
    quotaCode: `L-${String(index).padStart(8, '0')}`,
    quotaName: `On-demand model inference tokens per minute for Vendor Model ${index}`,
    appliedValue: 100_000,
    defaultValue: 100_000,
    adjustable: true,
  }));
  const { account, tick, close } = await deploy({ quotas: [...ROWS, ...others] });
  try {
    for (let index = 1; index < MODEL_IDS; index++) {
      const id = `app${String(index).padStart(9, '0')}`;
      account.addApplicationProfile({ id, name: `team-${index}`, source: SONNET_ID });
      spend(account, '2026-10-14T12:00:00Z', 10, { modelId: id });
    }
    spend(account, '2026-10-14T12:00:00Z', 850_000);
    for (const time of ['2026-10-14T12:02:00Z', '2026-10-14T12:10:00Z', '2026-10-14T12:15:00Z']) {
      const startedAt = performance.now();
      const run = await tick(time);
      const took = performance.now() - startedAt;
      process.stderr.write(
        `size: run took ${Math.round(took)} ms, peak ${childPeakKib()} KiB, ${JSON.stringify(run).slice(0, 300)}\n`,
      );
      expect(run).toMatchObject({ kind: 'returned' });
      expect(took).toBeLessThan(LONGEST_RUN_MS);
    }
    expect(account.messages).toHaveLength(1);
    expect(childPeakKib()).toBeLessThan(MEMORY_KIB);
  } finally {
    await close();
  }
}, 120_000);
