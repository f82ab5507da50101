import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies, engines } from '../../package.json';
import { type Consumer, createConsumer } from './consumer';

/** The last of each line that is said to work. */
const NODES = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };

const CORE = `
import { readError, severityOf } from 'bedrock-quota-watchdog/core';
console.log(readError('ThrottlingException: Too many tokens per day').kind, severityOf(96, { warningPercent: 80, criticalPercent: 95 }));
`;

const CLIENT = `
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { classifyThrottle, withQuotas } from 'bedrock-quota-watchdog/client';
const client = withQuotas(new BedrockRuntimeClient({ region: 'us-east-1' }), { share: 0.5 });
const error = Object.assign(new Error('Too many tokens per day, please wait'), { name: 'ThrottlingException' });
console.log(client.constructor.name, classifyThrottle(error));
`;

test('the package says which Node it needs', () => {
  expect(engines.node).toBe(`>=${Object.keys(NODES)[0]}`);
});

describe.each(Object.entries(NODES))('Node %s', (line, version) => {
  let consumer: Consumer;
  let node: string;

  beforeAll(() => {
    const binary = `node-${process.platform}-${process.arch}`;
    consumer = createConsumer([
      `${binary}@${version}`,
      `@aws-sdk/client-bedrock-runtime@${devDependencies['@aws-sdk/client-bedrock-runtime']}`,
    ]);
    consumer.write({ 'core.mjs': CORE, 'client.mjs': CLIENT });
    node = join(consumer.folder, 'node_modules', binary, 'bin', 'node');
  });

  afterAll(() => consumer.remove());

  test('is the one that runs', () => {
    expect(consumer.run(node, ['--version']).out.trim()).toBe(`v${version}`);
    expect(version.split('.')[0]).toBe(line);
  });

  test('core', () => {
    expect(consumer.run(node, ['core.mjs'])).toEqual({ status: 0, out: 'tokensPerDay critical\n', error: '' });
  });

  test('client', () => {
    expect(consumer.run(node, ['client.mjs'])).toEqual({
      status: 0,
      out: 'BedrockRuntimeClient tokensPerDay\n',
      error: '',
    });
  });

  test('command line', () => {
    const program = 'node_modules/bedrock-quota-watchdog/bin/launch.js';
    const { status, out, error } = consumer.run(node, [program, 'check', '--local', '--json']);
    expect({ status, isQuiet: !/\bat .*node:|Warning/.test(error) }).toEqual({ status: 1, isQuiet: true });
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, accountId: '111122223333' });
  });

  test('demo, and with it the bundled Lambdas', () => {
    const program = 'node_modules/bedrock-quota-watchdog/bin/launch.js';
    const { status, out } = consumer.run(node, [program, 'demo']);
    expect(status).toBe(0);
    expect(out.match(/\d+ runs of the bundled Lambda|\d+ failed|\d+ e-mails/g)).toEqual([
      '1440 runs of the bundled Lambda',
      '0 failed',
      '16 e-mails',
    ]);
    for (const left of ['dashboard.html', 'widget.html', 'messages'])
      expect(existsSync(join(consumer.folder, 'demo-out', left))).toBe(true);
  });
});
