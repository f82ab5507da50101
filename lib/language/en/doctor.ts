import type { CheckSaid, SaidWords, StepSaid } from '../../core/answers/checklist';

/** What each check found. */
const CHECKS: SaidWords<CheckSaid> = {
  caller: ({ accountId, region }) => `account ${accountId}, Region ${region}`,
  callerUnknown: () => 'the credentials are there; AWS does not say whose (sts:GetCallerIdentity)',
  text: ({ text }) => text,
  called: () => 'allowed',
  failed: ({ blindSpot }, { statement }) => statement(blindSpot),
  callFailed: ({ action }) => `not known: ${action} failed`,
  notTried: () => 'not tried: nothing here needs it',
  mapped: ({ mapped, unmapped }, { count }) =>
    unmapped === 0
      ? `all ${count(mapped)} quotas of models are joined with their models`
      : `${count(mapped)} quotas are joined with their models; of ${count(unmapped)} the model is not known`,
  zero: ({ zero, spent }, { count, list }) => {
    if (zero === 0) return 'no quota is 0';
    return spent.length === 0
      ? `${count(zero)} are 0; none of them is called`
      : `${count(zero)} are 0, and these are called: ${list(spent)}`;
  },
  belowDefault: ({ below, spent }, { count, list }) => {
    if (below === 0) return "no value is below AWS's default";
    const called = spent.length === 0 ? 'none of them is called' : `these are called: ${list(spent)}`;
    return `${count(below)} are below AWS's default; ${called}`;
  },
  unmappedUsage: ({ modelIds }, { list }) =>
    modelIds.length === 0 ? 'all traffic has its quota' : `traffic without a known quota: ${list(modelIds)}`,
  access: ({ asked, open, unsaid, closed, called }, { count, list }) => {
    if (asked === 0) return 'no model could be asked for';
    const parts = [`${count(open)} of ${count(asked)} models may be called`];
    if (closed.length > 0) parts.push(`not: ${list(closed.map(({ modelId, why }) => `${modelId} (${why})`))}`);
    if (unsaid > 0) parts.push(`${count(unsaid)} unknown`);
    if (called.length > 0) parts.push(`called all the same: ${list(called)}`);
    return parts.join('; ');
  },
  burndown: ({ modelIds }, { list }) =>
    modelIds.length === 0
      ? 'the rate of every model with traffic is known'
      : `no rate is known, so its output counts once, a lower bound: ${list(modelIds)}`,
  lifecycle: ({ models }, { list, date }) =>
    models.length === 0
      ? 'no model with traffic is legacy or near its end'
      : list(
          models.map(({ modelId, isLegacy, endOfLife }) => {
            const what = isLegacy ? 'legacy' : 'active';
            return endOfLife === null ? `${modelId} is ${what}` : `${modelId} is ${what}, ends ${date(endOfLife)}`;
          }),
        ),
  requests: ({ open, notGranted }, { count, list }) => {
    const told = open === 0 ? 'no increase request is open' : `${count(open)} increase requests are open`;
    return notGranted.length === 0 ? told : `${told}; closed without the value: ${list(notGranted)}`;
  },
  recorded: () => 'CloudTrail says whose calls were refused, and in which words',
  absent: ({ stack }) => `no stack ${stack} in this Region: nothing watches yet`,
  deployed: ({ stack }) => `stack ${stack}`,
  lastRun: ({ minutesAgo }, { count }) =>
    minutesAgo === null ? 'no run in the last 3 hours' : `last evaluation ${count(minutesAgo)} minutes ago`,
  alarms: ({ total, inAlarm, withoutData }, { count, list }) => {
    const told = inAlarm.length === 0 ? `none of ${count(total)} in ALARM` : `in ALARM: ${list(inAlarm)}`;
    return withoutData === 0 ? told : `${told}; ${count(withoutData)} without data`;
  },
  emails: ({ confirmed, pending }, { count, list }) => {
    if (confirmed + pending.length === 0) return 'nobody is subscribed: an alert reaches no one';
    const waiting = `must follow the link in AWS's mail first: ${list(pending)}`;
    return pending.length === 0 ? `${count(confirmed)} confirmed` : `${count(confirmed)} confirmed; ${waiting}`;
  },
  rules: ({ problems }, { list, rule }) =>
    problems.length === 0 ? 'nothing is wrong with them' : list(problems.map(rule)),
  deadLetters: ({ messages }, { count }) =>
    messages === 0 ? 'none counted' : `${count(messages)} runs that Lambda did not take wait in the queue`,
};

