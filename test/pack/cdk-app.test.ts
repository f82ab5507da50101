import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { devDependencies, peerDependencies } from '../../package.json';
import { type Consumer, createConsumer } from './consumer';

/** The ends of what the package says it works with: the lowest of the ranges, and what this project is developed with. */
const ENDS = [
  [peerDependencies['aws-cdk-lib'].slice(1), peerDependencies.constructs.slice(1)],
  [devDependencies['aws-cdk-lib'], devDependencies.constructs],
];

/** An app that asks for all there is, with a watchdog of one target and one of several. */
const APP = `
const app = new App();
new BedrockQuotaWatchdog(new Stack(app, 'One'), 'Watchdog', {
  alertEmails: ['ops@example.com'], language: 'pt-BR', refusalEvidence: true, chatNotifications: true, emitEvents: true,
  throttleAlarmByModel: true, metricsPerQuota: true, thresholds: { warningPercent: 70 }, rules: {},
  models: [{ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', tokensPerMinute: 1000 }],
});
new WatchdogStack(app, 'Fleet', { alertEmails: ['ops@example.com'], regions: ['us-east-1', 'eu-west-1'],
  accounts: ['111122223333'], organization: { organizationalUnits: ['ou-ab12-cdefgh34'] } });
app.synth();
`;

const APPS = {
  'app.cjs': `const { App, Stack } = require('aws-cdk-lib');
const { BedrockQuotaWatchdog, WatchdogStack } = require('bedrock-quota-watchdog');${APP}`,
  'app.mjs': `import { App, Stack } from 'aws-cdk-lib';
import { BedrockQuotaWatchdog, WatchdogStack } from 'bedrock-quota-watchdog';${APP}`,
};

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>>;
}

describe.each(ENDS)('an app with aws-cdk-lib %s and constructs %s', (cdk, constructs) => {
  let consumer: Consumer;

  beforeAll(() => {
    consumer = createConsumer([`aws-cdk-lib@${cdk}`, `constructs@${constructs}`]);
    consumer.write(APPS);
  });

  afterAll(() => consumer.remove());

  function synthesise(app: string): Record<string, Template> {
    const out = app.replace('.', '-');
    const environment = { CDK_OUTDIR: join(consumer.folder, out) };
    expect(consumer.run(process.execPath, [app], { environment })).toMatchObject({ status: 0 });
    const read = (name: string) => JSON.parse(consumer.read(`${out}/${name}.template.json`)) as Template;
    return { One: read('One'), Fleet: read('Fleet') };
  }

  test('has these and nothing else, no bundler among them', () => {
    const installed = consumer.installed();
    expect(installed).toEqual(expect.arrayContaining(['aws-cdk-lib', 'bedrock-quota-watchdog', 'constructs']));
    expect(installed.filter((name) => /esbuild|@aws-sdk\/|tsx|typescript/.test(name))).toEqual([]);
  });

  test('synthesises, as a module as well as by require', () => {
    const templates = synthesise('app.cjs');
    expect(synthesise('app.mjs')).toEqual(templates);
    const typesOf = (name: string) => Object.values(templates[name]?.Resources ?? {}).map(({ Type }) => Type);
    expect(typesOf('One')).toEqual(expect.arrayContaining(['AWS::Scheduler::Schedule', 'AWS::DynamoDB::GlobalTable']));
    expect(typesOf('Fleet')).toEqual(expect.arrayContaining(['AWS::CloudFormation::StackSet', 'AWS::SQS::Queue']));
  });

  test('its Lambdas are the bundles of the package, on a current Node', () => {
    const { One, Fleet } = synthesise('app.cjs');
    const functions = [One, Fleet].flatMap((template) =>
      Object.values(template?.Resources ?? {}).filter(({ Type }) => Type === 'AWS::Lambda::Function'),
    );
    expect(functions.map(({ Properties }) => Properties.Runtime)).toEqual(Array(5).fill('nodejs24.x'));
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
    const shipped = ['poller', 'widget', 'dispatcher', 'worker'].map((name) =>
      hashOf(consumer.read(`node_modules/bedrock-quota-watchdog/dist/lambda/${name}/index.js`)),
    );
    const deployed = functions.map(({ Properties }) => {
      const { S3Key } = Properties.Code as { S3Key: string };
      return hashOf(consumer.read(`app-cjs/asset.${S3Key.replace('.zip', '')}/index.js`));
    });
    expect([...new Set(deployed)].sort()).toEqual([...new Set(shipped)].sort());
  });
});
