/** A refused call as CloudTrail records it, in the shape AWS documents. @see CloudTrail record contents */
export function toTrailRecord(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEID:worker-7',
      arn: 'arn:aws:sts::111122223333:assumed-role/SummaryWorker/worker-7',
      accountId: '111122223333',
      sessionContext: { sessionIssuer: { type: 'Role', userName: 'SummaryWorker' } },
    },
    eventTime: '2026-10-14T14:32:07Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'us-east-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: 'Boto3/1.40.0 md/Botocore#1.40.0',
    errorCode: 'ThrottlingException',
    errorMessage: 'Too many tokens, please wait before trying again.',
    requestParameters: { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
    responseElements: null,
    requestID: '5b0c2f0e-1111-4222-8333-44445555666a',
    eventID: '0a1b2c3d-1111-4222-8333-44445555666a',
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
    ...changes,
  };
}
