import { statementOf } from '../../aws/aws-error';
import type { TablePartition } from '../../aws/dynamodb';
import { writeValue } from '../../aws/dynamodb';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { RULES_SHAPE } from './shapes';
import { loadStored, type StoredKind, tellCache } from './stored';

const RULES: StoredKind = { key: 'rules', shape: RULES_SHAPE };

/** The texts that were last in force, by the name of their parameter. */
export type RuleTexts = Readonly<Record<string, string>>;

/** Texts as the table has them, and their version. */
export interface RememberedTexts {
  readonly texts: RuleTexts;
  readonly version: number;
  /** What is stored cannot be read and must be written over. Absent: it can. */
  readonly isBroken?: boolean;
}

/** @returns the failure with what it hides; it never stops an alert. */
function describeFailure(what: 'rulesNotRecalled' | 'rulesNotSaved', error: unknown): BlindSpot {
  return { source: 'ssm:rules', ...toStatement(what, statementOf(error)) };
}

/** Reads the texts that were last in force; nothing remembered is no texts. @returns `null` when it failed. */
export async function loadRuleTexts(table: TablePartition): Promise<Read<RememberedTexts | null>> {
  try {
    const found = await loadStored<RuleTexts>(table, RULES);
    const blindSpots = tellCache(table, RULES.key, found);
    if (found.fate === 'newer') return { value: null, blindSpots };
    const { version, fate } = found;
    return { value: { texts: found.value ?? {}, version, isBroken: fate === 'broken' }, blindSpots };
  } catch (error) {
    return { value: null, blindSpots: [describeFailure('rulesNotRecalled', error)] };
  }
}

/**
 * Saves the texts for a process that finds worse ones.
 * @returns what the table has then; `null` when that is not known, because another run was faster or it failed.
 */
export async function saveRuleTexts(
  table: TablePartition,
  texts: RuleTexts,
  version: number,
): Promise<Read<RememberedTexts | null>> {
  try {
    const isSaved = await writeValue(table, RULES.key, texts, version);
    return { value: isSaved ? { texts, version: version + 1 } : null, blindSpots: [] };
  } catch (error) {
    return { value: null, blindSpots: [describeFailure('rulesNotSaved', error)] };
  }
}
