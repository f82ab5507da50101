import { messageBytes, SNS_MESSAGE_BYTES } from '../../../lib/core/messages/message-size';
import { unfoldBodies } from '../../../lib/core/messages/protocols';
import { KNOWN_MODELS } from '../../../lib/core/quotas/known-models';
import { closedAfterEach } from '../../closed-after-each';
import { CHANNELS, deploy, spend } from '../deployed';

const models = KNOWN_MODELS.slice(0, 60);

const quotas = models.map(({ provider, name }, index) => ({
  quotaCode: `L-${String(index).padStart(8, '0')}`,
  quotaName: `On-demand model inference tokens per minute for ${provider} ${name}`,
  appliedValue: 100_000,
  defaultValue: 5_000_000,
  adjustable: true,
}));

const start = closedAfterEach(() => deploy({ quotas }, CHANNELS));

it('dozens of models over their quotas in one run are one message that SNS takes', async () => {
  const { account, tick, subjects } = await start();
  for (const { id: modelId } of models) spend(account, '2026-10-14T12:00:00Z', 99_000, { modelId, throttles: 5 });
  expect(await tick('2026-10-14T12:02:00Z')).toMatchObject({ kind: 'returned' });
  expect(subjects()).toHaveLength(1);
  const [{ subject, message, attributes }] = account.messages as [(typeof account.messages)[number]];
  const { findings, omittedFindings = 0 } = JSON.parse(message.lambda ?? '');
  expect(findings.length + omittedFindings).toBeGreaterThan(70);
  const bytes = messageBytes({ subject, message: unfoldBodies(message), attributes });
  expect(bytes).toBeGreaterThan(SNS_MESSAGE_BYTES / 2);
  expect(bytes).toBeLessThan(SNS_MESSAGE_BYTES);
});
