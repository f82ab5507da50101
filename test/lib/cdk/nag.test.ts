import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Aspects, Validations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { CfnFunction, Tracing } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AwsSolutionsChecks as AwsSolutionsChecks2 } from 'cdk-nag-2';
import { WatchdogStack, type WatchdogStackProps } from '../../../lib/cdk/watchdog-stack';
import { ACCOUNT, EXCLUDED, UNIT, WHOLE_FLEET } from './fleet/fixtures';

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

/** What cdk-nag finds in the stock stack: `rule path`. @param change done to the stack before it is judged. */
function findViolations(change: (stack: WatchdogStack) => void, props: WatchdogStackProps = {}): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'nag-'));
  const app = new App({ outdir, context: { '@aws-cdk/core:validateAgainstDefaultRules': false } });
  const stack = new WatchdogStack(app, 'Stack', { alertEmails: ['ops@example.com'], ...props });
  change(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const exitCode = process.exitCode;
  try {
    app.synth();
  } catch (error) {
    if (!String(error).includes('ValidationFailed') && !String(error).includes('Validation failed')) throw error;
  } finally {
    silenced.mockRestore();
    process.exitCode = exitCode;
  }
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  expect(pluginReports.map(({ pluginName }) => pluginName)).toContain('AwsSolutions');
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  );
}

/** What cdk-nag 2, an aspect, finds in it: the texts of its errors. */
function findErrors(change: (stack: WatchdogStack) => void, props: WatchdogStackProps = {}): unknown[] {
  const stack = new WatchdogStack(new App(), 'Stack', { alertEmails: ['ops@example.com'], ...props });
  change(stack);
  Aspects.of(stack).add(new AwsSolutionsChecks2());
  return Annotations.fromStack(stack)
    .findError('*', Match.stringLikeRegexp('AwsSolutions-.*'))
    .map(({ id, entry }) => `${id} ${entry.data}`);
}

const FLEETS: readonly WatchdogStackProps[] = [
  WHOLE_FLEET,
  { organization: { organizationalUnits: [UNIT], delegatedAdministrator: true } },
  { organization: { organizationalUnits: ['r-ab12'] } },
  { accounts: [ACCOUNT], regions: ['us-east-1', 'us-west-2'] },
  { accounts: [ACCOUNT], env: { account: EXCLUDED, region: 'us-east-1' } },
  { organization: { all: true }, env: { account: EXCLUDED, region: 'us-east-1' } },
];

describe.each([
  ['3', findViolations],
  ['2', findErrors],
] as const)('cdk-nag %s, AwsSolutions', (_, find) => {
  it('finds nothing in the stock stack', () => {
    expect(find(() => undefined)).toEqual([]);
  });

  it('finds nothing with chat, events, rules and refusals either', () => {
    expect(
      find(() => undefined, { chatNotifications: true, emitEvents: true, rules: {}, refusalEvidence: true }),
    ).toEqual([]);
  });

  it('finds nothing in a fleet either, however its accounts are chosen', () => {
    expect(FLEETS.flatMap((props) => find(() => undefined, props))).toEqual([]);
  });

  it('finds nothing where functions are traced in a VPC either', () => {
    const putIntoVpc = (stack: WatchdogStack) => {
      for (const node of stack.node.findAll()) {
        if (!(node instanceof CfnFunction)) continue;
        node.vpcConfig = { subnetIds: ['subnet-0123456789abcdef0'], securityGroupIds: ['sg-0123456789abcdef0'] };
      }
    };
    expect(find(putIntoVpc, { tracing: Tracing.ACTIVE })).toEqual([]);
  });

  it('would find a topic without TLS, so the check is alive', async () => {
    const { Topic } = await import('aws-cdk-lib/aws-sns');
    const found = find((stack) => new Topic(stack, 'Plain'));
    expect(found).toEqual([expect.stringContaining('Stack/Plain')]);
    expect(found).toEqual([expect.stringContaining('AwsSolutions-SNS3')]);
  });
});
