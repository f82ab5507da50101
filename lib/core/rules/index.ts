/** The operator's rules: read, matched, muted, quiet hours, time zones. It knows no finding's text. */
export { type AlertRulesOptions, type AlertRulesReading, readAlertRules } from './read-rules';
export {
  type AlertRules,
  type AlertRulesInput,
  type DigestRule,
  joinAlertRules,
  type MuteRule,
  NO_ALERT_RULES,
  type OwnerRule,
  type QuietHours,
  type RuleMatch,
  type ThresholdRule,
} from './rules';
