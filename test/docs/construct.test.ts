import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as library from '../../lib';
import { ROOT } from '../lib/cdk/fixtures';
import { codeBlocks } from './code-blocks';

const PAGE = readFileSync(join(ROOT, 'docs/construct.md'), 'utf8');

/** Runs a program of the page as an app would. @returns its stack. */
function runProgram(program: string): Stack {
  const { code } = transformSync(program, { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
  const load = (name: string): unknown => (name === 'bedrock-quota-watchdog' ? library : require(name));
  const run = new Function('require', 'exports', `${code}\nreturn stack;`) as (...args: unknown[]) => Stack;
  return run(load, {});
}

test('the program of the page makes what the page says', () => {
  const [program = ''] = codeBlocks(PAGE, 'ts');
  const template = Template.fromStack(runProgram(program));
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Endpoint: 'ops@example.com',
    TopicArn: 'arn:aws:sns:us-east-1:111122223333:on-call',
  });
  template.resourcePropertiesCountIs(
    'AWS::Lambda::Function',
    { MemorySize: 512, TracingConfig: { Mode: 'Active' } },
    2,
  );
  template.resourceCountIs('AWS::CloudWatch::Dashboard', 2);
  const outputs = Object.keys(template.toJSON().Outputs);
  expect(outputs).toContainEqual(expect.stringMatching(/^WatchdogNextCommand[0-9A-F]{8}$/));
  expect(JSON.stringify(template.toJSON())).toContain('Chatbot-Watchdog-UtilizationCritical');
});
