import { DEFAULT_THRESHOLDS } from '../../lib/contract';
import { readRulesText } from '../../lib/core/rules/read-rules';
import { type AlertRules, NO_ALERT_RULES } from '../../lib/core/rules/rules';
import { spellRuleProblem } from '../../lib/core/vocabulary/rule-problem';
import type { CliIo } from '../terminal/process-io';
import { readSettingsFile, type SettingsPath, type SettingsTelling } from './read-settings-file';

/** @throws Error with all that is wrong with the rules. */
function parseRules(text: string, { place, words }: SettingsTelling): AlertRules {
  // The file may be that of a watchdog of many accounts: here its rules by unit or tag hold for none.
  const { rules, problems } = readRulesText(text, DEFAULT_THRESHOLDS, true);
  if (rules !== null) return rules;
  throw new Error(`${place}: ${problems.map((problem) => spellRuleProblem(problem, words)).join('; ')}`);
}

/** The alert rules of `--rules FILE`; none without the option. @throws CliError when the file does not hold them. */
export function readRulesFile(file: SettingsPath, io: CliIo): Promise<AlertRules> {
  return readSettingsFile({ option: '--rules', ...file, parse: parseRules, none: NO_ALERT_RULES }, io);
}
