import { describeAwsError, isAccessDenied } from '../../aws/aws-error';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';

function awsError(name: string): Error {
  return Object.assign(new Error('words of AWS'), { name });
}

function tell(action: string, name: string): string {
  return spellStatement(describeAwsError(action, awsError(name)), EN);
}

const KEY = 'allow the actions kms:GenerateDataKey and kms:Decrypt on that key';

describe('a failed call says what must be allowed', () => {
  it.each([
    ['servicequotas:ListServiceQuotas', 'AccessDeniedException', 'allow the action servicequotas:ListServiceQuotas'],
    ['cloudwatch:GetMetricData', 'AccessDenied', 'allow the action cloudwatch:GetMetricData'],
    ['bedrock:ListFoundationModels', 'AccessDeniedException', 'allow the action bedrock:ListFoundationModels'],
    ['dynamodb:PutItem', 'AccessDeniedException', 'allow the action dynamodb:PutItem'],
    ['ssm:GetParameters', 'AccessDeniedException', 'allow the action ssm:GetParameters'],
    ['events:PutEvents', 'NotAuthorized', 'allow the action events:PutEvents'],
    ['cloudformation:DescribeStacks', 'UnauthorizedOperation', 'allow the action cloudformation:DescribeStacks'],
    ['sns:Publish', 'AuthorizationError', 'allow the action sns:Publish'],
    ['sns:Publish', 'AuthorizationErrorException', 'allow the action sns:Publish'],
    ['sns:Publish', 'KMSAccessDeniedException', KEY],
    ['sns:Publish', 'KMSAccessDenied', KEY],
  ])('%s, %s', (action, name, hint) => {
    expect(tell(action, name).split('; ').at(-1)).toContain(hint);
    expect(isAccessDenied(awsError(name))).toBe(true);
  });

  it.each(['KMSDisabledException', 'KMSInvalidStateException', 'KMSNotFoundException'])(
    '%s is about the key',
    (name) => {
      expect(tell('sns:Publish', name)).toBe(
        `sns:Publish failed (${name}: words of AWS); the key it is encrypted with must exist and be enabled`,
      );
      expect(isAccessDenied(awsError(name))).toBe(false);
    },
  );

  it.each(['ThrottlingException', 'InternalFailure', 'TimeoutError', 'KMSThrottlingException'])(
    '%s asks for no permission',
    (name) => {
      expect(tell('sns:Publish', name)).toBe(`sns:Publish failed (${name}: words of AWS)`);
    },
  );
});
