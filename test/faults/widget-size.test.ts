import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../lib/contract';
import { startLambda } from '../../local/deployed/lambda-host';
import { deploy, SONNET_ID, spend } from '../lambda/deployed';
import { LAMBDA_MEMORY } from './lambda-limits';

const MODEL_IDS = 5_000;

/** The hard limit of a reply of Lambda. */
const MOST_BYTES = 6 * 1024 * 1024;

/** The widget is to be drawn in two seconds; the machine of a test may be slow and busy, and its table is no DynamoDB. */
const GENEROUS_MS = 20_000;

it('5,000 ids: the bundled widget, with the memory of Lambda, fits a reply and is drawn soon', async () => {
  const { account, ticks, close } = await deploy();
  for (let index = 1; index < MODEL_IDS; index++) {
    const id = `app${String(index).padStart(9, '0')}`;
    account.addApplicationProfile({ id, name: `team-${index}`, source: SONNET_ID });
    spend(account, '2026-10-14T12:00:00Z', 10, { modelId: id });
  }
  spend(account, '2026-10-14T12:00:00Z', 850_000, { throttles: 3 });
  await ticks('2026-10-14T12:02:00Z', '2026-10-14T12:03:00Z');
  const code = {
    codeDirectory: join(__dirname, '../../dist/lambda/widget'),
    handler: 'index.handler',
    environment: { [ENVIRONMENT.tableName]: 'watchdog', ...LAMBDA_MEMORY },
  };
  const host = startLambda(code, account.environment, createWriteStream('/dev/null'));
  try {
    for (const start of ['cold', 'warm']) {
      const startedAt = performance.now();
      const run = await host.invoke({ widgetContext: { theme: 'light' } });
      const took = performance.now() - startedAt;
      const reply = run.kind === 'returned' ? JSON.stringify(run.value) : run.message;
      const bytes = Buffer.byteLength(reply);
      process.stderr.write(`widget, 5,000 ids, ${start}: ${Math.round(took)} ms, ${bytes} bytes
`);
      expect(reply).toContain('Model ids with traffic: 5000');
      expect(bytes).toBeLessThan(MOST_BYTES);
      expect(took).toBeLessThan(GENEROUS_MS);
    }
  } finally {
    host.kill();
    await close();
  }
}, 120_000);
