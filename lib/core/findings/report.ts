import { LATE_POINTS_SOURCE } from '../vocabulary/blind-spot';
import type { CheckDocument } from '../vocabulary/check-document';
import type { DescribedFinding } from '../vocabulary/finding';
import { spellStatement } from '../vocabulary/statement';
import { toIso } from '../vocabulary/time';
import type { Words } from '../words/words';
import type { Evaluation } from './evaluation';
import { spellLateness } from './late-points';
import { describe, type Readers } from './tell';

/** An evaluation in words: the public document, and what people are told of its findings, in the same order. */
export interface Report {
  /** What programs read. */
  readonly document: CheckDocument;
  /** The findings with words for people. */
  readonly described: readonly DescribedFinding[];
  /** How far back peaks and throttles of the findings were looked for. */
  readonly lookbackMinutes: number;
}

/** What is not seen, or late, in lines that begin with the source. */
function toErrorLines({ blindSpots, late, now }: Evaluation, words: Words): string[] {
  return [
    ...blindSpots.map((one) => `${one.source}: ${spellStatement(one, words)}`),
    ...(late ? [`${LATE_POINTS_SOURCE}: ${spellLateness(late, now, words)}`] : []),
  ];
}

/** Puts an evaluation into words. What programs read is in one language, whatever people speak. */
export function toReport(evaluation: Evaluation, readers: Readers): Report {
  const { accountId, region, now, lookbackMinutes, found, muted, activeModelIds } = evaluation;
  const described = found.map((one) => describe(one, readers));
  return {
    described,
    lookbackMinutes,
    document: {
      schemaVersion: 1,
      accountId,
      region,
      evaluatedAt: toIso(now),
      findings: described.map(({ finding }) => finding),
      ...(muted.size > 0 ? { muted: [...muted].map(([id, mute]) => ({ id, ...mute })) } : {}),
      coverage: {
        activeModelIds: activeModelIds.all,
        mappedModelIds: activeModelIds.mapped,
        unmappedModelIds: activeModelIds.unmapped,
        errors: toErrorLines(evaluation, readers.programs),
      },
    },
  };
}
