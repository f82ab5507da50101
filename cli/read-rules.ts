import { DEFAULT_THRESHOLDS } from '../lib/contract';
import { type AlertRules, NO_ALERT_RULES } from '../lib/core/alert-rules';
import { ADVANCED_PARAMETER_BYTES, readAlertRules } from '../lib/core/alert-rules-reader';
import type { CliIo } from './process-io';
import { readSettingsFile } from './read-settings-file';

/** @throws Error with all that is wrong with the rules. */
function parseRules(text: unknown, what: string): AlertRules {
  const { rules, problems } = readAlertRules(text, {
    defaults: DEFAULT_THRESHOLDS,
    maxBytes: ADVANCED_PARAMETER_BYTES,
  });
  if (rules === null) throw new Error(`${what}: ${problems.join('; ')}`);
  return rules;
}

/** The alert rules of `--rules FILE`; none without the option. @throws CliError when the file does not hold them. */
export function readRulesFile(path: string | undefined, io: CliIo): Promise<AlertRules> {
  return readSettingsFile({ option: '--rules', path, parse: parseRules, none: NO_ALERT_RULES }, io);
}
