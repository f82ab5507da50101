import { needParameter, type QueryService } from '../wire/aws-query';
import { ServiceError } from '../wire/service-error';

/** A message as SNS took it. */
export interface PublishedMessage {
  /** ISO time in UTC on the simulated clock. */
  readonly at: string;
  readonly topicArn: string;
  readonly subject: string;
  /** Protocol → body. */
  readonly message: Readonly<Record<string, string>>;
  /** Text, or a list for String.Array. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
}

/** Where the service answers from. */
export interface SnsSettings {
  readonly region: string;
  readonly accountId: string;
  readonly now: () => Date;
  /** Everything published, oldest first; the service adds to it. */
  readonly messages: PublishedMessage[];
}

/**
 * Bytes of one message with its attributes, as SNS counts them: each attribute with name, type and value.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html (read 2026-11)
 */
const MAXIMUM_BYTES = 262_144;

/** What XML 1.0 cannot carry, and neither an answer nor a queue. */
const UNSENDABLE = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** @throws ServiceError when the message and its attributes are more than SNS takes, or hold what cannot be sent. */
function checkSent(parameters: URLSearchParams): void {
  const counted = [...parameters].filter(
    ([name]) => name === 'Message' || /^MessageAttributes\.entry\.\d+\.(?:Name|Value\.\w+)$/.test(name),
  );
  if (counted.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0) > MAXIMUM_BYTES)
    throw new ServiceError('InvalidParameter', 'Invalid parameter: Message too long');
  if (counted.some(([, text]) => UNSENDABLE.test(text)))
    throw new ServiceError('InvalidParameter', 'Invalid parameter: Message contains characters that XML 1.0 has not');
}

/** SNS: up to 100 printable ASCII characters, the first a letter, a number or punctuation. */
const SUBJECT = /^[\x21-\x7e][\x20-\x7e]{0,99}$/;

function readMessage(parameters: URLSearchParams): Record<string, string> {
  const text = needParameter(parameters, 'Message');
  if (parameters.get('MessageStructure') !== 'json') return { default: text };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && typeof (value as { default?: unknown }).default === 'string') {
      return value as Record<string, string>;
    }
  } catch (error) {
    throw new ServiceError(
      'InvalidParameter',
      `Invalid parameter: Message Structure - JSON message body failed to parse (${String(error)})`,
    );
  }
  throw new ServiceError(
    'InvalidParameter',
    'Invalid parameter: Message Structure - No default entry in JSON message body',
  );
}

/** A String.Array is a JSON list. @throws ServiceError when it is not. */
function readArray(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value.map(String);
  } catch (error) {
    throw new ServiceError('InvalidParameterValue', `The String.Array attribute is no JSON: ${String(error)}`);
  }
  throw new ServiceError('InvalidParameterValue', 'The String.Array attribute is no list');
}

function readAttributes(parameters: URLSearchParams): Record<string, string | string[]> {
  const attributes: Record<string, string | string[]> = {};
  for (let index = 1; parameters.has(`MessageAttributes.entry.${index}.Name`); index++) {
    const prefix = `MessageAttributes.entry.${index}`;
    const type = parameters.get(`${prefix}.Value.DataType`) ?? '';
    const value = parameters.get(`${prefix}.Value.StringValue`) ?? '';
    if (value === '')
      throw new ServiceError('InvalidParameterValue', `The message attribute ${index} must contain a non-empty value`);
    if (!['String', 'Number', 'String.Array'].includes(type))
      throw new ServiceError('InvalidParameterValue', `The attribute type ${type} is not known`);
    if (type === 'Number' && !Number.isFinite(Number(value)))
      throw new ServiceError('InvalidParameterValue', `The message attribute ${index} is no number`);
    attributes[parameters.get(`${prefix}.Name`) ?? ''] = type === 'String.Array' ? readArray(value) : value;
  }
  return attributes;
}

/** Subscriptions a page, as SNS has it. */
const SUBSCRIPTIONS_PER_PAGE = 100;

/** Protocols whose owner must follow a link, or answer a request, before anything is sent there. */
const CONFIRMED_BY_HAND: ReadonlySet<string> = new Set(['email', 'email-json', 'http', 'https']);

interface Subscription {
  readonly [field: string]: string;
}

/** The SNS API of the account: topics with their subscriptions, and a record of what was published. */
export function createSns({ region, accountId, now, messages }: SnsSettings): QueryService {
  const topics = new Set<string>();
  const subscriptions: Subscription[] = [];
  const needTopic = (parameters: URLSearchParams): string => {
    const arn = needParameter(parameters, 'TopicArn');
    if (!topics.has(arn)) throw new ServiceError('NotFound', 'Topic does not exist', 404);
    return arn;
  };
  return {
    CreateTopic: (parameters) => {
      const arn = `arn:aws:sns:${region}:${accountId}:${needParameter(parameters, 'Name')}`;
      topics.add(arn);
      return { TopicArn: arn };
    },
    ListTopics: () => ({ Topics: [...topics].map((arn) => ({ TopicArn: arn })) }),
    Subscribe: (parameters) => {
      const topicArn = needTopic(parameters);
      const protocol = needParameter(parameters, 'Protocol');
      const isPending = CONFIRMED_BY_HAND.has(protocol);
      const arn = `${topicArn}:subscription-${subscriptions.length + 1}`;
      subscriptions.push({
        SubscriptionArn: isPending ? 'PendingConfirmation' : arn,
        Owner: accountId,
        Protocol: protocol,
        Endpoint: parameters.get('Endpoint') ?? '',
        TopicArn: topicArn,
      });
      return { SubscriptionArn: isPending ? 'pending confirmation' : arn };
    },
    ListSubscriptionsByTopic: (parameters) => {
      const topicArn = needTopic(parameters);
      const start = Number(parameters.get('NextToken') ?? 0);
      const all = subscriptions.filter((one) => one.TopicArn === topicArn);
      const next = start + SUBSCRIPTIONS_PER_PAGE;
      return {
        Subscriptions: all.slice(start, next),
        ...(next < all.length ? { NextToken: String(next) } : {}),
      };
    },
    Publish: (parameters) => {
      const topicArn = needTopic(parameters);
      const subject = parameters.get('Subject') ?? '';
      if (subject !== '' && !SUBJECT.test(subject))
        throw new ServiceError('InvalidParameter', 'Invalid parameter: Subject');
      checkSent(parameters);
      const message = readMessage(parameters);
      messages.push({
        at: now().toISOString().replace('.000Z', 'Z'),
        topicArn,
        subject,
        message,
        attributes: readAttributes(parameters),
      });
      return { MessageId: `message-${messages.length}` };
    },
  };
}

/** The STS API of the account: who the caller is. */
export function createSts(accountId: string): QueryService {
  return {
    GetCallerIdentity: () => ({ Account: accountId, Arn: `arn:aws:iam::${accountId}:user/local`, UserId: 'LOCAL' }),
  };
}
