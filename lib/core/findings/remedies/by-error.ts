import type { ErrorKind } from '../../errors';
import type { FoundRemedy, Phrase } from '../../vocabulary/found';

/** Errors whose remedy hangs on their kind alone. */
const BY_KIND: Partial<Readonly<Record<ErrorKind, Phrase>>> = {
  modelNotReady: ({ refusals }) => refusals.remedies.loading,
  modelStreamError: ({ refusals }) => refusals.remedies.again,
  modelError: ({ refusals }) => refusals.remedies.again,
  modelTimeout: ({ refusals }) => refusals.remedies.shorterAnswer,
  internalError: ({ refusals }) => refusals.remedies.againLater,
  requestTooLong: ({ refusals }) => refusals.remedies.shorten,
  legacyModel: ({ refusals }) => refusals.remedies.upgrade,
  modelAccess: ({ refusals }) => refusals.remedies.grant,
  accountRestricted: ({ refusals }) => refusals.remedies.restricted,
  accessDenied: ({ refusals }) => refusals.remedies.allow,
  concurrency: ({ refusals }) => refusals.remedies.fewerAtOnce,
  otherApi: ({ refusals }) => refusals.remedies.otherQuotas,
  controlPlane: ({ refusals }) => refusals.remedies.callLess,
  increaseLimit: ({ refusals }) => refusals.remedies.waitForRequest,
};

/** What an error says, as far as its remedy hangs on it. */
export interface SaidError {
  readonly kind: ErrorKind;
  /** The action that a policy does not allow; `null`: none is named. */
  readonly missingAction: string | null;
}

/** The remedy that hangs on the words of an error alone; `null` for errors whose remedies hang on the account's numbers. */
export function byErrorRemedy({ kind, missingAction }: SaidError): FoundRemedy | null {
  if (kind === 'accessDenied' && missingAction !== null) {
    return { title: ({ refusals }) => refusals.remedies.allowAction(missingAction), command: null };
  }
  const title = BY_KIND[kind];
  return title ? { title, command: null } : null;
}
