/** Month and Region of {@link DOLLARS_PER}. */
export const PRICE_DATE = '2026-10';
export const PRICE_REGION = 'us-east-1';

/** List prices of what the watchdog calls, before free tiers. Source: pricing pages of AWS, 2026-10. */
export const DOLLARS_PER = {
  /** A metric asked for by GetMetricData. */
  metricRequested: 0.01 / 1000,
  /** ListMetrics, PutMetricData, GetMetricStatistics. */
  cloudWatchCall: 0.01 / 1000,
  /** 1 KB. */
  dynamoDbWriteUnit: 0.625 / 1e6,
  /** 4 KB, strongly consistent. */
  dynamoDbReadUnit: 0.125 / 1e6,
  /** 64 KB. */
  snsPublish: 0.5 / 1e6,
  /** 64 KB. */
  eventBridgeEvent: 1 / 1e6,
  /** Of a standard queue, 64 KB. Source: pricing page of Amazon SQS, 2026-10. */
  sqsRequest: 0.4 / 1e6,
} as const;

/** What one call costs at least, by the name it is counted under; what is not here is free. */
const DOLLARS_PER_CALL: Readonly<Record<string, number>> = {
  'cloudwatch:MetricsRequested': DOLLARS_PER.metricRequested,
  'cloudwatch:ListMetrics': DOLLARS_PER.cloudWatchCall,
  'cloudwatch:PutMetricData': DOLLARS_PER.cloudWatchCall,
  'cloudwatch:GetMetricStatistics': DOLLARS_PER.cloudWatchCall,
  'dynamodb:GetItem': DOLLARS_PER.dynamoDbReadUnit,
  'dynamodb:Query': DOLLARS_PER.dynamoDbReadUnit,
  'dynamodb:PutItem': DOLLARS_PER.dynamoDbWriteUnit,
  'dynamodb:BatchWriteItem': DOLLARS_PER.dynamoDbWriteUnit,
  'sns:Publish': DOLLARS_PER.snsPublish,
  'events:PutEvents': DOLLARS_PER.eventBridgeEvent,
  'sqs:ReceiveMessage': DOLLARS_PER.sqsRequest,
  'sqs:DeleteMessageBatch': DOLLARS_PER.sqsRequest,
  'sqs:GetQueueAttributes': DOLLARS_PER.sqsRequest,
};

/** Dollars of counted calls before free tiers; a lower bound, for a call of DynamoDB, SNS, SQS or EventBridge counts as one unit. */
export function priceCalls(calls: Readonly<Record<string, number>>): number {
  return Object.entries(calls).reduce((sum, [name, count]) => sum + count * (DOLLARS_PER_CALL[name] ?? 0), 0);
}
