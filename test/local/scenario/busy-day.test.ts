import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import {
  BUSY_DAY,
  busyDayQuotas,
  CHECKOUT_PROFILE,
  startBusyDay,
  UNKNOWN_MODEL_ID,
} from '../../../local/scenario/busy-day';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const CLAUDE_3_HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';
const MODEL_IDS = [
  SONNET,
  CHECKOUT_PROFILE,
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  'us.anthropic.claude-opus-4-8',
  'openai.gpt-oss-120b-1:0',
  'amazon.titan-embed-text-v2:0',
];
const FIRST = BUSY_DAY.start.getTime() / 60_000;
const DAILY_POOL = 150_000_000;

async function playDay(): Promise<LocalAccount> {
  const account = await startLocalAccount({ now: BUSY_DAY.start, quotas: busyDayQuotas() });
  const playMinute = startBusyDay(account);
  for (let minute = 0; minute < 1_440; minute++) playMinute(new Date((FIRST + minute) * 60_000));
  return account;
}

/** Sums of a metric by minute of the day. */
const valuesOf = (account: LocalAccount, name: string, modelIds: readonly string[]): number[] =>
  Array.from({ length: 1_440 }, (_, minute) =>
    modelIds.reduce((sum, ModelId) => {
      const identity = { namespace: 'AWS/Bedrock', name, dimensions: { ModelId } };
      return sum + (account.read(identity, FIRST + minute) ?? 0);
    }, 0),
  );

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clockOf = (minute: number) => new Date((FIRST + minute) * 60_000).toISOString().slice(11, 16);

describe('the busy day', () => {
  let account: LocalAccount;
  beforeAll(async () => {
    account = await playDay();
  });
  afterAll(() => account.close());

  it('throttles Sonnet 4.5 from about 14:29 to 14:50 and at no other time', () => {
    const throttles = valuesOf(account, 'InvocationThrottles', [SONNET, CHECKOUT_PROFILE]);
    const minutes = throttles.flatMap((count, minute) => (count > 0 ? [clockOf(minute)] : []));
    expect(minutes[0] && minutes[0] >= '14:26' && minutes[0] <= '14:31').toBe(true);
    expect(minutes.at(-1) && String(minutes.at(-1)) >= '14:48' && String(minutes.at(-1)) <= '14:53').toBe(true);
    expect(minutes.length).toBeGreaterThan(15);
  });

  it('takes the daily pool past 80 % at about 17:00, past 95 % at about 20:00, and not past its end', () => {
    let total = 0;
    const share = valuesOf(account, 'EstimatedTPMQuotaUsage', MODEL_IDS).map((tokens) => {
      total += tokens;
      return total / DAILY_POOL;
    });
    const passes = (threshold: number) => share.findIndex((value) => value >= threshold);
    expect(Math.abs(passes(0.8) - minuteOf('17:00'))).toBeLessThan(30);
    expect(Math.abs(passes(0.95) - minuteOf('20:00'))).toBeLessThan(30);
    expect(total).toBeLessThan(DAILY_POOL);
  });

  it('throttles no other model that works, and every call of the one with a zero quota', () => {
    const others = MODEL_IDS.filter((id) => id !== SONNET && id !== CHECKOUT_PROFILE);
    for (const id of others) {
      expect(valuesOf(account, 'InvocationThrottles', [id]).every((count) => count === 0)).toBe(true);
      expect(valuesOf(account, 'Invocations', [id]).some((count) => count > 0)).toBe(true);
    }
    const tried = valuesOf(account, 'InvocationThrottles', [CLAUDE_3_HAIKU]);
    expect(tried.flatMap((count, minute) => (count > 0 ? [clockOf(minute)] : []))).toEqual([
      '10:12',
      '10:13',
      '10:14',
      '16:40',
    ]);
    expect(valuesOf(account, 'Invocations', [CLAUDE_3_HAIKU]).every((count) => count === 0)).toBe(true);
  });

  it('shows a ModelId that nothing explains from 11:00 to 11:30', () => {
    const minutes = valuesOf(account, 'InputTokenCount', [UNKNOWN_MODEL_ID]);
    expect(minutes.flatMap((tokens, minute) => (tokens > 0 ? [minute] : []))).toEqual(
      Array.from({ length: 30 }, (_, index) => minuteOf('11:00') + index),
    );
  });

  it('is the same day in every run', async () => {
    const again = await playDay();
    try {
      for (const name of ['EstimatedTPMQuotaUsage', 'InvocationThrottles']) {
        expect(valuesOf(again, name, MODEL_IDS)).toEqual(valuesOf(account, name, MODEL_IDS));
      }
    } finally {
      await again.close();
    }
  });
});

describe('busyDayQuotas', () => {
  const rows = busyDayQuotas();
  const appliedOf = (code: string) => rows.find(({ quotaCode }) => quotaCode === code)?.appliedValue;

  it('lists each code once, and both kinds of daily quota', () => {
    expect(new Set(rows.map(({ quotaCode }) => quotaCode)).size).toBe(rows.length);
    expect(appliedOf('L-E3F10727')).toBe(DAILY_POOL);
    expect(appliedOf('L-6120CF2D')).toBe(40_000_000);
    expect(appliedOf('L-381AD9EE')).toBeUndefined();
  });

  it('leaves the account restricted: most inference quotas are 0', () => {
    const isInference = /^(on-demand|(global )?cross-region).* (requests|tokens) per (minute|day) for/i;
    const inference = rows.filter(({ quotaName }) => isInference.test(quotaName));
    expect(inference.length).toBeGreaterThan(250);
    expect(inference.filter(({ appliedValue }) => appliedValue > 0).length).toBeLessThan(20);
  });
});
