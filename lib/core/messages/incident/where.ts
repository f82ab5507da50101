import type { AlertEvent } from '../../alerts/lifecycle';
import { spellAccount } from '../../vocabulary/place';
import type { Words } from '../../words/words';
import { type MessageOrigin, originOf } from './links';

/** What attributes say of a message about several accounts or Regions; each finding of its JSON has its own. */
export const SEVERAL = 'several';

/** What attributes say of an account that is not known. */
export const UNKNOWN_ACCOUNT = 'unknown';

/** What is common to values of attributes, or {@link SEVERAL}; what is not known differs from nothing. */
export function commonOf(values: readonly string[], none = SEVERAL): string {
  const unique = new Set(values);
  if (unique.size > 1) unique.delete(UNKNOWN_ACCOUNT);
  const [first = none, ...others] = unique;
  return others.length === 0 ? first : SEVERAL;
}

/** As programs read it: `null` for {@link SEVERAL}. */
export function toCommon(value: string): string | null {
  return value === SEVERAL ? null : value;
}

/** Where the events of a message are, each place once; without events, where the message is from. */
export function originsOf(events: readonly AlertEvent[], origin: MessageOrigin): MessageOrigin[] {
  const all = events.length === 0 ? [origin] : events.map((event) => originOf(event, origin));
  return [...new Map(all.map((one) => [`${one.accountId} ${one.region}`, one])).values()];
}

/** Whether a message tells of one target alone, so that each of its incidents need not name it. */
export function isOfOneTarget(events: readonly AlertEvent[], origin: MessageOrigin): boolean {
  return originsOf(events, origin).length === 1;
}

/** Whose account, where and when; `several` stands for several. */
export function renderOrigin({ accountId, region, at }: MessageOrigin, { message }: Words): string {
  if (accountId === SEVERAL) return [message.severalAccounts, ...(region === SEVERAL ? [] : [region]), at].join(', ');
  const where = region === SEVERAL ? message.severalRegions : region;
  return `${message.account} ${accountId ?? message.unknownAccount}, ${where}, ${at}`;
}

/** Where the events of a message are: the one account by its name, or how many targets. */
export function renderOrigins(events: readonly AlertEvent[], origin: MessageOrigin, words: Words): string {
  const origins = originsOf(events, origin);
  if (origins.length > 1) return `${words.message.inTargets(origins.length)}, ${origin.at}`;
  const [only = origin] = origins;
  const place = events.find((event) => event.place !== undefined)?.place;
  return renderOrigin({ ...only, accountId: place ? spellAccount(place) : only.accountId }, words);
}
