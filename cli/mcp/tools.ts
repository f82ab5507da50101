import { AT, argumentOf, LOOKBACK, numberOf, REGION, switchOf, textOf } from './inputs';
import type { Tool } from './tool';

/** What a model is told first; English in every language, as JSON is. */
export const INSTRUCTIONS = [
  'Answers about the Amazon Bedrock quotas of one AWS account, from Service Quotas and CloudWatch; it only reads.',
  'Asked why calls are throttled or refused ("Too many tokens", "Too many requests", 429, 503): call explain with the error text verbatim and the model id (without a text: with recent), then check for what is near or over its quota.',
  'Then headroom for where the model can be called instead, usage for what its minutes and days were, plan for what a workload needs, pace for a safe rate, requests for increases already asked for, quotas for the whole list.',
  'Tokens are quota tokens: input + cache write + output × burndown rate. null means not known, never 0; a quota of 0 means that no call is allowed.',
  'Notes after the document say what could not be read and which IAM action is missing: tell them to the user.',
].join(' ');

const QUOTAS_COST = 'Cost: none (some 30 calls of Service Quotas and Bedrock a Region).';
const METRICS_COST =
  'Cost: GetMetricData of CloudWatch, $0.01 per 1,000 metrics, usually well under one cent; Service Quotas is free.';
const MODEL_CALLED = 'Model id, inference profile id or ARN as it is called, such as "us.anthropic.claude-…".';

/** Every tool; each reads and none writes. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'explain',
    title: 'Explain a Bedrock error',
    description: `What an error of Bedrock means in this account: which limit, the evidence, what to do. Ask it first when calls are throttled or refused. ${METRICS_COST}`,
    inputs: [
      {
        ...argumentOf(
          'text',
          'The error message as AWS sent it, in whatever it was wrapped: log line, traceback, JSON.',
        ),
        isRequired: false,
      },
      textOf(
        'recent',
        '--recent',
        'Instead of text: the calls that CloudTrail recorded as refused in the last "30m" (1m to 24h), by limit, model, caller and program. Reads two pages a second, for up to a minute.',
      ),
      textOf(
        'model',
        '--model',
        'Model id, inference profile id or ARN that was called. Default: the one in the text.',
      ),
      REGION,
      LOOKBACK,
      AT,
    ],
    settings: ['overrides', 'burndown'],
  },
  {
    name: 'check',
    title: 'Check the Bedrock quotas in use',
    description: `One evaluation of every quota with traffic: peak use in percent of the applied value, throttled calls with their cause, quotas of 0 or below the AWS default, time to exhaustion, what to do. Values are tokens or requests a minute, or tokens a day (daily percents are estimates). ${METRICS_COST}`,
    inputs: [REGION, LOOKBACK, AT],
    settings: ['overrides', 'burndown', 'rules'],
  },
  {
    name: 'headroom',
    title: 'Find where a model has room',
    description: `Where a model can be called with room now: on-demand, cross-Region, global and bedrock-mantle in each Region, with the exact id to call, free tokens and requests a minute after the peak of the look-back, and whether data may leave the Region or geography; best is the row with most room. ${METRICS_COST}`,
    inputs: [
      argumentOf('model', MODEL_CALLED),
      {
        name: 'regions',
        flag: '--regions',
        kind: 'joined',
        isRequired: false,
        description:
          'AWS Regions to compare, such as ["us-east-1","us-west-2"], or ["all"] for every Region of Bedrock (about 20: takes longer). Default: the Region of the server.',
      },
      LOOKBACK,
      AT,
    ],
    settings: ['overrides', 'burndown'],
  },
  {
    name: 'usage',
    title: 'Show the usage of a model',
    description: `What the minutes and days of a model were: p50, p90, p99 and peak of quota tokens and requests a minute, tokens a request, throttled calls, tokens a day, hours of the week, growth. Cost: GetMetricData of CloudWatch, $0.01 per 1,000 metrics whatever the range; more than one cent is told in the notes. Breaking down by principal scans the model invocation log at $0.005 per GB and is refused when that is over one cent.`,
    inputs: [
      argumentOf('model', 'Model id (all its calls), inference profile id or ARN (those alone); or "all".'),
      numberOf('days', '--days', 'Days to look back, 1 to 455; up to 15 by the minute. Default: 14.'),
      textOf('by', '--by', 'Also by "profile", "tag:KEY" of application inference profiles, or "principal".'),
      REGION,
      AT,
    ],
    settings: ['overrides', 'burndown'],
  },
  {
    name: 'plan',
    title: 'Plan a workload against the quotas',
    description: `A workload in, the quota that binds first out: settled and reserved tokens a minute, the largest requests a minute each scope carries, the value to ask AWS for. Considers the quotas alone, not the traffic there already is. ${QUOTAS_COST}`,
    inputs: [
      argumentOf('model', MODEL_CALLED),
      numberOf('requestsPerMinute', '--requests-per-minute', 'Requests a minute, a whole number.', true),
      numberOf('inputTokens', '--input-tokens', 'Input tokens a request, cached ones too.', true),
      numberOf('outputTokens', '--output-tokens', 'Output tokens a request, before burndown.', true),
      numberOf(
        'maxTokens',
        '--max-tokens',
        'max_tokens of a request. Default: unset, which reserves the largest output.',
      ),
      REGION,
    ],
    settings: ['overrides', 'burndown'],
  },
  {
    name: 'pace',
    title: 'Pace calls over a day',
    description: `The safe rate: a number of tokens a day, or the quotas of a model, as tokens a minute, requests a minute and seconds between requests. Give either model or tokensPerDay; with tokensPerDay AWS is not called. ${METRICS_COST}`,
    inputs: [
      { ...argumentOf('model', MODEL_CALLED), isRequired: false },
      numberOf('tokensPerDay', '--tokens-per-day', 'Tokens a day to spread, instead of the quotas of a model.'),
      numberOf(
        'tokensPerRequest',
        '--tokens-per-request',
        'Quota tokens a request. Default: the mean of the last day.',
      ),
      REGION,
      LOOKBACK,
      AT,
    ],
    settings: ['overrides', 'burndown'],
  },
  {
    name: 'requests',
    title: 'List quota increase requests',
    description: `Increase requests for Bedrock quotas, open and past, with what became of each: granted, partly or not by the applied value itself. Asks for no increase. ${QUOTAS_COST}`,
    inputs: [REGION],
    settings: [],
  },
  {
    name: 'quotas',
    title: 'List the Bedrock quotas',
    description: `Every inference quota: code, scope, dimension (the unit), models, applied value, AWS default, adjustable. The whole list is some 400 rows: prefer a filter; filters add up. For one model, headroom is shorter. ${QUOTAS_COST}`,
    inputs: [
      switchOf('zero', '--zero', 'Those that are 0: no call is allowed.'),
      switchOf('lowered', '--lowered', 'Those above 0 and below the AWS default.'),
      switchOf('unmapped', '--unmapped', 'Those without a certain base model.'),
      REGION,
    ],
    settings: ['overrides'],
  },
];
