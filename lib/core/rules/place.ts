import { exactnessOf, matchesName, matchesPattern } from './pattern';
import type { AlertRules, RuleMatch } from './rules';

/** Whose and where the findings are that rules are held against. */
export interface RulePlace {
  /** `null`: not known. */
  readonly accountId: string | null;
  readonly region: string;
  /** Ids of the units above the account, roots too. Absent: not known, as without an organisation. */
  readonly organizationalUnits?: readonly string[];
  /** Of the account. Absent: not known. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What is known of an account besides what its own APIs say. */
export type RuleAccount = Partial<Omit<RulePlace, 'region'>>;

/** The fields of a match that are about the place, not about the finding. */
export const PLACE_FIELDS = ['accountId', 'region', 'organizationalUnit', 'accountTag'] as const;

/** Whether a match says anything of the place. */
export function isOfPlace(match: RuleMatch): boolean {
  return PLACE_FIELDS.some((field) => match[field] !== undefined);
}

function isAt({ accountId, region, organizationalUnit, accountTag }: RuleMatch, place: RulePlace): boolean {
  const tags = Object.entries(place.tags ?? {});
  return (
    (accountId === undefined || matchesName(accountId, place.accountId)) &&
    (region === undefined || matchesName(region, place.region)) &&
    (organizationalUnit === undefined || (place.organizationalUnits ?? []).includes(organizationalUnit)) &&
    (accountTag === undefined || tags.some(([key, value]) => matchesPattern(accountTag, `${key}=${value}`)))
  );
}

/** How closely a match names the account, in one number: the id before all the others. */
function closenessOf({ accountId, region, organizationalUnit, accountTag }: RuleMatch): number {
  const others = [organizationalUnit, accountTag, region].filter((one) => one !== undefined);
  return exactnessOf(accountId) * (PLACE_FIELDS.length + 1) + others.length;
}

function settle<Rule extends { readonly match: RuleMatch }>(rules: readonly Rule[], place: RulePlace): Rule[] {
  return rules
    .filter(({ match }) => isAt(match, place))
    .map((rule) => {
      if (!isOfPlace(rule.match)) return rule;
      const { accountId: _, region: __, organizationalUnit: ___, accountTag: ____, ...match } = rule.match;
      return { ...rule, match };
    });
}

/**
 * The rules that hold in one account and Region, as rules of no place: what they say of it is settled. Of thresholds those of
 * the account come last, so that of two that are else alike the closer one holds. Rules of no place stay as they are.
 */
export function rulesAt(rules: AlertRules, place: RulePlace): AlertRules {
  const thresholds = [...rules.thresholds].sort((a, b) => closenessOf(a.match) - closenessOf(b.match));
  return {
    ...rules,
    thresholds: settle(thresholds, place),
    mutes: settle(rules.mutes, place),
    owners: settle(rules.owners, place),
  };
}
