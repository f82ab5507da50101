import { type AwsClients, createClients } from '../../aws/clients';
import { readActiveSeries } from '../../aws/cloudwatch';
import { readUsage } from '../../aws/metric-points';
import { readCatalog } from '../../aws/read-catalog';
import { evaluate } from '../../lib/core/findings/evaluate';
import type { EvaluationInput } from '../../lib/core/findings/evaluation';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import { type LedgerGroup, sumCalls } from '../../lib/core/refusals';
import { mergeReading } from '../../lib/core/traffic/history';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import type { CauseKind, Confidence } from '../../lib/core/vocabulary/finding';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { createRandom } from '../../local/scenario/random';
import type { TrueCause } from '../../local/traffic/admission';
import { causeOfWords, readEvidence, TRAIL } from './evidence';
import { CALM_MINUTES, type Calls, type Incident } from './incident';
import { quotasOf, TOKENS_CODE } from './target';

/** What a cause is told from: the metrics and quotas, those with AWS's words beside them, AWS's words and nothing else. */
export const COLUMNS = ['inference', 'withEvidence', 'evidenceAlone'] as const;
/** One of {@link COLUMNS}. */
export type Column = (typeof COLUMNS)[number];

/** A cause as it was told; `null`: none was. */
export interface Told {
  readonly kind: CauseKind | null;
  readonly confidence: Confidence | null;
}

/** An incident, what was behind most of its refusals, and what was made of it. */
export interface Played {
  readonly incident: Incident;
  readonly refusals: number;
  /** Of these, calls that CloudTrail had shown when they were judged. */
  readonly recorded: number;
  /** `null`: nothing was refused. */
  readonly truth: TrueCause | null;
  readonly told: Readonly<Record<Column, Told>>;
}

const MINUTE_MS = 60_000;
const START = Date.parse('2026-10-14T10:00:00Z') / MINUTE_MS;
const RETRY_AFTER_MS = 4_000;

interface Pending {
  readonly at: number;
  readonly calls: Calls;
  readonly retriesLeft: number;
}

/** Plays minutes of calls, and retries those that are refused. */
function playMinutes(
  account: LocalAccount,
  { target, retries }: Incident,
  span: { readonly from: number; readonly minutes: number; readonly calls: Calls },
  random: () => number,
): void {
  const vary = (mean: number) => Math.max(1, Math.round(mean * (0.5 + random())));
  const fresh = Array.from({ length: span.minutes }, (_, index) => (span.from + index) * MINUTE_MS).flatMap((start) => {
    const { perMinute, within, every } = span.calls;
    const isOn = (start / MINUTE_MS - span.from) % every === 0;
    const count = isOn ? Math.floor(perMinute * (0.9 + 0.2 * random()) + random()) : 0;
    return Array.from({ length: count }, () => start + random() * within * 1000);
  });
  const queue: Pending[] = fresh.sort((a, b) => a - b).map((at) => ({ at, calls: span.calls, retriesLeft: retries }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { at, calls, retriesLeft } = next;
    const { input, output, cacheRead, maxTokens, seconds } = calls;
    const answer = vary(output);
    const refusal = account.traffic.call({
      modelId: target.modelId,
      at,
      input: vary(input),
      output: maxTokens === null ? answer : Math.min(answer, maxTokens),
      cacheRead,
      maxTokens: maxTokens ?? target.maxOutput,
      seconds: seconds * (0.5 + random()),
    });
    if (refusal === null || retriesLeft === 0) continue;
    const again = { at: at + RETRY_AFTER_MS * (1 + random()), calls, retriesLeft: retriesLeft - 1 };
    const place = queue.findIndex((one) => one.at > again.at);
    queue.splice(place < 0 ? queue.length : place, 0, again);
  }
}

function playIncident(account: LocalAccount, incident: Incident): number {
  const random = createRandom(incident.seed + 1_000_003);
  const { usual, calls, minutes, shortShare, burstSeconds, raisedTo } = incident;
  const from = START + CALM_MINUTES;
  account.traffic.limitBursts(burstSeconds);
  playMinutes(account, incident, { from: START, minutes: CALM_MINUTES, calls: usual }, random);
  account.traffic.runShort(() => random() < shortShare);
  playMinutes(account, incident, { from, minutes, calls }, random);
  account.traffic.runShort(() => false);
  if (raisedTo === null) return from + minutes + 5;
  account.quotas.set(TOKENS_CODE, raisedTo);
  playMinutes(account, incident, { from: from + minutes, minutes: 10, calls: usual }, random);
  return from + minutes + 15;
}

/** Reads the account as `check` does, and gives what is said of the throttles, with some refusals beside the metrics. */
async function read(clients: AwsClients, now: number, previous: QuotaCatalog) {
  const making = { overrides: {}, previous, now };
  const { value: catalog } = await readCatalog(clients, { ...making, hasRequests: false });
  const listed = await readActiveSeries(clients.cloudWatch, false);
  const from = now - 1440;
  const requests = listed.value.map((series) => ({ ...series, from, until: now }));
  const usage = await readUsage(clients.cloudWatch, requests, new Map());
  const input: EvaluationInput = {
    accountId: null,
    region: 'us-east-1',
    now,
    lookbackMinutes: 180,
    quotas: catalog.quotas,
    series: usage.value.map((reading) => mergeReading(null, reading, from)),
    resolve: createModelIdResolver(catalog),
    profiles: catalog.profiles,
    changes: catalog.changes ?? [],
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
  };
  return (refusals: readonly LedgerGroup[]): Told => {
    const cause = evaluate({ ...input, refusals }).found.find(({ kind }) => kind === 'throttled')?.cause;
    return { kind: cause?.kind ?? null, confidence: cause?.confidence ?? null };
  };
}

function majorityOf(causes: readonly TrueCause[]): TrueCause | null {
  const counts = new Map<TrueCause, number>();
  for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Plays an incident on an account of its own, and asks what refused its calls. */
export async function play(incident: Incident): Promise<Played> {
  const account = await startLocalAccount({
    now: new Date(START * MINUTE_MS),
    quotas: quotasOf(incident.target, incident.limits),
    trail: { ...TRAIL, seed: incident.seed },
  });
  Object.assign(process.env, account.environment);
  const clients = createClients('us-east-1', new Map());
  try {
    const { value: before } = await readCatalog(clients, {
      overrides: {},
      previous: null,
      now: START,
      hasRequests: false,
    });
    const now = playIncident(account, incident);
    account.clock.set(new Date(now * MINUTE_MS));
    const tell = await read(clients, now, before);
    const evidence = readEvidence(account.trail, now);
    const { refusals } = account.traffic;
    const said = causeOfWords(evidence);
    return {
      incident,
      refusals: refusals.length,
      recorded: evidence.reduce((sum, { minutes }) => sum + sumCalls(minutes), 0),
      truth: majorityOf(refusals.map((refusal) => refusal.cause)),
      told: {
        inference: tell([]),
        withEvidence: tell(evidence),
        evidenceAlone: { kind: said, confidence: said === null ? null : 'confirmed' },
      },
    };
  } finally {
    for (const client of Object.values(clients)) client.destroy();
    await account.close();
  }
}
