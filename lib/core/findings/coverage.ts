import { type BlindSpot, coverageId } from '../vocabulary/blind-spot';
import type { Confidence } from '../vocabulary/finding';
import type { Found, FoundContext, FoundRemedy } from '../vocabulary/found';
import { spellStatement } from '../vocabulary/statement';
import { OF_NO_QUOTA } from './of-no-quota';

/** Sentences of one source that are told; what more there are says nothing new. */
const TOLD_STATEMENTS = 5;

/** What is known of something that is not, or was not, seen. */
export interface Unseen {
  readonly id: string;
  readonly confidence: Confidence;
  readonly evidence: NonNullable<Found['cause']>['evidence'];
  readonly remedies: readonly FoundRemedy[];
  readonly context: (words: Parameters<Found['context']>[0]) => FoundContext;
}

/** A finding about something that is not, or was not, seen: no quota, no number, only why. */
export function toCoverageFinding({ id, confidence, evidence, remedies, context }: Unseen): Found {
  return {
    ...OF_NO_QUOTA,
    id,
    kind: 'coverage',
    severity: 'unknown',
    modelIds: [],
    appliedValue: null,
    cause: { kind: 'unknown', confidence, evidence },
    remedies,
    context,
  };
}

function findSource(source: string, blindSpots: readonly BlindSpot[]): Found {
  const told = blindSpots.slice(0, TOLD_STATEMENTS);
  return toCoverageFinding({
    id: coverageId(source),
    confidence: 'high',
    evidence: (words) => told.map((one) => spellStatement(one, words)),
    remedies: [],
    context: (words) => {
      const [first = source, ...others] = told.map((one) => spellStatement(one, words));
      return {
        subject: words.coverage.subject(source),
        summary: first,
        details: others.map((text) => ['Also', text] as const),
      };
    },
  });
}

/** What the watchdog cannot see, one finding a source. */
export function findCoverage(blindSpots: readonly BlindSpot[]): Found[] {
  const sources = [...new Set(blindSpots.map(({ source }) => source))];
  return sources.map((source) =>
    findSource(
      source,
      blindSpots.filter((one) => one.source === source),
    ),
  );
}
