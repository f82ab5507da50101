/** What to do about it: a larger quota, another scope, other calls. */
export { byErrorRemedy } from './by-error';
export { clientRemedies } from './client';
export { type FallbackSources, fallbackRemedies } from './fallback';
export {
  desiredValueOf,
  findSibling,
  type IncreaseSources,
  increaseCommand,
  increaseRemedies,
  TARGET_SHARE,
  tellOpenRequest,
} from './increase';
