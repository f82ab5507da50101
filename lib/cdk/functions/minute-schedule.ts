import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SILENCE_MINUTES, TICK_MINUTES } from '../../core/vocabulary/cadence';
import { acknowledgeRule } from './acknowledge-rule';

/**
 * How long Scheduler tries to hand over one tick. A shorter hitch concerns nobody: the next tick reads the minutes in
 * between. A longer one raises NotRunning, and the dead letter says why.
 */
const DELIVERY_WINDOW = Duration.minutes(SILENCE_MINUTES);

/** As many as Scheduler allows: the window ends them. */
const DELIVERY_TRIES = 185;

/** The longest SQS keeps a message: a weekend and a holiday later the reason can still be read. */
const LETTER_RETENTION = Duration.days(14);

/** Properties of {@link MinuteSchedule}. */
export interface MinuteScheduleProps {
  readonly watchdogName: string;
  /** Invoked with `{ time }`, the scheduled time as an ISO string. */
  readonly target: IFunction;
}

/** Ticks once a minute. The tick carries its own time, so that a late or repeated one gives the same answer. */
export class MinuteSchedule extends Construct {
  readonly schedule: Schedule;
  /** Ticks that never reached the function; runs that failed are in the function's logs. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { watchdogName, target }: MinuteScheduleProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: LETTER_RETENTION,
    });
    acknowledgeRule(this.deadLetters, {
      rule: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue, of the schedule; cdk-nag looks for queues that name it, not for schedules.',
    });
    // A role of its own in this construct: the target's default one is shared with other schedules of the stack.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Aws.ACCOUNT_ID,
            'aws:SourceArn': `arn:${Aws.PARTITION}:scheduler:${Aws.REGION}:${Aws.ACCOUNT_ID}:schedule-group/default`,
          },
        },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] }));
    this.schedule = new Schedule(this, 'Schedule', {
      description: `Ticks ${watchdogName} once a minute`,
      schedule: ScheduleExpression.rate(Duration.minutes(TICK_MINUTES)),
      // By hand: the target of the library would also allow every version and alias of the function.
      target: {
        bind: () => ({
          arn: target.functionArn,
          role,
          input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
          retryPolicy: { maximumEventAgeInSeconds: DELIVERY_WINDOW.toSeconds(), maximumRetryAttempts: DELIVERY_TRIES },
          deadLetterConfig: { arn: this.deadLetters.queueArn },
        }),
      },
    });
    this.schedule.node.addDependency(role);
  }
}
