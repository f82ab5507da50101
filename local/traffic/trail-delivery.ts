import type { JsonObject } from '../wire/aws-json';
import type { Trail, TrailEvent } from './trail';

/** Where EventBridge takes CloudTrail's records of refused calls to, as the rule of a stack asks it to. */
export interface TrailDelivery {
  /** Names of queues; to one that does not exist nothing is sent. */
  readonly targets: Set<string>;
  /**
   * Sends what began to show until a time, milliseconds since 1970, each delivery once even if the clock goes back. Where
   * the trail loses, repeats and delays records, so does this: what is late comes out of order. A target that comes later
   * gets nothing of what was before.
   */
  deliver(until: number): void;
}

/** What a delivery is made of. */
export interface TrailDeliverySettings {
  readonly trail: Trail;
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Puts a message on the queue of a name. */
  readonly send: (queueName: string, body: string) => void;
}

/** The time of the call in an envelope, which EventBridge gives to the second. */
function toSeconds(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * An event as EventBridge makes it of a record.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html, 2026-11
 */
export function toTrailEnvelope({ at, record }: Pick<TrailEvent, 'at' | 'record'>): JsonObject {
  const detail = record();
  return {
    version: '0',
    id: detail.requestID,
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.bedrock',
    account: detail.recipientAccountId,
    time: toSeconds(at),
    region: detail.awsRegion,
    resources: [],
    detail,
  };
}

/** EventBridge as far as it delivers the records of a trail. */
export function createTrailDelivery({ trail, start, send }: TrailDeliverySettings): TrailDelivery {
  const targets = new Set<string>();
  let deliveredUntil = start;
  return {
    targets,
    deliver(until) {
      if (until <= deliveredUntil) return;
      const shown = targets.size === 0 ? [] : trail.shownBetween(deliveredUntil, until);
      deliveredUntil = until;
      for (const event of shown) {
        const body = JSON.stringify(toTrailEnvelope(event));
        for (const target of targets) send(target, body);
      }
    },
  };
}
