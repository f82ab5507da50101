/** The summary of a day or a week: what was, what stands, what is due. */
export { advanceDigest, type Digest, type DigestStep } from './digest';
export { DOLLARS_PER, PRICE_DATE, PRICE_REGION } from './prices';
export type { DigestMoment, DigestRecord } from './record';
export type { DigestRequests, EndedRequest, OpenRequest } from './requests';
