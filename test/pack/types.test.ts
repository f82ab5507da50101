import { devDependencies, peerDependencies } from '../../package.json';
import { type Consumer, createConsumer } from './consumer';

/** The oldest TypeScript that reads the types, the last of JavaScript's own, and that of today. */
const COMPILERS = { oldest: '5.4.5', fifth: '5.9.3', today: devDependencies.typescript };

const USE = `
import { App, Stack } from 'aws-cdk-lib';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from 'bedrock-quota-watchdog';
import { classifyThrottle, type QuotaOptions, withQuotas } from 'bedrock-quota-watchdog/client';
import { type ErrorReading, readError } from 'bedrock-quota-watchdog/core';

const props: BedrockQuotaWatchdogProps = { alertEmails: ['ops@example.com'] };
const watchdog: BedrockQuotaWatchdog = new BedrockQuotaWatchdog(new Stack(new App(), 'Stack'), 'Watchdog', props);
const options: QuotaOptions = { share: 0.5, limits: { 'amazon.nova-pro-v1:0': { tokensPerMinute: 1000 } } };
const client: BedrockRuntimeClient = withQuotas(new BedrockRuntimeClient({}), options);
const reading: ErrorReading = readError('Too many tokens per day');
console.log(watchdog.alertTopic.topicArn, client.config.region, classifyThrottle(new Error()), reading.kind);
`;

/** What the types must refuse; without it nothing would tell that they are read at all. */
const MISUSE = `
import { BedrockQuotaWatchdog } from 'bedrock-quota-watchdog';
import { withQuotas } from 'bedrock-quota-watchdog/client';
import { readError } from 'bedrock-quota-watchdog/core';
const a: number = {} as BedrockQuotaWatchdog;
const b: number = {} as ReturnType<typeof withQuotas>;
const c: number = {} as ReturnType<typeof readError>;
`;

/** Compiler, module, resolution: what an app may be set to. */
const SETTINGS = [
  ...Object.keys(COMPILERS).flatMap((compiler) => [
    [compiler, 'node16', 'node16'] as const,
    [compiler, 'nodenext', 'nodenext'] as const,
    [compiler, 'esnext', 'bundler'] as const,
  ]),
  // Older apps; TypeScript 7 knows it no more.
  ['oldest', 'commonjs', 'node10'] as const,
  ['fifth', 'commonjs', 'node10'] as const,
];

let consumer: Consumer;

beforeAll(() => {
  consumer = createConsumer([
    `aws-cdk-lib@${peerDependencies['aws-cdk-lib'].slice(1)}`,
    `constructs@${peerDependencies.constructs.slice(1)}`,
    `@aws-sdk/client-bedrock-runtime@${peerDependencies['@aws-sdk/client-bedrock-runtime'].slice(1)}`,
    `@types/node@${devDependencies['@types/node']}`,
    ...Object.entries(COMPILERS).map(([name, version]) => `${name}@npm:typescript@${version}`),
  ]);
  consumer.write({ 'use.ts': USE, 'use.mts': USE, 'misuse.ts': MISUSE });
});

afterAll(() => consumer.remove());

test.each(SETTINGS)('TypeScript of %s, module %s, resolution %s', (compiler, module, resolution) => {
  // Without modules of Node there is but one kind of file.
  const files = resolution === 'node10' ? ['use.ts', 'misuse.ts'] : ['use.ts', 'use.mts', 'misuse.ts'];
  // Types of the package are checked too, once a compiler, and not only how they are used.
  const isThorough = module === 'nodenext';
  const { out } = consumer.run(process.execPath, [
    `node_modules/${compiler}/bin/tsc`,
    ...['--noEmit', '--strict', '--target', 'es2022', '--types', 'node', '--module', module],
    ...['--moduleResolution', resolution, '--skipLibCheck', String(!isThorough), ...files],
  ]);
  const errors = out.split('\n').filter((line) => /error TS\d+/.test(line));
  expect(errors.map((line) => line.replace(/\(.*(error TS\d+):.*/, ' $1'))).toEqual(
    Array(3).fill('misuse.ts error TS2322'),
  );
});
