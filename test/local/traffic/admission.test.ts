import { Admission, type CallAttempt, type CallLimits } from '../../../local/traffic/admission';

const NONE: CallLimits = { requestsPerMinute: null, tokensPerMinute: null, daily: [] };
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

const attempt = (changes: Partial<CallAttempt> = {}): CallAttempt => ({
  pool: 'pool',
  at: 0,
  duration: 10_000,
  reservation: 100,
  settlement: 30,
  ...changes,
});

describe('Admission', () => {
  it('admits up to the quota itself and refuses one token more', () => {
    const limits = { ...NONE, tokensPerMinute: 200 };
    expect(new Admission().attempt(attempt({ reservation: 200 }), limits)).toBeNull();
    expect(new Admission().attempt(attempt({ reservation: 201 }), limits)).toBe('tokensPerMinute');
  });

  it('gives back what a call did not use when it ends: 100 reserved, 30 settled, 70 free', () => {
    const admission = new Admission();
    const limits = { ...NONE, tokensPerMinute: 100 };
    admission.attempt(attempt(), limits);
    expect(admission.attempt(attempt({ at: 9_999, reservation: 70 }), limits)).toBe('tokensPerMinute');
    expect(admission.attempt(attempt({ at: 10_000, reservation: 71 }), limits)).toBe('tokensPerMinute');
    expect(admission.attempt(attempt({ at: 10_000, reservation: 70 }), limits)).toBeNull();
  });

  it('charges what a call used beyond its reservation, as an output rate of 15 does', () => {
    const admission = new Admission();
    const limits = { ...NONE, tokensPerMinute: 1_000 };
    admission.attempt(attempt({ settlement: 900 }), limits);
    expect(admission.attempt(attempt({ at: 10_000, reservation: 101 }), limits)).toBe('tokensPerMinute');
  });

  it('gives nothing to a minute that a call was not taken from', () => {
    const admission = new Admission();
    const limits = { ...NONE, tokensPerMinute: 100 };
    admission.attempt(attempt({ at: 55_000 }), limits);
    expect(admission.attempt(attempt({ at: MINUTE_MS }), limits)).toBeNull();
    // At 65 s the first call ends with 70 to give back: to a minute that is over.
    expect(admission.attempt(attempt({ at: 66_000, reservation: 1 }), limits)).toBe('tokensPerMinute');
  });

  it('gives back to the day even when the minute is over', () => {
    const admission = new Admission();
    const limits = { ...NONE, daily: [{ name: 'day', limit: 100 }] };
    admission.attempt(attempt({ at: 55_000 }), limits);
    expect(admission.attempt(attempt({ at: 66_000, reservation: 70 }), limits)).toBeNull();
  });

  it('counts refused calls against nothing', () => {
    const admission = new Admission();
    const limits = { requestsPerMinute: 1, tokensPerMinute: 100, daily: [{ name: 'day', limit: 1_000 }] };
    expect(admission.attempt(attempt({ reservation: 101 }), limits)).toBe('tokensPerMinute');
    expect(admission.attempt(attempt(), limits)).toBeNull();
  });

  it('shares the day between pools and the minute within one', () => {
    const admission = new Admission();
    const limits = { requestsPerMinute: 1, tokensPerMinute: null, daily: [{ name: 'day', limit: 200 }] };
    expect(admission.attempt(attempt({ pool: 'a' }), limits)).toBeNull();
    expect(admission.attempt(attempt({ pool: 'a' }), limits)).toBe('requestsPerMinute');
    expect(admission.attempt(attempt({ pool: 'b' }), limits)).toBeNull();
    expect(admission.attempt(attempt({ pool: 'c' }), limits)).toBe('tokensPerDay');
  });

  it('starts a new day at midnight UTC', () => {
    const admission = new Admission();
    const limits = { ...NONE, daily: [{ name: 'day', limit: 100 }] };
    admission.attempt(attempt({ settlement: 100 }), limits);
    expect(admission.attempt(attempt({ at: DAY_MS - 1 }), limits)).toBe('tokensPerDay');
    expect(admission.attempt(attempt({ at: DAY_MS }), limits)).toBeNull();
  });

  it.each([
    ['tokens per minute', { ...NONE, tokensPerMinute: 0 }],
    ['requests per minute', { ...NONE, requestsPerMinute: 0 }],
    ['tokens per day', { ...NONE, daily: [{ name: 'row', limit: 0 }] }],
  ])('answers a quota of 0 %s with the daily text', (_, limits) => {
    expect(new Admission().attempt(attempt(), limits)).toBe('tokensPerDay');
  });
});
