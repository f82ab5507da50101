import { callerOf, withoutCaller } from '../../../../lib/core/refusals';
import { refusal } from './refusal';

test.each([
  ['SummaryWorker/worker-7', 'SummaryWorker'],
  ['user/batch', 'user/batch'],
  ['federated-user/ann', 'federated-user/ann'],
  ['root', 'root'],
])('of %s the caller is %s', (principal, caller) => {
  expect(callerOf(principal)).toBe(caller);
});

test.each([
  'User: arn:aws:sts::111122223333:assumed-role/SummaryWorker/worker-7 is not authorized to perform: bedrock:InvokeModel',
  'User: arn:aws-us-gov:iam::111122223333:user/SummaryWorker is not authorized to perform: bedrock:InvokeModel',
  'Role arn:aws:iam::111122223333:role/path/SummaryWorker: not authorized to perform: bedrock:InvokeModel',
  'SummaryWorker/worker-7 may not',
])('no name stands in what is left of "%s"', (text) => {
  const left = withoutCaller(refusal({ text, userAgent: 'tool of SummaryWorker/worker-7' }));
  expect(JSON.stringify(left)).not.toMatch(/SummaryWorker|worker-7/);
  expect(left.principal).toBeNull();
});

test('the words, the model and the program stay', () => {
  expect(withoutCaller(refusal())).toEqual({ ...refusal(), principal: null });
});
