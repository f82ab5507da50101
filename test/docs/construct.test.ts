import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { ROOT } from '../lib/cdk/fixtures';
import { codeBlocks } from './code-blocks';
import { runProgram } from './run-program';

const PAGE = readFileSync(join(ROOT, 'docs/construct.md'), 'utf8');

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
