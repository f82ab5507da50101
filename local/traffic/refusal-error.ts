import { ServiceError } from '../wire/service-error';
import { THROTTLE_TEXTS } from './admission';

/** What callers read when AWS is short of capacity. Source: messages seen by callers, 2026. */
const SHORT_TEXT = 'Bedrock is unable to process your request.';

/** A refusal for a quota or for want of capacity. */
export class AdmissionError extends ServiceError {}

/** The error by which Bedrock refuses a call, for a quota or for want of capacity. */
export function toServiceError(refusal: keyof typeof THROTTLE_TEXTS | 'capacity'): AdmissionError {
  return refusal === 'capacity'
    ? new AdmissionError('ServiceUnavailableException', SHORT_TEXT, 503)
    : new AdmissionError('ThrottlingException', THROTTLE_TEXTS[refusal], 429);
}
