import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../lib/contract';
import type { Finding } from '../../lib/core/vocabulary/finding';
import { startLocalAccount } from '../../local/account/local-account';
import {
  BUSY_DAY,
  busyDayQuotas,
  CHECKOUT_PROFILE,
  startBusyDay,
  UNKNOWN_MODEL_ID,
} from '../../local/scenario/busy-day';
import { createVisibility } from '../../local/traffic/visibility';
import { runCli } from '../cli/captured-io';
import { type DeployedWatchdog, deploy } from '../lambda/deployed';
import { ROOT } from '../lib/cdk/fixtures';
import { Witness } from './witness';

const SONNET = [`us.anthropic.claude-sonnet-4-5-20250929-v1:0`, CHECKOUT_PROFILE];
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const OPUS = 'us.anthropic.claude-opus-4-8';
const TITAN = 'amazon.titan-embed-text-v2:0';
const CLAUDE_3_HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';
const GPT_OSS = 'openai.gpt-oss-120b-1:0';
const RATES = {
  [SONNET[0] ?? '']: 5,
  [CHECKOUT_PROFILE]: 5,
  [HAIKU]: 5,
  [OPUS]: 15,
  [TITAN]: 1,
  [GPT_OSS]: 1,
  [CLAUDE_3_HAIKU]: 5,
};
const EVERYTHING = Object.keys(RATES);
const DAY = ['2026-10-14T00:00:00Z', '2026-10-15T00:00:00Z'] as const;
const MINUTE_MS = 60_000;
const ALERTS = readFileSync(join(ROOT, 'docs/alerts.md'), 'utf8');

interface Told {
  readonly at: string;
  readonly event: string;
  readonly finding: Finding;
}

