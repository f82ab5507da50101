import type { ErrorKind } from '../../../../lib/core/errors';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const USER = 'arn:aws:sts::111122223333:assumed-role/app/i';
const PROFILE = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${SONNET}`;

/** The record that CloudTrail writes of a refused call. */
const CLOUDTRAIL = JSON.stringify({
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'ConverseStream',
  awsRegion: 'eu-west-1',
  errorCode: 'ThrottlingException',
  errorMessage: 'Too many tokens, please wait before trying again.',
  requestParameters: { modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' },
  recipientAccountId: '111122223333',
});

/** Texts as people paste them, of many makes, and what each is. */
export const TEXTS: readonly (readonly [text: string, kind: ErrorKind])[] = [
  // Access to the model.
  [
    'AccessDeniedException: Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided.. Your AWS Marketplace subscription for this model cannot be completed at this time.',
    'modelAccess',
  ],
  [
    'An error occurred (AccessDeniedException) when calling the InvokeModel operation: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.',
    'modelAccess',
  ],
  [
    'ResourceNotFoundException: Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model.',
    'modelAccess',
  ],
  ['{"__type":"FTUFormNotFilled","message":"please fill the form"}', 'modelAccess'],
  ["AccessDeniedException: You don't have access to the model with the specified model ID.", 'modelAccess'],
  ['anthropic.claude-opus-4-8 is not available for this account. You can explore other models.', 'modelAccess'],
  // A restricted account.
  ['ValidationException: Operation not allowed', 'accountRestricted'],
  [
    'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: Operation not allowed',
    'accountRestricted',
  ],
  ['AccessDeniedException: Your account is not authorized to invoke this API operation.', 'accountRestricted'],
  [
    'ThrottlingException: Your account is not authorized to invoke this model at this rate. Please create a support case to request access.',
    'accountRestricted',
  ],
  // Legacy models.
  [
    'ResourceNotFoundException: Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 15 days. Please upgrade to an active model on Amazon Bedrock',
    'legacyModel',
  ],
  [
    'ResourceNotFoundException: This model version has reached the end of its life. Please refer to the AWS documentation.',
    'legacyModel',
  ],
  // The model, and AWS itself.
  [
    'ModelTimeoutException: The request took too long to process. Processing time exceeded the model timeout length.',
    'modelTimeout',
  ],
  ['{"name":"ModelErrorException","$metadata":{"httpStatusCode":424},"originalStatusCode":500}', 'modelError'],
  ['ModelErrorException: The request failed due to an error while processing the model.', 'modelError'],
  [
    'InternalServerException: The system encountered an unexpected error during processing. Try your request again.',
    'internalError',
  ],
  ['HTTP/1.1 500 Internal Server Error', 'internalError'],
  [
    "{'modelStreamErrorException': {'message': 'The system encountered an unexpected error during processing. Try your request again.', 'originalStatusCode': 424}}",
    'modelStreamError',
  ],
  // Capacity.
  ['{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', 'capacity'],
  ['Error code: 529 - Overloaded', 'capacity'],
  ['anthropic.InternalServerError: Error code: 529', 'capacity'],
  ['ServiceUnavailableException: Too many connections, please wait before trying again.', 'capacity'],
  // Calls at the same time.
  ['ThrottlingException: Too many concurrent requests, please wait before trying again.', 'concurrency'],
  [
    'ServiceQuotaExceededException: The number of concurrent InvokeModel requests exceeds the service quota for the model.',
    'concurrency',
  ],
  ['ThrottlingException: Asynchronous invocation limit reached: async requests limit is 20.', 'concurrency'],
  // Other operations.
  [
    'An error occurred (ThrottlingException) when calling the Retrieve operation (reached max retries: 4): Your request rate is too high. Reduce the frequency of requests.',
    'otherApi',
  ],
  [
    'An error occurred (throttlingException) when calling the InvokeAgent operation: Your request rate is too high. Reduce the frequency of requests.',
    'otherApi',
  ],
  ['An error occurred (ThrottlingException) when calling the InvokeFlow operation: Rate exceeded', 'otherApi'],
  [
    'An error occurred (ThrottlingException) when calling the InvokeAgent operation: Too many tokens, please wait before trying again.',
    'tokensPerMinute',
  ],
  [
    'An error occurred (ThrottlingException) when calling the ListFoundationModels operation (reached max retries: 2): Rate exceeded',
    'controlPlane',
  ],
  [
    'An error occurred (TooManyRequestsException) when calling the ListServiceQuotas operation: Rate exceeded',
    'controlPlane',
  ],
  // Increases.
  [
    'An error occurred (ResourceAlreadyExistsException) when calling the RequestServiceQuotaIncrease operation: Only one open service quota increase request is allowed per quota.',
    'increaseLimit',
  ],
  [
    'QuotaExceededException: You have exceeded your service quota. To perform the requested action, remove some of the relevant resources.',
    'increaseLimit',
  ],
  // IAM.
  [
    `AccessDeniedException: User: ${USER} is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: ${PROFILE} with an explicit deny in a service control policy`,
    'accessDenied',
  ],
  // The same, wrapped.
  [CLOUDTRAIL, 'tokensPerMinute'],
  [JSON.stringify(CLOUDTRAIL), 'tokensPerMinute'],
  [JSON.stringify({ Records: [CLOUDTRAIL] }), 'tokensPerMinute'],
  [
    `2026-11-03T10:00:00Z ERROR app \u001b[31mThrottlingException: Too many tokens per day, please wait before trying again.\u001b[0m`,
    'tokensPerDay',
  ],
  [
    'litellm.RateLimitError: BedrockException - {"message":"Too many tokens, please wait before trying again."}',
    'tokensPerMinute',
  ],
  ['litellm.BadRequestError: BedrockException - {"message":"Operation not allowed"}', 'accountRestricted'],
  ['AI_APICallError: Too many requests, please wait before trying again.', 'requestsPerMinute'],
  ['&quot;message&quot;:&quot;Too many tokens per day, please wait before trying again.&quot;', 'tokensPerDay'],
  [
    'Erro ao chamar o modelo: ThrottlingException: Too many requests, please wait before trying again. Tente mais tarde.',
    'requestsPerMinute',
  ],
  [
    "ThrottlingException: Too many tokens, please wait before trying again.\n    at de_ThrottlingExceptionRes (/app/index.js:1:1) {\n  '$fault': 'client',\n  '$metadata': { httpStatusCode: 429, attempts: 3 }\n}",
    'tokensPerMinute',
  ],
  [
    'operation error Bedrock Runtime: ConverseStream, https response error StatusCode: 429, RequestID: 1, ThrottlingException: Too many tokens per day, please wait before trying again.',
    'tokensPerDay',
  ],
  ['{"throttlingException":{"message":"Too many tokens, please wait before trying again."}}', 'tokensPerMinute'],
  // What others wrote around the error does not decide.
  [
    '{"messages":[{"role":"user","content":"why too many tokens per day?"}],"error":{"name":"AccessDeniedException","message":"User is not authorized to perform: bedrock:InvokeModel"}}',
    'accessDenied',
  ],
  [
    'prompt="what does too many requests mean" ValidationException: Malformed input request, please reformat your input and try again.',
    'unrecognised',
  ],
  ['prompt="explain tokens per day" InternalServerException: failed', 'internalError'],
  // Nothing of Bedrock.
  ['TypeError: cannot read properties of undefined', 'unrecognised'],
  ['The quick brown fox jumps over the lazy dog.', 'unrecognised'],
];
