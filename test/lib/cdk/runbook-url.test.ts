import { WatchdogStack } from '../../../lib/cdk/watchdog-stack';
import { RUNBOOK } from '../../../lib/contract';
import { createApp, resourcesOf, synthesise } from './fixtures';

const PAGE = 'https://wiki.example.com/bedrock/runbook';

const texts = (props: Parameters<typeof synthesise>[0]) => {
  const { template } = synthesise({ alertEmails: ['ops@example.com'], ...props });
  const of = (type: string) => resourcesOf(template, type).map(([, { Properties }]) => Properties);
  return {
    alarms: of('AWS::CloudWatch::Alarm').map(({ AlarmDescription }) => String(AlarmDescription)),
    dashboard: JSON.stringify(of('AWS::CloudWatch::Dashboard')),
    environments: of('AWS::Lambda::Function').map(({ Environment }) => Environment.Variables),
  };
};

test('alarms, dashboard and both functions lead to the page that is named, and nothing leads to another', () => {
  const { alarms, dashboard, environments } = texts({
    runbookUrl: PAGE,
    models: [{ modelId: 'amazon.nova-lite-v1:0' }],
  });
  for (const text of alarms) expect(text).toMatch(new RegExp(`Runbook: ${PAGE}#[a-z]+$`));
  expect(dashboard).toContain(PAGE);
  expect(environments.map(({ WATCHDOG_RUNBOOK }) => WATCHDOG_RUNBOOK)).toEqual([PAGE, PAGE]);
  expect(JSON.stringify([alarms, dashboard])).not.toContain(RUNBOOK);
});

test('without one they lead to the page of the project', () => {
  const { alarms, dashboard, environments } = texts({});
  for (const text of alarms) expect(text).toMatch(new RegExp(`Runbook: ${RUNBOOK}#[a-z]+$`));
  expect(dashboard).toContain(RUNBOOK);
  for (const variables of environments) expect(variables).not.toHaveProperty('WATCHDOG_RUNBOOK');
});

test('the stock stack tells the page', () => {
  const stack = new WatchdogStack(createApp(), 'Stock', { alertEmails: ['ops@example.com'], runbookUrl: PAGE });
  expect(stack.watchdog.runbook).toBe(PAGE);
});

test.each([
  'runbook.md',
  'ftp://example.com/r',
  'https://example.com/r#top',
  'https://example.com/a b',
  'https://example.com/a_(b)',
  'https://example.com/a](b',
  'https://example.com/a\u200bb',
  'https://example.com/größe',
  '',
])('%j is no page of a runbook', (runbookUrl) => {
  expect(() => synthesise({ runbookUrl })).toThrow(
    `BedrockQuotaWatchdog: runbookUrl is ${JSON.stringify(runbookUrl)}; an http or https URL`,
  );
});
