import fc from 'fast-check';
import { readErrorText } from '../../../../../lib/core/answers/explain/error-text';
import { EN_COMMANDS } from '../../../../../lib/language/command-words';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const BASE = 'anthropic.claude-sonnet-4-20250514-v1:0';
const ARN = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${SONNET}`;

describe('what a text says', () => {
  test.each([
    ['Too many tokens per day, please wait before trying again.', 'tokensPerDay'],
    [
      'An error occurred (ThrottlingException) when calling the InvokeModel operation (reached max retries: 4): Too many tokens per day, please wait before trying again.',
      'tokensPerDay',
    ],
    [
      'botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many tokens, please wait before trying again.',
      'tokensPerMinute',
    ],
    ['ThrottlingException: Too many tokens, please wait before trying again.', 'tokensPerMinute'],
    [
      'software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException: Too many requests, please wait before trying again. (Service: BedrockRuntime, Status Code: 429, Request ID: 158a2e26-c851-4440-9f98-503065df1de4)',
      'requestsPerMinute',
    ],
    ['{"message":"Too many tokens, please wait before trying again."}', 'tokensPerMinute'],
    ['{"Message": "TOO MANY TOKENS PER DAY, please wait\\nbefore trying again."}', 'tokensPerDay'],
    ['Too many tokens\n   per day, please wait before trying again.', 'tokensPerDay'],
    ['Your request rate is too high. Reduce the frequency of requests.', 'requestsPerMinute'],
    ['Too many requests', 'requestsPerMinute'],
    ['API Error (429 Too many requests, please wait before trying again.)', 'requestsPerMinute'],
    ['API Error (429 Too many tokens, please wait before trying again.)', 'tokensPerMinute'],
    ['HTTP/1.1 429 Too Many Requests: Too many tokens, please wait before trying again.', 'tokensPerMinute'],
    ['HTTP/1.1 429 Too Many Requests', 'throttled'],
    ['429 Too Many Requests ModelNotReadyException', 'modelNotReady'],
    [
      'botocore.exceptions.EventStreamError: An error occurred (throttlingException) when calling the InvokeModelWithResponseStream operation: Too many requests, please wait before trying again. You have sent too many requests.  Wait before trying again.',
      'requestsPerMinute',
    ],
    ['{ name: "ThrottlingException", "$fault": "client", "$metadata": { "httpStatusCode": 429 } }', 'throttled'],
    ['ThrottlingException: Rate exceeded', 'throttled'],
    ['ServiceQuotaExceededException: Your request exceeds the service quota for your account.', 'serviceQuotaExceeded'],
    ['ServiceUnavailableException: Bedrock is unable to process your request.', 'capacity'],
    ['API Error (503 Too many connections, please wait before trying again.)', 'capacity'],
    ["{':exception-type': 'serviceUnavailableException', ':content-type': 'application/json'}", 'capacity'],
    ['Status Code: 503', 'capacity'],
    ['modelStreamErrorException: The system encountered an unexpected error.', 'modelStreamError'],
    ['ModelNotReadyException: The model is not ready for inference.', 'modelNotReady'],
    [
      `An error occurred (ValidationException) when calling the Converse operation: Invocation of model ID ${BASE} with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
      'onDemandNotSupported',
    ],
    [`Invocation of model ID ${BASE} with on-demand throughput isn't supported.`, 'onDemandNotSupported'],
    [
      `{"message":"Invocation of model ID ${BASE} with on-demand throughput isn\\u2019t supported."}`,
      'onDemandNotSupported',
    ],
    ["AccessDeniedException: You don't have access to the model with the specified model ID.", 'modelAccess'],
    [
      `User: arn:aws:sts::111122223333:assumed-role/app/i is not authorized to perform: bedrock:InvokeModel on resource: ${ARN} because no identity-based policy allows the bedrock:InvokeModel action`,
      'accessDenied',
    ],
    ['ValidationException: The provided model identifier is invalid.', 'invalidModelId'],
    [
      '400 Bad Request: Too many input tokens. Max input tokens: 8192, request input token count: 9532',
      'requestTooLong',
    ],
    ['The maximum tokens you requested exceeds the model limit of 4096.', 'requestTooLong'],
    ['used 1,503 tokens of 2,429 in request 0f2e-503-429-aa', 'unrecognised'],
    ['ECONNRESET', 'unrecognised'],
    ['', 'unrecognised'],
  ])('%s', (text, kind) => {
    expect(readErrorText(text, EN_COMMANDS)).toMatchObject({ kind, text });
  });

  test.each([
    ['AccessDenied', true],
    ['modelStreamErrorException', true],
    ['prompt is too long', true],
    ['The provided model identifier is invalid.', true],
    ['Too many tokens', false],
    ['Too many tokens per day', false],
    ['Too many requests', false],
  ])('%s: whether it is said to be no quota: %s', (text, isSaid) => {
    expect(readErrorText(text, EN_COMMANDS).meaning.includes('no quota is involved')).toBe(isSaid);
  });
});

describe('the model a text names', () => {
  test.each([
    [`Invocation of model ID ${BASE} with on-demand throughput isn\u2019t supported.`, BASE],
    [`model ${SONNET}: Too many tokens, please wait`, SONNET],
    ['Too many tokens for anthropic.claude-opus-4-8.', 'anthropic.claude-opus-4-8'],
    [`litellm.RateLimitError: bedrock/${SONNET} Too many tokens`, SONNET],
    [`POST /model/${SONNET.replace(':', '%3A')}/converse 429`, SONNET],
    [`{"modelId":"${SONNET}","model":"${SONNET}"}`, SONNET],
    [`not authorized to perform: bedrock:InvokeModel on resource: ${ARN} because`, ARN],
    [
      'on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0.',
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0',
    ],
    ['Too many tokens for model ID s529qz7ddy06', 's529qz7ddy06'],
    ['modelId="s529qz7ddy06"', 's529qz7ddy06'],
    [`Too many tokens for ${SONNET}, then for amazon.nova-pro-v1:0`, null],
    ['"variantIdentifier":"anthropic.claude-3-7-sonnet-20250219-v1:0:18k","message":"Too many connections"', null],
    ["You don't have access to the model with the specified model ID.", null],
    ['x-amzn-ErrorType: ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/', null],
    ['User: arn:aws:sts::111122223333:assumed-role/app/i is not authorized', null],
    ['model ID deployments', null],
  ])('%s', (text, modelId) => {
    expect(readErrorText(text, EN_COMMANDS).modelId).toBe(modelId);
  });

  test('whatever the text, what is found has the form of an id', () => {
    const parts = fc.constantFrom(
      'arn:aws:bedrock:',
      SONNET,
      '$(reboot)',
      ';',
      ' ',
      'model ID ',
      ':',
      '`',
      '\u0000',
      '/',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 8 }), (pieces) => {
        const { modelId } = readErrorText(pieces.join(''), EN_COMMANDS);
        expect(modelId ?? 'none').toMatch(/^[a-z0-9][^\s`$;]*$/);
      }),
    );
  });
});