/** Why each step is done or open. */
const STEPS: SaidWords<StepSaid> = {
  unread: () => 'unknown: AWS could not be read',
  quotasSeen: ({ adjustable, fixed }, { count }) =>
    `${count(adjustable)} can be raised by request, ${count(fixed)} by a Support case`,
  toAsk: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0 ? 'none of those in use is short' : `short: ${list(quotaCodes)}`,
  toWrite: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0
      ? 'none of those in use is short'
      : `short, and no request raises them: ${list(quotaCodes)}`,
  whichZero: ({ zero }, { count }) => `no model is called, and ${count(zero)} quotas are 0: choose those you need`,
  caseOpen: ({ caseIds }, { list }) => (caseIds.length === 0 ? 'nothing needs one' : `open: ${list(caseIds)}`),
  throttles: ({ calls, modelIds }, { count, list }) =>
    calls === 0 ? 'no call was throttled in 24 hours' : `${count(calls)} throttles in 24 hours: ${list(modelIds)}`,
  watch: ({ isDeployed }) => (isDeployed ? 'deployed' : 'not deployed'),
  tight: ({ modelIds }, { list }) =>
    modelIds.length === 0
      ? 'no short model is called one way only'
      : `short, and called one way only: ${list(modelIds)}`,
  capacity: ({ modelIds }, { list }) =>
    modelIds.length === 0 ? 'no tokens per minute are short' : `tokens per minute are short: ${list(modelIds)}`,
  habits: ({ habits, reserved }, { list, percent, count }) => {
    const told = habits.map(({ modelId, outputShare, cacheReadShare, inputTokens, advice }) => {
      const output =
        advice.includes('output') && outputShare !== null
          ? [`${percent(outputShare)} of its quota is output after burndown`]
          : [];
      const cache = advice.includes('cache')
        ? [`prompts of ${count(Math.round(inputTokens))} tokens, ${percent(cacheReadShare)} read from a cache`]
        : [];
      return `${modelId}: ${[...output, ...cache].join(', ')}`;
    });
    const held = reserved.length === 0 ? [] : [`max_tokens far above the answers: ${list(reserved)}`];
    return [...held, ...told].join('; ') || 'nothing stands out';
  },
};

/** English for `doctor`. */
export const EN_DOCTOR = {
  statuses: { ok: 'ok', wrong: 'wrong', unknown: 'unknown' },
  head: (place: string, at: string) => `${place}, ${at}`,
  place: (accountId: string, region: string) => `Account ${accountId}, ${region}`,
  subjects: {
    credentials: 'credentials',
    call: 'calls',
    'quotas/mapped': 'quotas',
    'quotas/zero': 'zero quotas',
    'quotas/belowDefault': 'lowered quotas',
    'quotas/unmappedUsage': 'unmapped usage',
    quotas: 'quotas',
    'models/access': 'model access',
    'models/burndown': 'burndown',
    'models/lifecycle': 'lifecycle',
    'models/traffic': 'traffic',
    'requests/open': 'requests',
    'refusals/recorded': 'refused calls',
    'watchdog/stack': 'watchdog',
    'watchdog/lastRun': 'last run',
    'watchdog/alarms': 'alarms',
    'watchdog/emails': 'e-mails',
    'watchdog/rules': 'alert rules',
    'watchdog/deadLetters': 'dead letters',
  },
  callsAllowed: (count: string, all: string) => `${count} of ${all} that the product makes are allowed`,
  alike: (actions: string) => `and likewise ${actions}`,
  more: (count: string) => `${count} more`,
  whens: { today: 'Today', thisWeek: 'This week', nextWeeks: 'Next weeks' },
  steps: {
    seeQuotas: 'See the quotas',
    askAdjustable: 'Ask for those that can be raised by request',
    prepareTicket: 'Write the ticket for the others',
    openCase: 'Open the Support case',
    retries: 'Back off and retry in the application',
    watch: 'Have CloudWatch watch',
    fallback: 'Call another scope or Region when one is full',
    throughput: 'Buy throughput where it pays',
    fewerTokens: 'Fewer tokens per call',
  },
  bill: (after: string, before: string) =>
    `Expected bill, once deployed: about ${after} a month after free tiers, ${before} before them`,
  billBasis: (date: string, region: string) =>
    `an estimate: the watchdog's reads planned over the last 24 hours, list prices of ${region}, ${date}`,
  verdict: {
    ok: 'Nothing is wrong.',
    wrong: (count: string) => `Wrong: ${count}.`,
    unknown: (count: string) => `Unknown: ${count}.`,
  },
  checks: CHECKS,
  said: STEPS,
};
