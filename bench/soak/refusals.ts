import { createRandom } from '../../local/scenario/random';
import { SOAK_START, type SoakModel, type SoakPlan } from './plan';

/** Minutes after which a count is final: the longest delay, a repetition, an outage, and what is hidden then. */
export const FINAL_AFTER = 90;

/** A refused call, and what became of its record. Minutes since the start of the soak. */
export interface SoakRefusal {
  readonly id: string;
  readonly minute: number;
  readonly model: SoakModel;
  /** What the texts of AWS mean. */
  readonly kind: 'tokensPerMinute' | 'requestsPerMinute' | 'accessDenied';
  readonly role: string;
  /** When EventBridge delivers it, each time as a message of its own; never: it is lost. */
  readonly deliveredAt: readonly number[];
}

/** Calls of a model that are denied for some minutes: no metric shows them. */
export interface DeniedBurst {
  readonly findingId: string;
  readonly start: number;
  readonly refusals: readonly SoakRefusal[];
}

/** All refused calls of a soak. */
export interface RefusalPlan {
  readonly refusals: readonly SoakRefusal[];
  readonly bursts: readonly DeniedBurst[];
}

const TEXTS = {
  tokensPerMinute: ['ThrottlingException', 'Too many tokens, please wait before trying again.'],
  requestsPerMinute: ['ThrottlingException', 'Too many requests, please wait before trying again.'],
  accessDenied: ['AccessDenied', 'User is not authorized to perform: bedrock:InvokeModel'],
} as const;

const LOST_SHARE = 0.05;
const TWICE_SHARE = 0.1;
/** Minutes from a call to its event: most within five, some later; and to its repetition. */
const USUAL_DELAY = 5;
const LONGEST_DELAY = 16;
const REPEATED_WITHIN = 10;
const FIRST_BURST = 60;
const QUIET_END = 300;

/** Draws the record of each throttled call, and bursts of calls that are denied, far apart. */
export function drawRefusals({ traffic, minutes }: SoakPlan, seed: number): RefusalPlan {
  const random = createRandom(seed ^ 0x7efa5);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const refusals: SoakRefusal[] = [];
  const refuse = (call: Pick<SoakRefusal, 'minute' | 'model' | 'kind'>): SoakRefusal => {
    const first = call.minute + (random() < 0.9 ? whole(1, USUAL_DELAY) : whole(USUAL_DELAY, LONGEST_DELAY));
    const again = random() < TWICE_SHARE ? [first + whole(0, REPEATED_WITHIN)] : [];
    const deliveredAt = random() < LOST_SHARE ? [] : [first, ...again];
    const refusal = { ...call, id: `event-${refusals.length}`, role: `Role${whole(1, 3)}`, deliveredAt };
    refusals.push(refusal);
    return refusal;
  };
  for (const { model, throttles } of traffic) {
    throttles.forEach((calls, minute) => {
      const kind = random() < 0.7 ? 'tokensPerMinute' : 'requestsPerMinute';
      for (let call = 0; call < calls; call++) refuse({ minute, model, kind });
    });
  }
  const bursts: DeniedBurst[] = [];
  for (let start = FIRST_BURST + whole(0, 300); start < minutes - QUIET_END; start += whole(600, 1_000)) {
    const { model } = traffic[whole(0, traffic.length - 1)] ?? {};
    if (!model) continue;
    const calls = Array.from({ length: whole(10, 30) }, () =>
      refuse({ minute: start + whole(0, 5), model, kind: 'accessDenied' }),
    );
    bursts.push({ findingId: `refused/accessDenied/${model.scope}/${model.baseModelId}`, start, refusals: calls });
  }
  return { refusals, bursts };
}

/** An event as EventBridge delivers it, in the shape that CloudTrail documents. */
export function toMessage({ id, minute, model, kind, role }: SoakRefusal): string {
  const [errorCode, errorMessage] = TEXTS[kind];
  const detail = {
    eventVersion: '1.11',
    userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::111122223333:assumed-role/${role}/session` },
    eventTime: new Date(SOAK_START + minute * 60_000 + 7_000).toISOString().replace('.000', ''),
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'us-east-1',
    userAgent: 'Boto3/1.40.0',
    errorCode,
    errorMessage,
    requestParameters: { modelId: model.modelId },
    eventID: id,
    recipientAccountId: '111122223333',
  };
  return JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', source: 'aws.bedrock', detail });
}

/** What is counted apart: `accessDenied us.… 812`. */
export function countKey(kind: string, modelId: string | null, minute: number): string {
  return `${kind} ${modelId} ${minute}`;
}
