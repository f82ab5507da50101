/** English for `usage`, and what the other commands that look at days say. */
export const EN_USAGE = {
  columns: {
    peak: 'PEAK',
    peakAt: 'PEAK AT (UTC)',
    average: 'AVERAGE',
    date: 'DATE',
    tokens: 'TOKENS',
    ofDay: 'OF DAY',
    requests: 'REQUESTS',
    throttled: 'THROTTLED',
    fullest: 'PEAK TPM',
    pool: 'MODEL AND SCOPE',
    share: 'SHARE',
  },
  rows: {
    input: 'input tokens per request',
    output: 'output tokens per request',
    cacheRead: 'cache read per request',
    cacheWrite: 'cache write per request',
  },
  head: (what: string, region: string, from: string, to: string) => `${what}, ${region}: ${from} to ${to} UTC`,
  allModels: 'all models',
  busy: (busy: string, all: string) => `busy in ${busy} of ${all} minutes; percentiles are of busy minutes`,
  coarse: (minutes: string) =>
    `CloudWatch keeps one-minute points for 15 days: these cover ${minutes} minutes, so peaks are means and may have been higher`,
  noTraffic: 'no traffic in this time',
  listedFor: 'models without traffic in the last two weeks are not listed by CloudWatch, and are missing',
  limit: (used: string, limit: string, code: string, applied: string) =>
    `${used} of ${limit} ${code} (${applied}) at the peak`,
  throttles: (calls: string, minutes: string, share: string) =>
    `${calls} throttled in ${minutes}, ${share} of all calls`,
  noThrottles: 'no call was throttled',
  sizes: 'p90 of sizes: of minutes by their requests; max_tokens is in no metric',
  day: (code: string, limit: string) => `OF DAY: of ${code}, ${limit} tokens/day of all models together`,
  dayPart: '* a part of a day',
  week: 'Mean tokens/min by hour of the week, 00 to 23 UTC:',
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  growth: {
    tokensPerMinute: (amount: string) => `Growth: the busiest minute of a day by about ${amount} tokens each week`,
    tokensPerDay: (amount: string) => `Growth: a day by about ${amount} tokens each week`,
  },
  meets: (code: string, limit: string, week: string) =>
    `at that pace ${code} (${limit}) is reached in the week of ${week} (estimate)`,
  meetsNot: (code: string, limit: string) => `at that pace ${code} (${limit}) is not reached within a year (estimate)`,
  noGrowth: 'Growth: none beyond what single days explain, or fewer than five whole days',
  by: { profile: 'By profile', tag: (key: string) => `By tag ${key}`, principal: 'By principal' },
  nobody: { profile: '(without an application profile)', tag: '(without the tag)', principal: '(unknown)' },
  principalNote: (group: string, bytes: string, dollars: string) =>
    `principals are read from the log group ${group} by Logs Insights, which bills what it scans: at most ${bytes} GB, about $${dollars}`,
  principalQuestion: 'Read them? [y/N] ',
  principalTokens: 'principals: raw input and output tokens of the log, not quota tokens',
  yes: /^y(?:es)?$/i,
  cost: (calls: string, metrics: string, dollars: string) =>
    `reads ${metrics} metrics in ${calls} calls of GetMetricData, about $${dollars}`,
  page: {
    title: (what: string) => `Usage of ${what}`,
    section: (model: string, scope: string) => `Usage: ${model}, ${scope}`,
    hours: 'Busiest minute of each hour, tokens/min',
    days: 'Tokens per day',
    week: 'Mean tokens/min by hour of the week (UTC); the darker the more',
    limitLine: (limit: string) => `the line is ${limit}`,
    limitAbove: (limit: string) => `the limit of ${limit} is far above`,
    none: 'no traffic',
    numbers: 'The days in numbers',
    cell: (weekday: string, hour: string, tokens: string) => `${weekday} ${hour}:00 UTC: ${tokens} tokens/min`,
  },
  complaints: {
    days: (most: string) => `Give whole days from 1 to ${most}.`,
    by: 'Give profile, principal, or tag:KEY.',
    noModel: (reason: string) => `no model to look for: ${reason}; quota-watchdog quotas lists the models`,
    oneRegion: 'one Region at a time can be written as a page',
    needsYes: 'there is no terminal to ask on; add --yes to read the log at that price',
    noLog: (region: string) =>
      `${region}: the account keeps no model invocation log in CloudWatch Logs, so principals are unknown; turn it on in the Bedrock settings`,
    notRead: 'not read: the answer was no',
  },
};
