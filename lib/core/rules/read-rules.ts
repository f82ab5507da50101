import { cleanText } from '../vocabulary/outside-text';
import { type RuleProblem, toFlaw } from '../vocabulary/rule-problem';
import type { Thresholds } from '../vocabulary/severity';
import { objectOf } from './json-check';
import { checkDigest, checkMutes, checkOwners, checkQuietHours, checkThresholds } from './rule-shapes';
import { type AlertRules, type AlertRulesInput, NO_ALERT_RULES } from './rules';

/**
 * What a standard parameter of SSM holds. Its error message says characters, AWS's table of limits KB; bytes are the
 * safe reading of both.
 */
export const STANDARD_PARAMETER_BYTES = 4096;
/** What an advanced parameter holds: twice as much. */
export const ADVANCED_PARAMETER_BYTES = 8192;

/** What reading needs to know beside the rules. */
export interface AlertRulesOptions {
  /** The watchdog's own thresholds: a rule that gives one percent must fit the other of these. */
  readonly defaults: Thresholds;
  /** @default STANDARD_PARAMETER_BYTES */
  readonly maxBytes?: number;
  /**
   * Whether a text is a placeholder that deployment fills in; such a topic ARN passes.
   * @default - none is
   */
  readonly isUnresolved?: (text: string) => boolean;
}

/** Rules that can be used, or all that is wrong with them: never both. */
export type AlertRulesReading =
  | { readonly rules: AlertRules; readonly problems: readonly [] }
  | { readonly rules: null; readonly problems: readonly RuleProblem[] };

type Parsed = { readonly value: unknown; readonly text: string } | { readonly problem: RuleProblem };

/** Text as JSON, or a value beside the JSON it makes; the value is judged as given, for JSON would turn NaN into null. */
function parse(source: unknown): Parsed {
  if (typeof source === 'string' && source.trim() === '') return { problem: toFlaw('empty') };
  try {
    return typeof source === 'string'
      ? { text: source, value: JSON.parse(source) }
      : { text: JSON.stringify(source) ?? '', value: source };
  } catch (error) {
    return { problem: toFlaw('notJson', cleanText(error instanceof Error ? error.message : String(error))) };
  }
}

function checkSize(text: string, maxBytes: number): RuleProblem[] {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= maxBytes) return [];
  return maxBytes < ADVANCED_PARAMETER_BYTES
    ? [toFlaw('tooLargeForStandard', `${bytes}`, `${maxBytes}`, `${ADVANCED_PARAMETER_BYTES}`)]
    : [toFlaw('tooLarge', `${bytes}`, `${maxBytes}`)];
}

/** Reasons are told to people as they are written, in one line. */
function cleanReasons(rules: AlertRules): AlertRules {
  return { ...rules, mutes: rules.mutes.map((mute) => ({ ...mute, reason: cleanText(mute.reason) })) };
}

/**
 * Reads alert rules from JSON text, or from a value of the same shape ({@link AlertRulesInput}). Problems name the path,
 * what was got and what is allowed, all of them at once; a set with a problem gives no rules at all. Never throws.
 */
export function readAlertRules(
  source: unknown,
  { defaults, maxBytes = STANDARD_PARAMETER_BYTES, isUnresolved = () => false }: AlertRulesOptions,
): AlertRulesReading {
  const parsed = parse(source);
  if ('problem' in parsed) return { rules: null, problems: [parsed.problem] };
  const check = objectOf<AlertRules>({
    optional: {
      thresholds: checkThresholds(defaults),
      mutes: checkMutes,
      quietHours: checkQuietHours,
      owners: checkOwners(isUnresolved),
      digest: checkDigest,
    },
  });
  const problems = [...checkSize(parsed.text, maxBytes), ...check(parsed.value, '')];
  if (problems.length > 0) return { rules: null, problems };
  const sound: AlertRulesInput = JSON.parse(parsed.text);
  return { rules: cleanReasons({ ...NO_ALERT_RULES, ...sound }), problems: [] };
}

/** Reads the text of rules as a person keeps it, in a parameter or a file of any size that a parameter may have. */
export function readRulesText(text: string, defaults: Thresholds): AlertRulesReading {
  return readAlertRules(text, { defaults, maxBytes: ADVANCED_PARAMETER_BYTES });
}
