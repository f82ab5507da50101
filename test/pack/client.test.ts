import { devDependencies, peerDependencies } from '../../package.json';
import { type Consumer, createConsumer } from './consumer';

/**
 * A client whose requests are answered here: the first call is throttled once and then taken, the second may not try again.
 * What is printed: the answer, whether the throttle was told, and how many answers the second call left.
 */
const USE = `
const throttled = { statusCode: 429, headers: { 'x-amzn-errortype': 'ThrottlingException' },
  body: { message: 'Too many tokens, please wait before trying again.' } };
const taken = { statusCode: 200, headers: {}, body: { output: { message: { role: 'assistant', content: [{ text: 'four' }] } },
  stopReason: 'end_turn', usage: { inputTokens: 3, outputTokens: 1, totalTokens: 4 } } };
const answers = [throttled, taken, throttled, taken];
const requestHandler = {
  handle: async () => {
    const { body, ...response } = answers.shift();
    return { response: { ...response, body: Readable.from([Buffer.from(JSON.stringify(body))]) } };
  },
};
const credentials = { accessKeyId: 'x', secretAccessKey: 'y' };
const types = [];
let now = 0;
const client = withQuotas(new BedrockRuntimeClient({ region: 'us-east-1', credentials, requestHandler }), {
  clock: { now: () => now, sleep: async (milliseconds) => { now += milliseconds; }, random: () => 0.5 },
  onEvent: ({ type }) => types.push(type),
});
const ask = () => new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', messages: [{ role: 'user', content: [{ text: 'x' }] }] });
client.send(ask())
  .then(({ output }) => client.send(forCall(ask(), { maxAttempts: 1 })).catch(() => output))
  .then((output) => console.log(JSON.stringify([output.message.content[0].text, types.includes('throttled'), answers.length])));
`;

const PROGRAMS = {
  'use.cjs': `const { Readable } = require('node:stream');
const { BedrockRuntimeClient, ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');
const { forCall, withQuotas } = require('bedrock-quota-watchdog/client');${USE}`,
  'use.mjs': `import { Readable } from 'node:stream';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { forCall, withQuotas } from 'bedrock-quota-watchdog/client';${USE}`,
};

/** The ends of what the package says it works with. The lowest is the first that knows Converse. */
const ENDS = [
  peerDependencies['@aws-sdk/client-bedrock-runtime'].slice(1),
  devDependencies['@aws-sdk/client-bedrock-runtime'],
];

describe.each(ENDS)('beside @aws-sdk/client-bedrock-runtime %s', (version) => {
  let consumer: Consumer;

  beforeAll(() => {
    consumer = createConsumer([`@aws-sdk/client-bedrock-runtime@${version}`]);
    consumer.write(PROGRAMS);
  });

  afterAll(() => consumer.remove());

  test('it brings no CDK and no client of the command line', () => {
    const installed = consumer.installed();
    expect(installed.filter((name) => /cdk|^constructs$/.test(name))).toEqual([]);
    // Older ones bring clients of their own, for credentials.
    const clients = installed.filter((name) => name.startsWith('@aws-sdk/client-'));
    expect(clients.filter((name) => !/\/client-(?:bedrock-runtime|sso|sso-oidc|sts)$/.test(name))).toEqual([]);
  });

  test.each(Object.keys(PROGRAMS))('%s: calls keep to their quotas, and to what is said of one', (program) => {
    expect(consumer.run(process.execPath, [program])).toMatchObject({ status: 0, out: '["four",true,1]\n' });
  });
});
