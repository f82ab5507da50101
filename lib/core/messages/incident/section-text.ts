import type { Remedy } from '../../vocabulary/finding';
import { type Place, spellPlace } from '../../vocabulary/place';
import { type EpochMinute, toSpokenTime } from '../../vocabulary/time';
import { lookUp, nameSome } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import { quotaPageOf } from './links';
import { linesOf, type MessageSection, provenancesOf, remediesOf, sinceOf, summaryOf } from './section';
import { renderTitle, renderTitleWithPlace } from './title';

/** Targets that are named of one incident; the others are counted. */
const NAMED_PLACES = 10;

/** What is to be done about one incident; more is not read at night. */
const MOST_REMEDIES = 6;

/** Labels in one column, texts in the next. */
export function renderLines(lines: readonly (readonly [label: string, text: string])[]): string[] {
  const width = Math.max(...lines.map(([label]) => label.length), 7) + 2;
  return lines.map(([label, text]) => `${label.padEnd(width)}${text}`);
}

/** The targets of an incident, and how many more. */
export function spellPlaces(places: readonly Place[], words: Words): string[] {
  return nameSome(places.map(spellPlace), NAMED_PLACES, words);
}

function renderRemedies(remedies: readonly Remedy[], { message }: Words): string[] {
  if (remedies.length === 0) return [];
  const lines = remedies
    .slice(0, MOST_REMEDIES)
    .flatMap((remedy, index) => [`${index + 1} ${remedy.title}`, ...(remedy.command ? [`  ${remedy.command}`] : [])]);
  return ['', message.doNow, ...lines];
}

/** Since when, unless it begins with this very evaluation. */
function spellSince(section: MessageSection, now: EpochMinute): string | null {
  const since = sinceOf(section);
  return section.lead.event === 'opened' && since === now ? null : toSpokenTime(since, now);
}

/** What holds in the first of many targets, and not alike in the others: what to do is the last of it. */
function renderOfFirst({ lead, places, spread }: MessageSection, words: Words): string[] {
  const [place] = places;
  if (!spread || !place) return [];
  const { summary, details } = spread.ofFirst;
  const lines = details.map(([label, text]) => [lookUp(words.labels, label), text] as const);
  const isOver = lead.event === 'recovered' || spread.hasCommonRemedies;
  if (summary === null && lines.length === 0 && isOver) return [];
  return [
    '',
    words.message.asIn(spellPlace(place)),
    ...(summary === null ? [] : [summary]),
    ...(lines.length > 0 ? renderLines(lines) : []),
  ];
}

/** How an incident is told. */
interface SectionTelling {
  readonly now: EpochMinute;
  readonly words: Words;
  /** Whether the message is about several targets, so that each incident names its own. */
  readonly namesTargets: boolean;
}

/** An incident with all that is told of it. */
export function renderFull(section: MessageSection, { now, words, namesTargets }: SectionTelling): string[] {
  const { lead } = section;
  const lines = linesOf(section, { since: spellSince(section, now), words }).map(
    ([label, text]) => [lookUp(words.labels, label), text] as const,
  );
  const provenances = provenancesOf(section).map((provenance) => words.message.provenance[provenance]);
  const targets = namesTargets ? spellPlaces(section.places, words) : [];
  const [place] = section.places;
  const page = place && ([words.message.quotaPage, quotaPageOf(place.region, lead.finding.quotaCode)] as const);
  return [
    namesTargets ? renderTitleWithPlace(section, words) : renderTitle(lead, words),
    '',
    ...targets,
    ...(targets.length > 0 ? [''] : []),
    ...(section.spread?.ofFirst.summary ? [] : [summaryOf(section, words)]),
    ...(lines.length > 0 ? ['', ...renderLines(lines)] : []),
    ...renderOfFirst(section, words),
    ...(lead.event === 'recovered' ? [] : renderRemedies(remediesOf(section), words)),
    ...(provenances.length > 0 ? ['', ...provenances] : []),
    ...(namesTargets && page ? ['', ...renderLines([page])] : []),
  ];
}
