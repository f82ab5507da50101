import { type RuleProblem, toFlaw, toNeed } from '../vocabulary/rule-problem';
import type { Thresholds } from '../vocabulary/severity';
import { type CheckedFields, type JsonCheck, listWithoutTwins, objectOf, toProblem } from './json-check';
import { PLACE_FIELDS } from './place';
import {
  checkAccountId,
  checkAnyModel,
  checkClock,
  checkDimension,
  checkInstant,
  checkInterval,
  checkKind,
  checkPercent,
  checkQuotaCode,
  checkQuotaModel,
  checkReason,
  checkRegion,
  checkScope,
  checkTag,
  checkTimeZone,
  checkTopicArn,
  checkUnit,
  checkWeekday,
} from './rule-checks';
import type { DigestRule, MuteRule, OwnerRule, QuietHours, RuleMatch, ThresholdRule } from './rules';

/** The fields a match may have beside the kind and the place, by kinds that have nothing else to match. */
const FIELDS_OF_KIND: ReadonlyMap<string, readonly string[]> = new Map([
  ['coverage', []],
  ['unmappedUsage', ['model']],
  ['refused', ['model', 'scope']],
]);

function checkMatchTogether({ sound, unsound }: CheckedFields<RuleMatch>, path: string): RuleProblem[] {
  const { kind, ...others } = sound;
  if (Object.keys(sound).length === 0 && unsound.size === 0) {
    return [toProblem(path, sound, toNeed('matchField'))];
  }
  const takesAnyModel = kind === 'unmappedUsage' || unsound.has('kind') || sound.model === undefined;
  const fields = FIELDS_OF_KIND.get(kind ?? '');
  const usable: readonly string[] = [...(fields ?? []), ...PLACE_FIELDS];
  const idle = fields ? Object.entries(others).filter(([key]) => !usable.includes(key)) : [];
  return [
    ...(takesAnyModel ? [] : checkQuotaModel(sound.model, `${path}.model`)),
    ...idle.map(([key, value]) => toProblem(`${path}.${key}`, value, toNeed('fieldOfKind', kind ?? ''))),
  ];
}

/** What a match may name, where rules are held against. */
export interface MatchSetting {
  /** Whether units and tags of accounts are known; a rule by them would else never hold. */
  readonly knowsOrganization: boolean;
}

function matchFields({ knowsOrganization }: MatchSetting) {
  return {
    quotaCode: checkQuotaCode,
    model: checkAnyModel,
    scope: checkScope,
    dimension: checkDimension,
    accountId: checkAccountId,
    region: checkRegion,
    organizationalUnit: checkUnit(knowsOrganization),
    accountTag: checkTag(knowsOrganization),
  };
}

function checkMatch(setting: MatchSetting): JsonCheck {
  const optional = { ...matchFields(setting), kind: checkKind };
  return objectOf<RuleMatch>({ optional, together: checkMatchTogether });
}

/** Thresholds are of quotas, and a quota has no kind of finding. */
function checkQuotaMatch(setting: MatchSetting): JsonCheck {
  return objectOf<RuleMatch>({ optional: matchFields(setting), together: checkMatchTogether });
}

/** A match by what it matches, for which letters have no case. */
function lowerMatch({ match }: { readonly match: RuleMatch }): unknown {
  const { quotaCode, model, region, accountTag } = match;
  return {
    ...match,
    quotaCode: quotaCode?.toLowerCase(),
    model: model?.toLowerCase(),
    region: region?.toLowerCase(),
    accountTag: accountTag?.toLowerCase(),
  };
}

function checkPair(
  { sound, unsound }: CheckedFields<ThresholdRule>,
  path: string,
  defaults: Thresholds,
): RuleProblem[] {
  if (unsound.has('warningPercent') || unsound.has('criticalPercent')) return [];
  if (sound.warningPercent === undefined && sound.criticalPercent === undefined) {
    return [toFlaw('noPercent', path)];
  }
  const { warningPercent = defaults.warningPercent, criticalPercent = defaults.criticalPercent } = sound;
  if (warningPercent < criticalPercent) return [];
  const pair = [path, String(warningPercent), String(criticalPercent)] as const;
  if (sound.warningPercent === undefined) return [toFlaw('orderWithDefaultWarning', ...pair)];
  return [toFlaw(sound.criticalPercent === undefined ? 'orderWithDefaultCritical' : 'order', ...pair)];
}

/** `thresholds`; a rule that gives one percent must fit the other of `defaults`. */
export function checkThresholds(defaults: Thresholds, setting: MatchSetting): JsonCheck {
  const checkRule = objectOf<ThresholdRule>({
    required: { match: checkQuotaMatch(setting) },
    optional: { warningPercent: checkPercent, criticalPercent: checkPercent },
    together: (fields, path) => checkPair(fields, path, defaults),
  });
  return listWithoutTwins<ThresholdRule>(checkRule, lowerMatch);
}

/** `mutes`. */
export function checkMutes(setting: MatchSetting): JsonCheck {
  const required = { match: checkMatch(setting), reason: checkReason };
  return listWithoutTwins<MuteRule>(objectOf<MuteRule>({ required, optional: { until: checkInstant } }), lowerMatch);
}

const checkDays = listWithoutTwins<string>(checkWeekday, (day) => day);

/** `quietHours`. */
export const checkQuietHours: JsonCheck = listWithoutTwins<QuietHours>(
  objectOf<QuietHours>({
    required: { from: checkClock(false), to: checkClock(true), timeZone: checkTimeZone },
    optional: {
      days: (value, path) =>
        Array.isArray(value) && value.length === 0
          ? [toProblem(path, value, toNeed('someDay'))]
          : checkDays(value, path),
    },
    together: ({ sound: { from, to } }, path) =>
      from !== undefined && from === to ? [toProblem(`${path}.to`, to, toNeed('otherClock'))] : [],
  }),
  (hours) => hours,
);

/** `owners`. */
export function checkOwners(isUnresolved: (text: string) => boolean, setting: MatchSetting): JsonCheck {
  const required = { match: checkMatch(setting), topicArn: checkTopicArn(isUnresolved) };
  const checkRule = objectOf<OwnerRule>({ required });
  return listWithoutTwins<OwnerRule>(checkRule, (owner) => [owner.topicArn, lowerMatch(owner)]);
}

/** `digest`. */
export const checkDigest: JsonCheck = objectOf<DigestRule>({
  required: { every: checkInterval, at: checkClock(false), timeZone: checkTimeZone },
  optional: { on: checkWeekday },
  together: ({ sound: { every, on }, unsound }, path) => {
    if (every === 'week' && on === undefined && !unsound.has('on')) return checkWeekday(on, `${path}.on`);
    if (every !== 'day' || on === undefined) return [];
    return [toProblem(`${path}.on`, on, toNeed('noDay'))];
  },
});
