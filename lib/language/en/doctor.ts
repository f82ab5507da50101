import type { CheckSaid, SaidWords, StepSaid } from '../../core/answers/checklist';

/** What each check found. */
const CHECKS: SaidWords<CheckSaid> = {
  caller: ({ accountId, region }) => `account ${accountId}, Region ${region}`,
  callerUnknown: () => 'there are credentials, but AWS does not say whose (sts:GetCallerIdentity)',
  text: ({ text }) => text,
  called: () => 'allowed',
  failed: ({ blindSpot }, { statement }) => statement(blindSpot),
  callFailed: ({ action }) => `not known: ${action} failed`,
  notTried: () => 'not tried: nothing here needs it',
  mapped: ({ mapped, unmapped }, { count }) =>
    unmapped === 0
      ? `all ${count(mapped)} quotas of models are mapped to their models`
      : `${count(mapped)} mapped to their models; ${count(unmapped)} whose model is not known`,
  zero: ({ zero, spent }, { count, list }) => {
    if (zero === 0) return 'no quota is 0';
    return spent.length === 0
      ? `${count(zero)} at zero; none of them is in use`
      : `${count(zero)} at zero; in use: ${list(spent)}`;
  },
  belowDefault: ({ below, spent }, { count, list }) => {
    if (below === 0) return "no value is below AWS's default";
    const called = spent.length === 0 ? 'none of them is in use' : `in use: ${list(spent)}`;
    return `${count(below)} below AWS's default; ${called}`;
  },
  unmappedUsage: ({ modelIds }, { list }) =>
    modelIds.length === 0 ? 'all traffic has its quota' : `traffic without a known quota: ${list(modelIds)}`,
  access: ({ asked, open, unsaid, closed, called }, { count, list }) => {
    if (asked === 0) return 'no model could be checked';
    const parts = [`${count(open)} of ${count(asked)} models can be called`];
    if (closed.length > 0) parts.push(`not: ${list(closed.map(({ modelId, why }) => `${modelId} (${why})`))}`);
    if (unsaid > 0) parts.push(`${count(unsaid)} unknown`);
    if (called.length > 0) parts.push(`called nevertheless: ${list(called)}`);
    return parts.join('; ');
  },
  burndown: ({ modelIds }, { list }) =>
    modelIds.length === 0
      ? 'the rate of every model with traffic is known'
      : `no rate is known, so output counts once (a lower bound): ${list(modelIds)}`,
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
    const told = open === 0 ? 'no open increase request' : `open increase requests: ${count(open)}`;
    return notGranted.length === 0 ? told : `${told}; closed without being granted: ${list(notGranted)}`;
  },
  recorded: () => 'CloudTrail records whose calls were refused, and with which error',
  absent: ({ stack }) => `no stack ${stack} in this Region: nothing is watching yet`,
  deployed: ({ stack }) => `stack ${stack}`,
  lastRun: ({ minutesAgo }, { count }) =>
    minutesAgo === null
      ? 'no run in the last 3 hours'
      : `last evaluation ${count(minutesAgo)} ${minutesAgo === 1 ? 'minute' : 'minutes'} ago`,
  alarms: ({ total, inAlarm, withoutData }, { count, list }) => {
    const told = inAlarm.length === 0 ? `none of ${count(total)} in ALARM` : `in ALARM: ${list(inAlarm)}`;
    return withoutData === 0 ? told : `${told}; ${count(withoutData)} without data`;
  },
  emails: ({ confirmed, pending }, { count, list }) => {
    if (confirmed + pending.length === 0) return 'nobody is subscribed: an alert would reach no one';
    const waiting = `not confirmed yet (the link is in AWS's e-mail): ${list(pending)}`;
    return pending.length === 0 ? `${count(confirmed)} confirmed` : `${count(confirmed)} confirmed; ${waiting}`;
  },
  rules: ({ problems }, { list, rule }) => (problems.length === 0 ? 'no problem found' : list(problems.map(rule))),
  deadLetters: ({ messages }, { count }) =>
    messages === 0 ? 'none' : `waiting in the queue, because Lambda did not accept them: ${count(messages)}`,
  trail: ({ name }) => `the trail ${name} records refused calls`,
  trailUnsure: ({ name }) =>
    `the trail ${name} records some management events; whether refused calls are among them is open`,
  noTrail: ({ trails }, { list }) => {
    const told = trails.map(
      ({ name, why }) => `${name} ${why === 'stopped' ? 'does not log' : 'leaves out calls of models'}`,
    );
    const found = told.length === 0 ? 'there is none here' : list(told);
    return `no trail records refused calls for refusalEvidence, so causes are inferred: ${found}; it takes one that logs management events, reads among them`;
  },
  outbox: ({ waiting, minutes, aside, last }, { count }) => {
    const stuck =
      waiting === 0
        ? 'nothing is waiting'
        : `runs whose messages are waiting: ${count(waiting)}, for ${count(minutes)} min`;
    return last === null ? stuck : `${stuck}; ${count(aside)} set aside, the latest "${last.subject}": ${last.why}`;
  },
};

