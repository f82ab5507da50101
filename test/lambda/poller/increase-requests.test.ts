import { RequestServiceQuotaIncreaseCommand } from '@aws-sdk/client-service-quotas';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../../local/clients';
import { type DeployedWatchdog, deploy, RULES, setRules, spend } from '../deployed';

const TOKENS = 'L-F4DDD3EB';
const COMMAND = `aws service-quotas request-service-quota-increase --service-code bedrock --quota-code ${TOKENS}`;
const OPEN =
  'An increase to 5,000,001 is open since 2026-10-14, case case-request-1: ask for an update in that case, AWS accepts no second request';
const HISTORY = 'ListRequestedServiceQuotaChangeHistory';

const start = closedAfterEach(deploy);
const at = (clock: string) => `2026-10-14T${clock}:00Z`;

/** Asks for 5,000,001 tokens a minute, as the command of an alert does. */
function ask({ account }: DeployedWatchdog) {
  const request = { ServiceCode: 'bedrock', QuotaCode: TOKENS, DesiredValue: 5_000_001 };
  return clientsOf(account.url).serviceQuotas.send(new RequestServiceQuotaIncreaseCommand(request));
}

async function everyFive({ tick }: DeployedWatchdog, from: string, until: string): Promise<void> {
  for (let time = Date.parse(from); time < Date.parse(until); time += 300_000) await tick(new Date(time).toISOString());
}

/** The newest mail as text on one line, and the commands its findings propose for the quota. */
function newest({ account }: DeployedWatchdog) {
  const { message } = account.messages.at(-1) ?? {};
  const { findings } = JSON.parse(message?.lambda ?? '{"findings":[]}');
  const remedies = findings.flatMap(
    (one: { finding: { remedies: { command: string | null }[] } }) => one.finding.remedies,
  );
  return {
    text: (message?.default ?? '').replace(/\s+/g, ' '),
    commands: remedies.filter(({ command }: { command: string | null }) => command?.startsWith(COMMAND)),
  };
}

it('an alert about a quota with an open request names the request and proposes no second one', async () => {
  const watchdog = await start();
  await ask(watchdog);
  spend(watchdog.account, at('12:00'), 970_000, { throttles: 4 });
  expect(await watchdog.tick(at('12:02'))).toMatchObject({ kind: 'returned' });
  const { text, commands } = newest(watchdog);
  expect(text).toContain(OPEN);
  expect(commands).toEqual([]);
  expect(text).not.toContain(COMMAND);
  await expect(ask(watchdog)).rejects.toThrow('Only one open service quota increase request is allowed per quota');
});

it('without one it proposes the command, and AWS takes it', async () => {
  const watchdog = await start();
  spend(watchdog.account, at('12:00'), 970_000, { throttles: 4 });
  await watchdog.tick(at('12:02'));
  expect(newest(watchdog).commands.length).toBeGreaterThan(0);
  expect((await ask(watchdog)).RequestedQuota?.Status).toBe('CASE_OPENED');
});

it.each(['accessDenied', 'junk'] as const)(
  'a request stays known while the list fails with %s, and the alert comes all the same',
  async (kind) => {
    const watchdog = await start();
    await ask(watchdog);
    await watchdog.tick(at('12:00'));
    watchdog.account.faults.add({ service: 'servicequotas', operation: HISTORY, kind });
    await everyFive(watchdog, at('12:05'), at('13:00'));
    watchdog.crash();
    spend(watchdog.account, at('12:58'), 970_000);
    expect(await watchdog.tick(at('13:00'))).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(`servicequotas:${HISTORY} failed`),
    });
    expect(newest(watchdog).text).toContain(OPEN);
  },
);

it('the digest names what is open, and how it ended', async () => {
  const watchdog = await start({}, RULES);
  setRules(watchdog, { digest: { every: 'day', at: '13:30', timeZone: 'UTC' } });
  await ask(watchdog);
  await watchdog.tick(at('12:00'));
  const line = `- ${TOKENS} Claude Sonnet 4.5 V1, cross-Region, tokens/min:`;
  expect(newest(watchdog).text).toContain(
    `Open increase requests ${line} 1,000,000 → 5,000,001, open since 2026-10-14, case case-request-1 `,
  );
  watchdog.account.quotas.set(TOKENS, 5_000_001);
  await everyFive(watchdog, at('12:05'), at('13:35'));
  expect(newest(watchdog).text).toContain(
    `Open increase requests - none Increase requests no longer open ${line} 5,000,001 asked for, applied 1,000,000 → 5,000,001 (CASE_CLOSED) `,
  );
});

it('the digest does not say none of a list that was never read', async () => {
  const watchdog = await start({}, RULES);
  setRules(watchdog, { digest: { every: 'day', at: '13:30', timeZone: 'UTC' } });
  watchdog.account.faults.add({ service: 'servicequotas', operation: HISTORY, kind: 'accessDenied' });
  await watchdog.tick(at('12:00'));
  expect(newest(watchdog).text).toContain(
    'Open increase requests - not known: the list of requests could not be read ',
  );
});

it('tells once that a request was granted, by the applied value', async () => {
  const watchdog = await start();
  await ask(watchdog);
  await everyFive(watchdog, at('12:00'), at('12:10'));
  watchdog.account.quotas.set(TOKENS, 5_000_001);
  await everyFive(watchdog, at('12:10'), at('15:30'));
  const told = watchdog.account.messages.filter(({ message }) =>
    message.default?.includes('was granted: 5,000,001 is in force'),
  );
  expect(told).toHaveLength(1);
});
