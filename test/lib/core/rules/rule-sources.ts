import { type AlertRulesOptions, readAlertRules } from '../../../../lib/core/rules/read-rules';
import { spellRuleProblem } from '../../../../lib/core/vocabulary/rule-problem';
import type { Words } from '../../../../lib/core/words/words';
import { EN } from '../../../../lib/language/en';

const DEFAULTS = { warningPercent: 80, criticalPercent: 95 };
/** A topic of the documented account. */
export const TOPIC = 'arn:aws:sns:us-east-1:111122223333:payments';
/** A match of one quota. */
export const MATCH = { quotaCode: 'L-F4DDD3EB' };

/** Reads rules with the stock thresholds. */
export const read = (source: unknown, options: Partial<AlertRulesOptions> = {}) =>
  readAlertRules(source, { defaults: DEFAULTS, ...options });
/** What is wrong with rules, in sentences. */
export const complain = (source: unknown, options: Partial<AlertRulesOptions> = {}, words: Words = EN) =>
  read(source, options).problems.map((problem) => spellRuleProblem(problem, words));
/** One mute with changes. */
export const mute = (changes: Record<string, unknown>) => ({ mutes: [{ match: MATCH, reason: 'known', ...changes }] });
/** One mute of a match. */
export const about = (match: unknown) => mute({ match });
/** One threshold rule with changes. */
export const threshold = (changes: Record<string, unknown>) => ({ thresholds: [{ match: MATCH, ...changes }] });
/** One night of quiet hours with changes. */
export const quiet = (changes: Record<string, unknown>) => ({
  quietHours: [{ from: '22:00', to: '07:00', timeZone: 'UTC', ...changes }],
});
/** One owner. */
export const owner = (topicArn: unknown) => ({ owners: [{ match: MATCH, topicArn }] });
/** A daily digest with changes. */
export const digest = (changes: Record<string, unknown>) => ({
  digest: { every: 'day', at: '08:00', timeZone: 'UTC', ...changes },
});
