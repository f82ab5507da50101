/** The summary of a day or a week: what was, what stands, what is due. */
export { advanceDigest, type Digest } from './digest';
export { DOLLARS_PER, PRICE_DATE, PRICE_REGION } from './prices';
export type { DigestRecord } from './record';
export type { DigestRequests, EndedRequest, OpenRequest } from './requests';
