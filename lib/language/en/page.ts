/** English for the page of quotas and the widget of the dashboard. */
export const EN_PAGE = {
  /** Of the document. */
  htmlLanguage: 'en',
  severities: { ok: 'OK', unknown: 'Unknown', warning: 'Warning', critical: 'Critical' },
  provenance: {
    native: 'native metric',
    reconstructed: 'reconstructed',
    mixed: 'native and reconstructed',
    lowerBound: 'lower bound',
    estimate: 'estimate',
  },
  title: (region: string) => `Bedrock quotas, ${region}`,
  accountUnknown: 'account unknown',
  account: (id: string) => `account ${id}`,
  unknown: 'unknown',
  noData: 'no data',
  at: (time: string) => `at ${time}`,
  nowUnread: 'unknown: not read, or read late',
  byDay: 'counted by the day',
  period: {
    hour: ['hour', 'hours'],
    head: (amount: string, _isOfHours: boolean) => `Last ${amount}`,
    within: (amount: string, _isOfHours: boolean) => `in the last ${amount}`,
    whole: (amount: string, _isOfHours: boolean) => `the last ${amount}`,
    none: (amount: string) => `none in ${amount}`,
  },
  /** Of the charts in the rows. */
  history: {
    key: (period: string) =>
      `Charts show ${period}, hours in UTC; the line is the limit, the dot the peak. Numbers are AWS's own metrics unless said otherwise.`,
    label: (subject: string, period: string, limit: string) => `${subject}, ${period}, limit ${limit}`,
    parts: (subject: string) => `${subject}: the highest value of each part of the chart`,
    reached: (amount: string, time: string) => `${amount} at ${time}`,
    nothing: 'no traffic seen',
    ownScale: (highest: string) => `own scale, up to ${highest}`,
  },
  full: {
    atLimit: 'at its limit',
    nearly: 'nearly',
    notInSight: 'not in sight',
    since: (time: string) => `since ${time}`,
    about: (time: string) => `about ${time}`,
  },
  of: (amount: string, limit: string) => `${amount} of ${limit}`,
  columns: {
    quota: 'Quota',
    now: 'Now',
    peak: 'Peak',
    limit: 'Limit',
    headroom: 'Headroom',
    full: 'Full',
    applied: 'Applied',
    standard: 'AWS default',
    adjustable: 'Adjustable',
  },
  limits: {
    doubled: (applied: string, factor: string) =>
      `${applied} × ${factor}: AWS doubles the limit for cross-Region calls`,
    mixed: (single: string, double: string) =>
      `${single} for on-demand calls, ${double} for cross-Region calls, for which AWS doubles the limit; by the share of each in the day`,
    atPeak: (limit: string) => `${limit} was in force at the peak`,
  },
  toldAbove: (sections: string) => `What to do stands above, under: ${sections}.`,
  yes: 'yes',
  no: 'no',
  details: 'Details',
  inUse: 'Quotas in use',
  noneInUse: (period: string) => `No data yet: no quota with traffic was seen ${period}.`,
  inUseUnread: 'Usage could not be read: which quotas are in use is not known.',
  countInUse: (count: string) => `${count} with usage, worst first.`,
  throttled: 'Throttled calls',
  refused: 'Refused calls',
  changes: 'Changes and requests',
  notKnown: 'What is not known',
  zeros: 'Quotas that are 0',
  lowered: 'Quotas below the AWS default',
  allRead: 'everything could be read',
  notRead: (count: number) => `${count} not read in full`,
  coverage: ({ active, mapped, unmapped, read }: { active: number; mapped: number; unmapped: number; read: string }) =>
    `Model ids with traffic: ${active}; of these in a quota: ${mapped}, in none: ${unmapped}; ${read}.`,
  tiles: {
    usageUnread: 'usage could not be read',
    quotasUnread: 'quotas could not be read',
    zeros: 'Zero quotas',
    ofAll: (count: string) => `of ${count}`,
    noTraffic: 'no traffic',
    noPool: 'no such quota is listed',
    perMinute: 'Highest per-minute use',
    perDay: 'Daily pool (estimate)',
    evaluated: 'Evaluated',
    whenAndNow: (time: string, now: string) => `${time}; now ${now}`,
  },
  widget: {
    stale: 'Stale',
    future: (time: string, runbook: string) =>
      `The last evaluation is of ${time}, which is yet to come: somebody ran the poller with that time, and it evaluates nothing before. What to do: Stale in ${runbook}.`,
    old: (time: string, age: string, runbook: string) =>
      `The last evaluation is of ${time}, ${age} ago. All numbers below are of that time. What to do: Stale, Failed and NotRunning in ${runbook}.`,
    empty: (due: string, runbook: string) =>
      `No data yet: the watchdog has not evaluated anything. It runs every minute; the first evaluation is due by ${due}. If this text stays for ten minutes: NotRunning and Failed in ${runbook}.`,
    unsaid: 'Not sent',
    waits: (count: string, since: string, runbook: string) =>
      `Messages of ${count} runs wait, the oldest since ${since}: nobody has taken them, and whoever waits for them was not told. They go out when the channel takes them again. Why it does not: Failed in ${runbook}, and quota-watchdog doctor.`,
    failed: (why: string) => `The quotas cannot be shown: ${why}.`,
    alarmsTell: (runbook: string) =>
      `The widget reads the watchdog's table and nothing else. The watchdog itself may be well: its alarms say so, and its messages go out without this widget. If it lasts, deploy the stack again; ${runbook} tells of the alarms.`,
  },
};
