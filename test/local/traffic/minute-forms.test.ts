import { Admission, type CallLimits } from '../../../local/traffic/admission';
import { MINUTE_FORMS, type MinuteForm } from '../../../local/traffic/minute-forms';

const LIMITS: CallLimits = { requestsPerMinute: 2, tokensPerMinute: null, daily: [] };

function attempts(form: MinuteForm, seconds: readonly number[], limits = LIMITS, reservation = 0): boolean[] {
  const admission = new Admission(form);
  return seconds.map((second) => {
    const call = { pool: 'p', at: second * 1000, duration: 1_000, reservation, settlement: reservation };
    return admission.attempt(call, limits) === null;
  });
}

test.each([
  // Two calls a minute: what each form says to calls at these seconds.
  ['fixed', [50, 55, 59, 60, 61, 62], [true, true, false, true, true, false]],
  ['sliding', [50, 55, 59, 60, 110, 112, 115], [true, true, false, false, true, false, true]],
  ['bucket', [50, 55, 59, 79, 80, 110], [true, true, false, false, true, true]],
] as const)('a minute that is %s', (form, seconds, served) => {
  expect(attempts(form, seconds)).toEqual(served);
});

test('only a bucket, or a minute of the clock, serves what one run saw: the next call after 30 seconds', () => {
  const seen = [20, 21, 22, 23, 53];
  expect(MINUTE_FORMS.filter((form) => attempts(form, seen)[4])).toEqual(['bucket']);
  expect(MINUTE_FORMS.filter((form) => attempts(form, [40, 41, 42, 43, 73])[4])).toEqual(['fixed', 'bucket']);
});

test.each(MINUTE_FORMS)('a reservation comes back at its end in a minute that is %s', (form) => {
  const admission = new Admission(form);
  const limits: CallLimits = { requestsPerMinute: null, tokensPerMinute: 1_000, daily: [] };
  const call = (at: number, reservation: number, settlement: number) =>
    admission.attempt({ pool: 'p', at, duration: 5_000, reservation, settlement }, limits);
  expect(call(0, 900, 100)).toBeNull();
  expect(call(1_000, 900, 100)).toBe('tokensPerMinute');
  expect(call(5_000, 900, 100)).toBeNull();
});
