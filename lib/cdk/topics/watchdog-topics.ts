import { Annotations, Aws, Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { EmailSubscriptions } from './email-subscriptions';

const CLOUDWATCH = 'cloudwatch.amazonaws.com';

/** The shortest wait KMS allows between the deletion of a key and its end. */
const KEY_DELETION_WAIT = Duration.days(7);

/** Properties of {@link WatchdogTopics}. */
export interface WatchdogTopicsProps {
  readonly watchdogName: string;
  /** Addresses subscribed to the alert topic. */
  readonly alertEmails: readonly string[];
  /** Whether there is a topic for a chat. */
  readonly hasChat: boolean;
  /** An existing one. @default - a topic of the watchdog's own */
  readonly alertTopic?: ITopic;
  /** @default - a key of the watchdog's own, rotated yearly */
  readonly encryptionKey?: IKey;
}

/**
 * The alert topic carries what the watchdog says and the alarms about the watchdog itself; e-mail goes there. The alarm
 * topic carries the CloudWatch alarms on the quotas, for pagers and automation: one incident is not mailed twice. The
 * chat topic carries what the alert topic does, in the format of Amazon Q Developer in chat applications.
 */
export class WatchdogTopics extends Construct {
  readonly alertTopic: ITopic;
  readonly alarmTopic: Topic;
  /** `undefined` when no chat is wanted: a topic nobody reads is clutter. */
  readonly chatTopic: Topic | undefined;

  constructor(scope: Construct, id: string, props: WatchdogTopicsProps) {
    super(scope, id);
    const { watchdogName, alertEmails: emails } = props;
    const key = props.encryptionKey ?? this.createKey(watchdogName);
    const create = (name: string, purpose: string) => this.createTopic(name, `${watchdogName} ${purpose}`, key);
    this.letCloudWatchUse('encryptionKey', key);
    const { masterKey } = props.alertTopic ?? {};
    if (masterKey && masterKey !== key) this.letCloudWatchUse('the key of alertTopic', masterKey);
    this.alertTopic = props.alertTopic ?? create('AlertTopic', 'alerts');
    this.alarmTopic = create('AlarmTopic', 'alarms');
    this.chatTopic = props.hasChat ? create('ChatTopic', 'chat') : undefined;
    new EmailSubscriptions(this, 'Emails', { topic: this.alertTopic, emails });
  }

  private createKey(watchdogName: string): Key {
    return new Key(this, 'Key', {
      description: `Encrypts the SNS topics of ${watchdogName}`,
      enableKeyRotation: true,
      // It protects messages on their way only; nothing at rest needs it once the topics are gone.
      removalPolicy: RemovalPolicy.DESTROY,
      pendingWindow: KEY_DELETION_WAIT,
    });
  }

  /**
   * The AWS managed key `alias/aws/sns` cannot be opened to CloudWatch: its alarms would change state and their messages
   * would vanish without a trace in the topic. So the key is a customer's, and its policy names CloudWatch.
   */
  private letCloudWatchUse(what: string, key: IKey): void {
    const { statementAdded } = key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudWatchAlarmsOfThisAccount',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(CLOUDWATCH)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    if (statementAdded) return;
    Annotations.of(this).addWarningV2(
      'bedrock-quota-watchdog:key-policy',
      `the policy of ${what} cannot be changed from here (it is imported): let ${CLOUDWATCH} kms:Decrypt and kms:GenerateDataKey* in it, or alarms reach nobody`,
    );
  }

  private createTopic(id: string, displayName: string, masterKey: IKey): Topic {
    const topic = new Topic(this, id, {
      // A display name longer than this is refused by SNS; a token's length is not known, so it goes without.
      ...(Token.isUnresolved(displayName) ? {} : { displayName: displayName.slice(0, 100) }),
      masterKey,
      enforceSSL: true,
    });
    // A topic policy of our own (TLS) replaces the default one, under which alarms of the account may publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudWatchAlarmsOfThisAccount',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(CLOUDWATCH)],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: {
            'aws:SourceArn': `arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:*`,
          },
        },
      }),
    );
    return topic;
  }
}
