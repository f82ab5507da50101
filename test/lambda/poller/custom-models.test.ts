import type { LocalAccount } from '../../../local/account/local-account';
import { closedAfterEach } from '../../closed-after-each';
import { deploy, ROWS } from '../deployed';

const ACCOUNT = 'arn:aws:bedrock:us-east-1:111122223333';
const DEPLOYMENT = `${ACCOUNT}:custom-model-deployment/abcdefghijkl`;
const MODELS = [`${ACCOUNT}:custom-model/second`, `${ACCOUNT}:custom-model/first`];
const LITE = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';

const ROW = {
  quotaCode: 'L-0000000C',
  quotaName: '(Model customization) Sum of on demand custom model deployment tokens per minute for Amazon Nova Lite',
  appliedValue: 100_000,
  defaultValue: null,
  adjustable: true,
};

const start = closedAfterEach(() => deploy({ quotas: [...ROWS, ROW] }));

/** Counts calls of the deployment in a minute. */
function count(account: LocalAccount, time: string, tokens: number): void {
  const minute = Date.parse(`2026-10-14T${time}:00Z`) / 60_000;
  for (const [name, sum] of Object.entries({ Invocations: 10, EstimatedTPMQuotaUsage: tokens })) {
    account.record({ namespace: 'AWS/Bedrock', name, dimensions: { ModelId: DEPLOYMENT } }, { minute, sum });
  }
}

describe('custom model deployments, by the bundled poller', () => {
  it('spend the quotas of the base model at the end of the chain, which is looked up once', async () => {
    const { account, ticks, subjects } = await start();
    account.customDeployments.push({ arn: DEPLOYMENT, modelArns: [...MODELS, LITE] });
    count(account, '12:00', 10_000);
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:10:00Z');
    expect(subjects()).toEqual([]);
    count(account, '12:10', 97_000);
    await ticks('2026-10-14T12:11:00Z', '2026-10-14T12:16:00Z');
    expect(subjects()).toEqual(['CRITICAL 97% tokens/min: Nova Lite, custom model deployments, us-east-1']);
    expect(account.calls.get('bedrock:GetCustomModelDeployment')).toBe(1);
    expect(account.calls.get('bedrock:GetCustomModel')).toBe(2);
  });

  it('that cannot be looked up are unmapped usage, and the failed call is told', async () => {
    const { account, ticks, subjects } = await start();
    count(account, '12:00', 10_000);
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:14:00Z');
    expect(subjects()).toEqual([
      expect.stringContaining(`traffic to an unknown model id: ${DEPLOYMENT}`.slice(0, 60)),
      expect.stringContaining('bedrock:GetCustomModelDeployment'),
    ]);
  });
});
