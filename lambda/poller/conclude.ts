import type { Logger } from '@aws-lambda-powertools/logger';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';

/** Ends a run: it logs what failed, and fails where something did. @throws Error that names it all. */
export function conclude(blindSpots: readonly BlindSpot[], logger: Pick<Logger, 'error'>): void {
  for (const error of blindSpots) logger.error(spellStatement(error, EN), { source: error.source });
  if (blindSpots.length === 0) return;
  throw new Error(`the run saw only a part: ${blindSpots.map((error) => spellStatement(error, EN)).join('; ')}`);
}
