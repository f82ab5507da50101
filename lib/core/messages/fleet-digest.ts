import type { Digest, DigestRequests, EndedRequest, OpenRequest } from '../alerts/digest';
import type { DescribedFinding } from '../vocabulary/finding';
import { type Place, spellAccount, spellPlace, spellPlaceShortly } from '../vocabulary/place';
import { rankOf, worstOf } from '../vocabulary/severity';
import type { Words } from '../words/words';
import { type List, renderPeaks, renderStanding, renderThrottles, toRequestLists } from './digest-lists';
import { packDigest, spellFigures, toEvents, toLists } from './digest-mail';
import {
  type MessageOrigin,
  type MessagePlaces,
  renderOrigin,
  renderTitleWithPlace,
  spellWhere,
  toSections,
} from './incident';
import type { AlertMessage } from './mail';

/** The digest of one target of a fleet. */
export interface PlacedDigest {
  readonly place: Place;
  readonly digest: Digest;
}

/** The same, each thing that is told of it with its place. */
function placeDigest({ place, digest }: PlacedDigest): Digest {
  const where = spellPlaceShortly(place);
  const named = <T extends { readonly subject: string }>(one: T) => ({ ...one, subject: `${one.subject}, ${where}` });
  const placed = (one: DescribedFinding) => ({ ...one, place });
  return {
    ...digest,
    peaks: digest.peaks.map(named),
    throttles: digest.throttles.map(named),
    standing: digest.standing.map(placed),
    open: digest.open.map(placed),
    passed: digest.passed.map(placed),
  };
}

function byAge({ request: a }: OpenRequest, { request: b }: OpenRequest): number {
  return (a.createdAt ?? '').localeCompare(b.createdAt ?? '', 'en');
}

/** All requests; they are all there are only where each target's are. */
function joinRequests(all: readonly DigestRequests[]): DigestRequests {
  const partial = all.find(({ known }) => known.kind === 'unread') ?? all.find(({ known }) => known.kind === 'stale');
  return {
    open: all.flatMap(({ open }) => open).sort(byAge),
    ended: all.flatMap(({ ended }) => ended),
    known: partial?.known ?? { kind: 'whole' },
  };
}

/** One digest of all targets. */
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

/** By what is open, then by how full and how throttled, then by name. */
function byWorst({ place: a, digest: one }: PlacedDigest, { place: b, digest: other }: PlacedDigest): number {
  const worst = ({ open }: Digest) => rankOf(worstOf(open.map(({ finding }) => finding.severity)));
  const peak = ({ peaks }: Digest) => peaks[0]?.percent ?? 0;
  const refused = ({ throttles }: Digest) => throttles.reduce((sum, { count }) => sum + count, 0);
  return (
    worst(other) - worst(one) ||
    other.open.length - one.open.length ||
    peak(other) - peak(one) ||
    refused(other) - refused(one) ||
    spellPlace(a).localeCompare(spellPlace(b), 'en')
  );
}

/** What stands in many targets alike is told once. */
function renderStandings(standing: readonly DescribedFinding[], at: string, words: Words): string[] {
  return toSections(standing.map((one) => ({ event: 'digest', ...one, since: at }))).flatMap((section) => {
    const [first = '', ...details] = renderStanding(section.lead);
    return [`${spellWhere(section, words)}: ${first}`, ...details];
  });
}

/** What changed alike in many targets is told once. */
function renderChanges(digests: readonly PlacedDigest[], { message }: Words): string[] {
  const byChange = new Map<string, Place[]>();
  for (const { place, digest } of digests) {
    for (const change of digest.changes) byChange.set(change, [...(byChange.get(change) ?? []), place]);
  }
  return [...byChange].map(([change, [first, ...others]]) => {
    const where = first && others.length === 0 ? spellPlaceShortly(first) : message.inTargets(others.length + 1);
    return `${change}, ${where}`;
  });
}

/** Which requests are whose. */
function prefixesOf(digests: readonly PlacedDigest[]): ReadonlyMap<OpenRequest | EndedRequest, string> {
  return new Map(
    digests.flatMap(({ place, digest: { requests } }) =>
      [...requests.open, ...requests.ended].map((one) => [one, `${spellPlaceShortly(place)}: `] as const),
    ),
  );
}

function toFleetLists(digests: readonly PlacedDigest[], joined: Digest, at: string, words: Words): List[] {
  const { digest: told, fleet } = words;
  const open = digests.filter(({ digest }) => digest.open.length > 0).length;
  const sections = toSections(joined.open.map((one) => ({ event: 'opened', ...one, since: at })));
  const prefixes = prefixesOf(digests);
  return [
    {
      title: fleet.digest.targets(open, digests.length),
      lines: digests.map(({ place, digest }) => `${spellPlace(place)}: ${spellFigures(digest, words)}`),
      none: told.none,
    },
    { title: told.openNow, lines: sections.map((one) => renderTitleWithPlace(one, words)), none: told.nothing },
    { title: told.peaks, lines: renderPeaks(joined, words), none: told.noUse },
    { title: told.throttledCalls, lines: renderThrottles(joined, words), none: told.none },
    { title: told.standing, lines: renderStandings(joined.standing, at, words), none: told.none },
    ...toRequestLists(joined.requests, words, (one) => prefixes.get(one) ?? ''),
    { title: told.changes, lines: renderChanges(digests, words), none: told.none },
  ];
}

/** The digests of all targets as one: totals, the worst targets first, each thing with its place. @throws RangeError for none. */
export function toFleetDigestMessage(
  digests: readonly PlacedDigest[],
  { at }: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): AlertMessage {
  const sorted = [...digests].sort(byWorst);
  const [first, ...others] = sorted;
  if (!first) throw new RangeError('a digest of a fleet needs one of a target');
  const origins = sorted.map(({ place: { accountId, region } }) => ({ accountId, region, at }));
  const origin = { accountId: first.place.accountId, region: first.place.region, at };
  const placed = sorted.map(placeDigest);
  const joined = joinDigests(placed);
  const telling = { events: toEvents(joined), origins };
  if (others.length === 0) {
    const lists = toLists(first.digest, origin, words);
    const footer = renderOrigin({ ...origin, accountId: spellAccount(first.place) }, words);
    const where = spellPlaceShortly(first.place);
    return packDigest({ ...telling, digest: first.digest, lists, where, footer }, origin, places, words);
  }
  const where = words.message.inTargets(digests.length);
  const lists = toFleetLists(sorted, joined, at, words);
  return packDigest({ ...telling, digest: joined, lists, where, footer: `${where}, ${at}` }, origin, places, words);
}