/** Why each step is done or open. */
const STEPS: SaidWords<StepSaid> = {
  unread: () => 'unknown: AWS could not be read',
  quotasSeen: ({ adjustable, fixed }, { count }) =>
    `${count(adjustable)} can be raised by request, ${count(fixed)} by a Support case`,
  toAsk: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0 ? 'none of those in use is too low' : `too low: ${list(quotaCodes)}`,
  toWrite: ({ quotaCodes }, { list }) =>
    quotaCodes.length === 0
      ? 'none of those in use is too low'
      : `too low, and not raised by request: ${list(quotaCodes)}`,
  whichZero: ({ zero }, { count }) => `no model is called yet, and ${count(zero)} quotas are 0: choose those you need`,
  caseOpen: ({ caseIds }, { list }) => (caseIds.length === 0 ? 'none is needed' : `open: ${list(caseIds)}`),
  throttles: ({ calls, modelIds }, { count, list }) =>
    calls === 0
      ? 'no call was throttled in 24 hours'
      : `throttled calls in 24 hours: ${count(calls)}, of ${list(modelIds)}`,
  watch: ({ isDeployed }) => (isDeployed ? 'deployed' : 'not deployed'),
  tight: ({ modelIds }, { list }) =>
    modelIds.length === 0
      ? 'no model with a low quota depends on one scope and Region'
      : `low quota, and only one scope and Region in use: ${list(modelIds)}`,
  capacity: ({ modelIds }, { list }) =>
    modelIds.length === 0 ? 'tokens per minute are sufficient' : `short of tokens per minute: ${list(modelIds)}`,
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
  place: (accountId: string | null, region: string | null) =>
    `Account ${accountId ?? 'unknown'}, ${region ?? 'Region unknown'}`,
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
    'watchdog/outbox': 'outbox',
    'watchdog/trail': 'trail',
  },
  callsAllowed: (count: string, all: string) => `${count} of the ${all} AWS calls it makes are allowed`,
  alike: (actions: string) => `and also ${actions}`,
  more: (count: string) => `${count} more`,
  whens: { today: 'Today', thisWeek: 'This week', nextWeeks: 'Next weeks' },
  steps: {
    seeQuotas: 'See the quotas',
    askAdjustable: 'Ask for more of those that a request can raise',
    prepareTicket: 'Write the Support case for the others',
    openCase: 'Open the Support case',
    retries: 'Back off and retry in the application',
    watch: 'Deploy the watchdog',
    fallback: 'Call another scope or Region when one is full',
    throughput: 'Buy throughput where it pays',
    fewerTokens: 'Use fewer tokens per call',
  },
  bill: (after: string, before: string) =>
    `Expected bill, once deployed: about ${after} per month after free tiers, ${before} before them`,
  billWithEvidence: (after: string, before: string) =>
    `with AWS's own words of refused calls (refusalEvidence): ${after} and ${before}`,
  billBasis: (date: string, region: string) =>
    `an estimate: what the watchdog would have read in the last 24 hours, at list prices of ${region}, ${date}`,
  verdict: {
    ok: 'Nothing is wrong.',
    wrong: (count: string) => `Wrong: ${count}.`,
    unknown: (count: string) => `Unknown: ${count}.`,
  },
  checks: CHECKS,
  said: STEPS,
};
