import { devDependencies } from '../../package.json';
import { type Consumer, createConsumer } from './consumer';

/** A client whose requests are answered here: throttled once, then taken. */
const USE = `
const answers = [
  { statusCode: 429, headers: { 'x-amzn-errortype': 'ThrottlingException' }, text: '{"message":"Too many tokens, please wait before trying again."}' },
  { statusCode: 200, headers: {}, text: '{"output":{"message":{"role":"assistant","content":[{"text":"four"}]}},"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":1,"totalTokens":4}}' },
];
const requestHandler = {
  handle: async () => {
    const { text, ...response } = answers.shift();
    return { response: { ...response, body: Readable.from([Buffer.from(text)]) } };
  },
};
const credentials = { accessKeyId: 'x', secretAccessKey: 'y' };
const types = [];
let now = 0;
const client = withQuotas(new BedrockRuntimeClient({ region: 'us-east-1', credentials, requestHandler }), {
  clock: { now: () => now, sleep: async (milliseconds) => { now += milliseconds; }, random: () => 0.5 },
  onEvent: ({ type }) => types.push(type),
});
const messages = [{ role: 'user', content: [{ text: 'two and two' }] }];
client.send(new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', messages })).then(({ output }) => {
  console.log(JSON.stringify([output.message.content[0].text, types.includes('throttled')]));
});
`;

const PROGRAMS = {
  'use.cjs': `const { Readable } = require('node:stream');
const { BedrockRuntimeClient, ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');
const { withQuotas } = require('bedrock-quota-watchdog/client');${USE}`,
  'use.mjs': `import { Readable } from 'node:stream';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { withQuotas } from 'bedrock-quota-watchdog/client';${USE}`,
};

let consumer: Consumer;

beforeAll(() => {
  consumer = createConsumer([`@aws-sdk/client-bedrock-runtime@${devDependencies['@aws-sdk/client-bedrock-runtime']}`]);
  consumer.write(PROGRAMS);
});

afterAll(() => consumer.remove());

test('beside the client of the runtime it brings no CDK and no other client', () => {
  const installed = consumer.installed();
  expect(installed.filter((name) => /cdk|^constructs$/.test(name))).toEqual([]);
  expect(installed.filter((name) => name.startsWith('@aws-sdk/client-'))).toEqual(['@aws-sdk/client-bedrock-runtime']);
});

test.each(Object.keys(PROGRAMS))('%s: calls keep to their quotas', (program) => {
  expect(consumer.run(process.execPath, [program])).toEqual({ status: 0, out: '["four",true]\n', error: '' });
});
