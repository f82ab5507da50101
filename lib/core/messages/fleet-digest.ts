import type { Digest, DigestRequests } from '../alerts/digest';
import type { DescribedFinding } from '../vocabulary/finding';
import { type Place, spellPlaceShortly } from '../vocabulary/place';
import { rankOf } from '../vocabulary/severity';
import type { Words } from '../words/words';
import { toDigestMessage } from './digest-mail';
import type { MessageOrigin, MessagePlaces } from './links';
import type { AlertMessage } from './mail';

/** The digest of one target of a fleet. */
export interface PlacedDigest {
  readonly place: Place;
  readonly digest: Digest;
}

function placeFinding({ finding, context }: DescribedFinding, place: Place) {
  const where = spellPlaceShortly(place);
  const subject = `${context.subject}, ${where}`;
  return { finding, context: { ...context, subject, summary: `${where}: ${context.summary}` }, place };
}

/** What is told of a target, each time with its place. */
function placeDigest({ place, digest }: PlacedDigest): Digest {
  const where = spellPlaceShortly(place);
  const named = <T extends { readonly subject: string }>(one: T) => ({ ...one, subject: `${one.subject}, ${where}` });
  const placed = (one: DescribedFinding) => placeFinding(one, place);
  return {
    ...digest,
    peaks: digest.peaks.map(named),
    throttles: digest.throttles.map(named),
    standing: digest.standing.map(placed),
    changes: digest.changes.map((change) => `${where}: ${change}`),
    open: digest.open.map(placed),
    passed: digest.passed.map(placed),
  };
}

/** All requests; they are all there are only where each target's are. */
function joinRequests(all: readonly DigestRequests[]): DigestRequests {
  const partial = all.find(({ known }) => known.kind === 'unread') ?? all.find(({ known }) => known.kind === 'stale');
  return {
    open: all.flatMap(({ open }) => open),
    ended: all.flatMap(({ ended }) => ended),
    known: partial?.known ?? { kind: 'whole' },
  };
}

function joinDigests(digests: readonly Digest[]): Digest {
  const all = <T>(pick: (digest: Digest) => readonly T[]) => digests.flatMap(pick);
  const sum = (pick: (digest: Digest) => number) => digests.reduce((total, digest) => total + pick(digest), 0);
  return {
    from: Math.min(...digests.map(({ from }) => from)),
    until: Math.max(...digests.map(({ until }) => until)),
    isFirst: digests.every(({ isFirst }) => isFirst),
    peaks: all(({ peaks }) => peaks).sort((a, b) => b.percent - a.percent),
    throttles: all(({ throttles }) => throttles).sort((a, b) => b.count - a.count),
    standing: all(({ standing }) => standing),
    changes: all(({ changes }) => changes),
    requests: joinRequests(digests.map(({ requests }) => requests)),
    open: all(({ open }) => open).sort((a, b) => rankOf(b.finding.severity) - rankOf(a.finding.severity)),
    passed: all(({ passed }) => passed),
    ownCalls: { count: sum(({ ownCalls }) => ownCalls.count), dollars: sum(({ ownCalls }) => ownCalls.dollars) },
  };
}

/** The digests of all targets as one, the worst first, each thing with its place. @throws RangeError without a digest. */
export function toFleetDigestMessage(
  digests: readonly PlacedDigest[],
  origin: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): AlertMessage {
  if (digests.length === 0) throw new RangeError('a digest of a fleet needs one of a target');
  return toDigestMessage(joinDigests(digests.map(placeDigest)), origin, places, words);
}
