import {
  amount,
  anything,
  fields,
  flag,
  listOf,
  minute,
  number,
  oneOf,
  orAbsent,
  orNull,
  recordOf,
  type Shape,
  text,
  time,
} from './shape';

const remedy = fields({ title: text, command: orNull(text) });

const finding = fields({
  id: text,
  kind: text,
  severity: oneOf('ok', 'warning', 'critical', 'unknown'),
  quotaCode: orNull(text),
  modelIds: listOf(text),
  scope: orNull(text),
  dimension: orNull(text),
  usage: orNull(fields({ value: number, at: orNull(time), provenance: text })),
  appliedValue: orNull(number),
  utilizationPercent: orNull(number),
  headroom: orNull(number),
  exhaustionAt: orNull(time),
  cause: orNull(fields({ kind: text, confidence: text, evidence: listOf(text) })),
  remedies: listOf(remedy),
});

const described = fields({
  finding,
  context: fields({ subject: text, summary: text, details: listOf(listOf(text)), remedies: orAbsent(listOf(remedy)) }),
});

const alertEntry = fields({
  clear: number,
  clearSince: orNull(minute),
  since: minute,
  spokenAt: orNull(minute),
  severity: oneOf('ok', 'warning', 'critical', 'unknown'),
  last: described,
  flapping: orAbsent(fields({ reopenings: number, recoveredAt: orNull(minute) })),
  isOver: orAbsent(flag),
});

const alertMessage = fields({
  subject: text,
  message: recordOf(text),
  attributes: fields({
    severity: text,
    accountId: text,
    region: text,
    events: listOf(text),
    kinds: listOf(text),
    models: listOf(text),
  }),
});

/** A statement is spelled whatever it is, as long as it is an object. */
const blindSpot = fields({ source: text });

const outboxEntry = fields({
  id: time,
  part: orAbsent(number),
  alert: alertMessage,
  isMailed: orAbsent(flag),
  chat: orAbsent(listOf(fields({ content: fields({ title: text }) }))),
  events: orAbsent(listOf(fields({ detailType: text, detail: text, resources: listOf(text), at: time }))),
  owners: orAbsent(listOf(fields({ topicArn: text, alert: alertMessage, refusals: orAbsent(number) }))),
  refusals: orAbsent(number),
  refused: orAbsent(listOf(blindSpot)),
  heldUp: orAbsent(fields({ count: number, from: time, lines: listOf(text) })),
  claim: orAbsent(fields({ by: text, until: number })),
});

const series = fields({
  metricNames: listOf(text),
  readUntil: orNull(minute),
  unlistedAt: orNull(minute),
  temperature: oneOf('hot', 'warm', 'cold'),
});

const request = fields({ quotaCode: text, desiredValue: number, status: text, createdAt: orNull(time) });

const digest = fields({
  since: minute,
  lastDigestAt: orNull(minute),
  countedUntil: minute,
  peaks: recordOf(fields({ percent: number, at: time, subject: text, described: orNull(described) })),
  throttles: recordOf(fields({ subject: text, count: number })),
  changes: listOf(text),
  seenChanges: listOf(text),
  calls: recordOf(number),
  requests: orAbsent(recordOf(request)),
});

const echo = fields({
  awaited: listOf(minute),
  readAt: orNull(minute),
  late: orNull(fields({ since: minute, foundAt: minute })),
  catchUp: orNull(fields({ from: minute, until: minute })),
});

/** What the watchdog remembers between runs: looked at to the depth at which code would trip over it. */
export const STATE_SHAPE: Shape = fields({
  evaluatedUntil: orNull(minute),
  seriesListedAt: orNull(minute),
  series: recordOf(series),
  alerts: recordOf(alertEntry),
  outbox: listOf(outboxEntry),
  catalogReadAt: orAbsent(minute),
  digest: orAbsent(orNull(digest)),
  customDeployments: orAbsent(recordOf(text)),
  echo: orAbsent(echo),
});

const quota = fields({
  endpoint: text,
  scope: text,
  dimension: text,
  variant: orNull(text),
  modelLabel: text,
  quotaCode: text,
  quotaName: text,
  appliedValue: amount,
  defaultValue: orNull(amount),
  adjustable: flag,
  modelIds: listOf(text),
  mapping: text,
});

/** The quotas, models and profiles of the last reading. */
export const CATALOG_SHAPE: Shape = fields({
  readAt: minute,
  failures: listOf(blindSpot),
  accountId: orNull(text),
  quotas: listOf(quota),
  totalQuotas: number,
  models: listOf(fields({ id: text, name: text, provider: text, inferenceTypes: listOf(text) })),
  profiles: listOf(fields({ id: text, arn: text, name: text, type: text, modelArns: listOf(text) })),
  problems: listOf(blindSpot),
  changes: orAbsent(
    listOf(fields({ at: minute, before: orNull(quota), after: orNull(quota), nowNamed: orNull(text) })),
  ),
  otherCodes: orAbsent(orNull(listOf(text))),
  missingSince: orAbsent(recordOf(minute)),
  requests: orAbsent(fields({ requests: listOf(request), readAt: orNull(minute) })),
  modelUnits: orAbsent(anything),
});

/** Quota tokens by the hour. */
export const PROFILE_SHAPE: Shape = fields({ hours: listOf(number), pools: recordOf(listOf(amount)) });

/** What was refused for good. */
export const ASIDE_SHAPE: Shape = listOf(
  fields({ id: time, channel: text, subject: text, why: text, text, json: text }),
);

/** Texts of rules by the name of their parameter. */
export const RULES_SHAPE: Shape = recordOf(text);

/** One hour of one series: rows that begin with their minute. */
export const BUCKET_SHAPE: Shape = listOf((row, at) => {
  const wrong = listOf(orNull(amount))(row, at);
  return wrong ?? minute((row as readonly unknown[])[0], `${at}.0`);
});
