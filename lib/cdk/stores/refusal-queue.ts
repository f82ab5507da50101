import { Annotations, Aws, Duration } from 'aws-cdk-lib';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { LEDGER_MINUTES } from '../../core/refusals';
import { acknowledgeRule } from '../functions/acknowledge-rule';

/**
 * How long refusals wait for the poller, which fetches them at each tick: no longer than it counts them. In a flood of which
 * a run reads a part, SQS drops the oldest so, which nobody would count any more, and the poller never falls further behind.
 */
const RETENTION = Duration.minutes(LEDGER_MINUTES);

/** Properties of {@link RefusalQueue}. */
export interface RefusalQueueProps {
  readonly watchdogName: string;
}

/**
 * The calls of models that Bedrock refused, as CloudTrail records them: EventBridge delivers them where a trail logs
 * management events. No dead-letter queue: what cannot be read is counted, told and deleted.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html (read 2026-11)
 */
export class RefusalQueue extends Construct {
  readonly queue: Queue;
  readonly rule: Rule;

  constructor(scope: Construct, id: string, { watchdogName }: RefusalQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: RETENTION,
    });
    acknowledgeRule(this.queue, {
      rule: 'AwsSolutions-SQS3',
      reason: 'The poller counts what it cannot read and deletes it: nothing is received again and again.',
    });
    this.rule = new Rule(this, 'Rule', {
      description: `Refused calls of models, for ${watchdogName}`,
      eventPattern: {
        source: ['aws.bedrock'],
        detailType: ['AWS API Call via CloudTrail'],
        // Other accounts and Regions may send their events to this bus.
        account: [Aws.ACCOUNT_ID],
        region: [Aws.REGION],
        detail: {
          eventSource: ['bedrock.amazonaws.com'],
          eventName: [{ prefix: 'InvokeModel' }, { prefix: 'Converse' }],
          errorCode: Match.exists(),
        },
      },
    });
    // By hand: the target of the library would let the rule read the queue's attributes and URL as well.
    this.rule.addTarget({ bind: () => ({ arn: this.queue.queueArn }) });
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RefusalsOfThisRule',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': this.rule.ruleArn } },
      }),
    );
    Annotations.of(this).addWarningV2(
      'bedrock-quota-watchdog:needs-a-trail',
      'refusalEvidence needs a CloudTrail trail that logs management events in this Region; without one EventBridge gets no refused calls, and causes are inferred as before. Acknowledge this once there is one',
    );
  }
}
