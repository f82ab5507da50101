/** English for `throughput`. */
export const EN_THROUGHPUT = {
  columns: {
    units: 'UNITS',
    throttled: 'THROTTLES SERVED',
    served: 'SERVED',
    use: 'USE',
    cost: '$/MONTH',
    withRest: '+ REST',
    least: 'NEEDS TPM/UNIT',
    tokens: 'TPM',
    covered: 'MINUTES COVERED',
  },
  head: (model: string, region: string, from: string, to: string) =>
    `Provisioned throughput for ${model}, ${region}, by the minutes from ${from} to ${to} UTC`,
  traffic: (tokens: string, requests: string, busy: string) =>
    `${tokens} raw tokens in ${requests}, busy in ${busy} minutes`,
  peak: (tokens: string) => `busiest minute: ${tokens} raw tokens`,
  throttles: (calls: string, minutes: string, size: string) =>
    `${calls} throttled in ${minutes}; each counts as a request of the mean size, ${size} tokens (estimate)`,
  throttlesUnknown: (calls: string, minutes: string) => `${calls} throttled in ${minutes}; of what size is not known`,
  noTraffic: 'no traffic in this time: there is nothing to compare units with',
  onDemand: (dollars: string) => `on demand, a month of such traffic: $${dollars} (estimate)`,
  onDemandUnknown: 'on demand: cost not known',
  breakEven: (tokens: string) =>
    `break-even: a unit costs no more than on-demand from ${tokens} tokens/min up, in every minute`,
  breakEvenNever: 'that is more than a unit carries: at these prices units never pay off',
  breakEvenUnknown: 'break-even: not known',
  legend:
    'THROTTLES SERVED: throttled minutes whose whole demand fits (estimate); SERVED: of accepted tokens; USE: of what the units carry, all minutes; + REST: with the other tokens on demand',
  legendNoUnit: 'NEEDS TPM/UNIT: the least a unit must carry so that no minute would have been throttled',
  terms: {
    none: 'without a term: billed by the hour until the units are deleted',
    '1month': 'for 1 month: the units cannot be deleted before its end',
    '6months': 'for 6 months: the units cannot be deleted before their end',
  },
  commitment: (units: string, dollars: string) => `${units} for the whole term: $${dollars}, used or not`,
  unit: ['unit', 'units'],
  publicPrice: (month: string, half: string, checked: string) =>
    `public prices of this model were $${month} (1 month) and $${half} (6 months) per hour and unit (${checked}); yours is used here`,
  quotasTitle: 'Quotas of model units',
  quota: (code: string, name: string, applied: string) => `${code} ${name}: ${applied}`,
  ask: (value: string) => `ask for ${value} before you buy; AWS starts with 0:`,
  support: 'not adjustable: ask in a Support case before you buy',
  noQuota: 'the list of the account names none for this model',
  reservedTitle: 'Reserved tier (by 1,000 tokens/min, for 1 or 3 months; more overflows to on-demand)',
  unknownTitle: 'Unknown, or assumed:',
  unknown: 'unknown',
  unknowns: {
    unitThroughput:
      'what a unit carries: AWS does not publish it for newer models; ask your account team and give --tokens-per-minute-per-unit',
    inputAndOutput:
      'a unit is assumed to carry raw input and output tokens together, without burndown; AWS defines input and output per minute separately',
    retries: 'throttled calls include the retries of SDKs, so the demand of throttled minutes is probably overstated',
    throttledSize: 'how large the throttled calls were: no request was accepted',
    coarse: 'the points cover more than a minute: peaks are means and may have been higher',
    byQuotaTokens: 'raw tokens of some minutes are missing; their quota tokens are used instead, which are no fewer',
    cached: 'whether units spare cached tokens; here all of them count',
    cachedPrice: 'the price of cached tokens: the cost on demand leaves them out and is too low',
    tokenPrices: 'prices of tokens on demand: give --input-price and --output-price, in US dollars per million',
    reservedPrice: 'the price of the reserved tier: give --reserved-price-per-1k-tpm-month',
    reservedTerms:
      'whether the reserved tier is sold for this model, and how it counts output; raw tokens are assumed here',
    lostMinutes: 'minutes that could not be read: all sums are lower bounds',
    offered: 'whether AWS sells units of this model here: no quota of the account is named for it',
    modelUnits: 'the quotas of model units: the list could not be read',
  },
  complaints: {
    price: 'Give US dollars above 0 as digits with a point, such as 39.60.',
    tokenPrice: 'Give US dollars, 0 or more, as digits with a point, such as 0.25.',
  },
};
