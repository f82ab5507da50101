import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_CONTEXT } from '../../../lib/cdk/known-context';
import { readWatchdogContext } from '../../../lib/cdk/watchdog-context';
import { createApp, ROOT } from './fixtures';

const read = (context: Record<string, unknown>) => readWatchdogContext(createApp(context).node);

test.each(['alertEmails', 'region', 'Chat'])(
  'the context %s, which nobody reads, is refused with what is known',
  (name) => {
    expect(() => read({ alertEmail: 'ops@example.com', [name]: 'x' })).toThrow(
      new RegExp(`^context has "${name}", which nobody reads; known are accounts, alertEmail, .*, warningPercent$`),
    );
  },
);

test('all that are unknown are told at once', () => {
  expect(() => read({ alertEmails: 'x', region: 'y' })).toThrow(
    'context has "alertEmails", "region", which nobody reads',
  );
});

test.each([
  '@aws-cdk/core:newStyleStackSynthesis',
  'aws:cdk:bundling-stacks',
  'aws-cdk:enableDiffNoFail',
  'cdk-migrate',
  'availability-zones:account=111122223333:region=us-east-1',
  'acknowledged-issue-numbers',
  'cli-telemetry',
])("%s is CDK's own", (name) => {
  expect(() => read({ [name]: true })).not.toThrow();
});

test('what is known is read, and what is read is known', () => {
  const text = ['fleet-context.ts', 'watchdog-context.ts']
    .map((file) => readFileSync(join(ROOT, 'lib', 'cdk', file), 'utf8'))
    .join('\n');
  const readNames = [...text.matchAll(/(?:read\w+|tryGetContext)\((?:node, )?'(\w+)'/g)].map(([, name]) => name);
  expect([...new Set(readNames)].sort()).toEqual([...KNOWN_CONTEXT]);
});
