import type { RuleWords } from '../../core/words/rules';

const INSTANT = 'an ISO time with its zone such as 2026-12-01T00:00:00Z or 2026-12-01T00:00-03:00 is needed';
const OTHER_IDS = 'only "kind": "unmappedUsage" takes any id';

/** English for what is wrong with alert rules. Keys, values and examples are JSON, and the same in every language. */
export const EN_RULES: RuleWords = {
  whole: 'the whole',
  missing: (path: string, need: string) => `${path} is missing; ${need}`,
  is: (path: string, got: string, need: string) => `${path} is ${got}; ${need}`,
  needs: {
    object: (keys: string) => `an object is needed; its keys: ${keys}`,
    list: () => 'a list is needed',
    oneOf: (allowed: string) => `one of ${allowed} is needed`,
    percent: (highest: string) => `a percent above 0 and up to ${highest} is needed`,
    reason: (longest: string) => `a reason of 1 to ${longest} characters is needed`,
    quotaCode: () => 'a quota code such as L-F4DDD3EB or a pattern such as L-F4* is needed',
    model: (longest: string) =>
      `a model id, a label or a pattern of 1 to ${longest} characters without spaces around it is needed`,
    wildcards: () => 'only the wildcards * and ? are known, no regular expressions',
    baseModel: () => `the base model id is needed, for a quota is shared by all that call the model (${OTHER_IDS})`,
    baseWithScope: (base: string, scope: string) =>
      `profiles of all geographies share one quota: write ${base} and "scope": ${scope} (${OTHER_IDS})`,
    matchField: () => 'at least one field is needed; {"quotaCode":"*"} matches everything',
    fieldOfKind: (kind: string) => `findings of kind ${kind} have none, so the rule would never match`,
    clock: (last: string) => `a time such as 07:30, from 00:00 to ${last}, is needed`,
    otherClock: () => 'another time than from is needed; a whole day is 00:00 to 24:00',
    instant: () => INSTANT,
    timeOfDate: () => `the time and its zone are missing: ${INSTANT}`,
    zoneOfTime: () => `the time zone is missing: ${INSTANT}`,
    timeZone: () => 'the IANA name of a time zone such as America/Sao_Paulo or UTC is needed',
    someDay: () => 'at least one day is needed; leave it out for every day',
    noDay: () => 'only a digest of every week has a day',
    topicArn: () => 'the ARN of a standard SNS topic such as arn:aws:sns:us-east-1:111122223333:payments is needed',
  },
  flaws: {
    empty: () => 'the rules are empty; {} says no rules',
    notJson: (error: string) => `the rules are not JSON: ${error}`,
    tooLarge: (bytes: string, most: string) => `the rules are ${bytes} bytes of JSON; at most ${most} are allowed`,
    tooLargeForStandard: (bytes: string, most: string, advanced: string) =>
      `the rules are ${bytes} bytes of JSON; at most ${most} are allowed; white space counts, and an advanced SSM parameter holds ${advanced}`,
    unknownKey: (path: string, keys: string) => `${path} is not a known key; allowed here: ${keys}`,
    twin: (path: string, first: string, shared: string) =>
      `${path} repeats ${first} (${shared}); one of them is allowed`,
    noPercent: (path: string) => `${path} sets nothing; warningPercent, criticalPercent or both are needed`,
    order: (path: string, warning: string, critical: string) =>
      `${path} has warningPercent ${warning} and criticalPercent ${critical}; warningPercent must be the lower one`,
    orderWithDefaultWarning: (path: string, warning: string, critical: string) =>
      `${path} has warningPercent ${warning} (the default) and criticalPercent ${critical}; warningPercent must be the lower one`,
    orderWithDefaultCritical: (path: string, warning: string, critical: string) =>
      `${path} has warningPercent ${warning} and criticalPercent ${critical} (the default); warningPercent must be the lower one`,
  },
};
