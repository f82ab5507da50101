import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { POLLER_TIMEOUT_SECONDS } from '../../contract';

/** A message that waits longer is worth nothing: a later tick has asked for the same target. What workers cannot do is not heaped up. */
const RETENTION = Duration.minutes(5);

/**
 * A target whose worker died is looked at anew so long after. AWS advises six times the function's timeout, for functions that
 * Lambda throttles; that would be longer than a message lives, and a target that is looked at twice at a time costs only calls:
 * its state is saved once.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html (read 2026-11)
 */
const VISIBILITY_TIMEOUT = Duration.seconds(2 * POLLER_TIMEOUT_SECONDS);

/** Tries before a message is a dead letter: the second one ends within {@link RETENTION}, whatever delay the message had. */
const TRIES = 2;

/** The longest SQS keeps a message: a weekend and a holiday later the reason can still be looked for. */
const LETTER_RETENTION = Duration.days(14);

/** The targets that are due, each a message, and those that no worker could do away with. */
export class TargetQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: LETTER_RETENTION,
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: RETENTION,
      visibilityTimeout: VISIBILITY_TIMEOUT,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: TRIES },
    });
  }
}
