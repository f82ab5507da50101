/** What a finding that is of no single quota says of one. */
export const OF_NO_QUOTA = {
  quotaCode: null,
  scope: null,
  dimension: null,
  usage: null,
  utilizationPercent: null,
  headroom: null,
  exhaustionAt: null,
} as const;