function told(watchdog: DeployedWatchdog): Told[] {
  return watchdog.account.messages.flatMap(({ at, message }) =>
    (JSON.parse(message.sqs ?? '') as { findings: { event: string; finding: Finding }[] }).findings.map((one) => ({
      at,
      ...one,
    })),
  );
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

const minutesBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / MINUTE_MS;

describe('the afternoon of the busy day, told by the bundled Lambda', () => {
  let watchdog: DeployedWatchdog;
  let witness: Witness;

  beforeAll(async () => {
    watchdog = await deploy(
      { now: BUSY_DAY.start, quotas: busyDayQuotas(), trail: BUSY_DAY.trail, visibility: createVisibility() },
      { [ENVIRONMENT.refusalQueueUrl]: 'https://sqs.us-east-1.amazonaws.com/111122223333/refusals' },
    );
    watchdog.account.queues.set('refusals', []);
    watchdog.account.refusalTargets.add('refusals');
    witness = new Witness(watchdog.account, RATES);
    const playMinute = startBusyDay(watchdog.account);
    for (let time = BUSY_DAY.start.getTime(); time < Date.parse('2026-10-14T15:40:00Z'); time += MINUTE_MS) {
      watchdog.account.clock.set(new Date(time));
      playMinute(new Date(time));
      if (time >= Date.parse('2026-10-14T10:00:00Z'))
        await watchdog.tick(new Date(time + MINUTE_MS).toISOString().replace('.000Z', 'Z'));
    }
  }, 120_000);

  afterAll(() => watchdog.close());

  it('the page of alerts shows one of its messages, word for word but for the clock of the run and the dashboard', () => {
    const [, subject = '', text = ''] = /^```\nSubject: (.*)\n\n([\s\S]*?)^```$/m.exec(ALERTS) ?? [];
    const message = watchdog.account.messages.find((one) => one.subject === subject);
    const lines = (all: string) => all.split('\n').filter((line) => !/^(?:Dashboard|Since|Account) /.test(line));
    expect(lines(message?.message.default ?? '')).toEqual(lines(text));
  });

  it('every number of the Sonnet quotas is the one of that minute', () => {
    const ofQuota = (code: string) =>
      told(watchdog).filter(({ finding }) => finding.kind === 'utilization' && finding.quotaCode === code);
    const tokens = ofQuota('L-F4DDD3EB');
    const requests = ofQuota('L-4A6BFAB1');
    expect(tokens.map(({ event }) => event)).toEqual(['opened', 'escalated', 'recovered']);
    for (const { finding } of tokens) {
      const { quotaTokens } = witness.at(SONNET, need(finding.usage?.at ?? undefined, 'time'));
      expect(finding.usage?.value).toBe(quotaTokens);
      expect(finding.utilizationPercent).toBeCloseTo(quotaTokens / 10_000, 3);
      expect(finding.headroom).toBe(1_000_000 - quotaTokens);
      expect(finding.modelIds).toEqual(['anthropic.claude-sonnet-4-5-20250929-v1:0']);
    }
    for (const { finding } of requests) {
      expect(finding.usage?.value).toBe(witness.at(SONNET, need(finding.usage?.at ?? undefined, 'time')).accepted);
    }
  });

  it('the alert comes within six minutes of the first minute over the threshold', () => {
    const first = (threshold: number) => {
      for (let time = Date.parse('2026-10-14T14:00:00Z'); ; time += MINUTE_MS) {
        const iso = new Date(time).toISOString();
        if (witness.at(SONNET, iso).quotaTokens >= threshold) return iso;
      }
    };
    const [opened, escalated] = told(watchdog).filter(({ finding }) => finding.id === 'utilization/L-F4DDD3EB');
    expect(minutesBetween(first(800_000), opened?.at ?? '')).toBeLessThanOrEqual(6);
    expect(minutesBetween(first(950_000), escalated?.at ?? '')).toBeLessThanOrEqual(4);
    expect(minutesBetween(first(800_000), opened?.at ?? '')).toBeGreaterThan(0);
  });

  it("throttles are counted as the callers saw them, with the minute quota as their cause, and at last AWS's own words", () => {
    const throttled = told(watchdog).filter(
      ({ finding, event }) =>
        finding.id.startsWith('throttled/crossRegion/anthropic.claude-sonnet') && event !== 'recovered',
    );
    expect(throttled.length).toBeGreaterThan(0);
    for (const { at, finding } of throttled) {
      const start = '2026-10-14T14:00:00Z';
      const seen = (minutesAgo: number) =>
        witness.during(SONNET, start, new Date(Date.parse(at) - minutesAgo * MINUTE_MS).toISOString()).throttled;
      expect(finding.usage?.value).toBeGreaterThanOrEqual(seen(3));
      expect(finding.usage?.value).toBeLessThanOrEqual(seen(0));
      expect(finding.cause).toMatchObject({ kind: 'tokensPerMinute' });
      expect(finding.quotaCode).toBe('L-F4DDD3EB');
    }
    // CloudTrail is minutes behind the metrics: the first alert is inferred.
    expect(throttled.at(-1)?.finding.cause?.confidence).toBe('confirmed');
  });

  it('the zero quota that was tried is named, and the unknown model id with its tokens', () => {
    const zero = need(
      told(watchdog).find(({ finding, event }) => finding.id === 'zeroQuota' && event === 'escalated'),
      'escalated zeroQuota',
    );
    expect(zero.finding.modelIds).toEqual([CLAUDE_3_HAIKU]);
    expect(minutesBetween('2026-10-14T10:12:00Z', zero.at)).toBeLessThanOrEqual(8);
    const unknown = need(
      told(watchdog).find(({ finding }) => finding.kind === 'unmappedUsage'),
      'unmappedUsage',
    );
    expect(unknown.finding).toMatchObject({ modelIds: [UNKNOWN_MODEL_ID], severity: 'unknown', quotaCode: null });
    // 7,200 tokens a minute, as the scenario puts them.
    expect((unknown.finding.usage?.value ?? 0) % 7_200).toBe(0);
  });

  it('says nothing of quotas that have no trouble', () => {
    const ids = new Set(told(watchdog).map(({ finding }) => finding.id));
    for (const quiet of ['L-DB99DCDB', 'L-58BE175A', 'L-CCA5DF70', 'L-DE641971'])
      expect(ids).not.toContain(`utilization/${quiet}`);
  });
});

describe('the whole day, evaluated at its end', () => {
  it('every total and peak is that of the callers', async () => {
    const account = await startLocalAccount({ now: BUSY_DAY.start, quotas: busyDayQuotas() });
    try {
      const witness = new Witness(account, RATES);
      const playMinute = startBusyDay(account);
      for (let time = BUSY_DAY.start.getTime(); time < BUSY_DAY.end.getTime(); time += MINUTE_MS)
        playMinute(new Date(time));
      account.clock.set(new Date('2026-10-15T00:20:00Z'));
      Object.assign(process.env, account.environment);
      const { out } = await runCli(`check --json --at ${DAY[1]} --lookback 1d --region us-east-1`);
      const { findings, coverage, accountId } = JSON.parse(out) as {
        findings: Finding[];
        coverage: { unmappedModelIds: string[] };
        accountId: string;
      };
      const usageOf = (code: string) =>
        need(
          findings.find(({ id }) => id === `utilization/${code}`),
          code,
        ).usage;
      const expectPeak = (code: string, modelIds: readonly string[], measure: 'quotaTokens' | 'accepted') => {
        const peak = witness.peak(modelIds, measure, ...DAY);
        expect(usageOf(code)).toMatchObject({
          value: peak.value,
          at: peak.time,
          window: 'minute',
          provenance: 'native',
        });
      };
      expect(accountId).toBe('111122223333');
      expectPeak('L-F4DDD3EB', SONNET, 'quotaTokens');
      expectPeak('L-4A6BFAB1', SONNET, 'accepted');
      expectPeak('L-58BE175A', [HAIKU], 'quotaTokens');
      expectPeak('L-CCA5DF70', [HAIKU], 'accepted');
      expectPeak('L-DB99DCDB', [OPUS], 'quotaTokens');
      const total = witness.during(EVERYTHING, ...DAY).quotaTokens;
      expect(usageOf('L-E3F10727')).toMatchObject({ value: total, window: 'rolling24h', provenance: 'estimate' });
      const haiku = need(
        findings.find(({ id }) => id === 'utilization/L-6120CF2D'),
        'daily row of Haiku',
      );
      const haikuTotal = witness.during([HAIKU], ...DAY).quotaTokens;
      expect(haiku.usage?.value).toBe(haikuTotal);
      expect(haiku.utilizationPercent).toBeCloseTo((haikuTotal / 80_000_000) * 100, 3);
      const throttled = need(
        findings.find(({ id }) => id === 'throttled/crossRegion/anthropic.claude-sonnet-4-5-20250929-v1:0'),
        'throttled Sonnet',
      );
      expect(throttled.usage?.value).toBe(witness.during(SONNET, ...DAY).throttled);
      expect(coverage.unmappedModelIds).toEqual([UNKNOWN_MODEL_ID]);
      expect(
        need(
          findings.find(({ id }) => id === `unmappedUsage/${UNKNOWN_MODEL_ID}`),
          'unmapped',
        ).usage?.value,
      ).toBe(30 * 7_200);
    } finally {
      await account.close();
    }
  }, 60_000);
});
