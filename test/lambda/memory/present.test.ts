import { toPresent } from '../../../lambda/memory/present';
import { EMPTY_STATE, type WatchdogState } from '../../../lambda/memory/state';
import { NO_ECHO } from '../../../lib/core/traffic/echo';
import { alertOf } from '../../lib/core/alerts/alert-fixtures';

const NOW = 1_000;
/** The machine's clock, and what two clocks may differ by. */
const LATEST = 1_005;
const FUTURE = 9_000;

const { finding, context } = alertOf();

function stateOf(time: number): WatchdogState {
  return {
    ...EMPTY_STATE,
    evaluatedUntil: time,
    seriesListedAt: 900,
    series: { a: { metricNames: ['Invocations'], readUntil: time, unlistedAt: 800, temperature: 'hot' } },
    alerts: {
      a: {
        clear: 1,
        clearSince: time,
        since: 700,
        spokenAt: time,
        severity: 'critical',
        last: { finding, context },
        flapping: { reopenings: 2, recoveredAt: time },
      },
    },
    outbox: [],
    digest: {
      since: time,
      lastDigestAt: null,
      countedUntil: time,
      peaks: {},
      throttles: {},
      changes: [],
      seenChanges: [],
      calls: {},
    },
  };
}

it.each([NOW, LATEST])('a state of minute %d is of the present, and stays the very same', (time) => {
  const state = stateOf(time);
  expect(toPresent(state, NOW, LATEST)).toEqual({ state, future: null });
  expect(toPresent(state, NOW, LATEST).state).toBe(state);
});

it('one that never ran is of the present', () => {
  expect(toPresent(EMPTY_STATE, NOW, LATEST)).toEqual({ state: EMPTY_STATE, future: null });
});

it('one from the future is put back: what was read is read again, what was said was said', () => {
  const { state, future } = toPresent(stateOf(FUTURE), NOW, LATEST);
  expect(future).toBe(FUTURE);
  expect(state).toMatchObject({ evaluatedUntil: null, seriesListedAt: null });
  expect(state.series.a).toEqual({
    metricNames: ['Invocations'],
    readUntil: null,
    unlistedAt: null,
    temperature: 'hot',
  });
  expect(state.alerts.a).toMatchObject({
    clear: 1,
    clearSince: NOW,
    since: 700,
    spokenAt: NOW,
    severity: 'critical',
    flapping: { reopenings: 2, recoveredAt: NOW },
  });
  expect(state.digest).toMatchObject({ since: NOW, lastDigestAt: null, countedUntil: NOW });
});

it('a listing from the future alone is enough, and tells its time', () => {
  expect(toPresent({ ...EMPTY_STATE, seriesListedAt: LATEST + 1 }, NOW, LATEST).future).toBe(LATEST + 1);
});

it.each([
  ['nothing late', NO_ECHO, true],
  ['a point of the future', { ...NO_ECHO, awaited: [900, FUTURE] }, false],
  ['a look of the future', { ...NO_ECHO, readAt: FUTURE }, false],
  ['a lateness found in the future', { ...NO_ECHO, late: { since: 900, foundAt: FUTURE } }, false],
  ['catching up from the future', { ...NO_ECHO, catchUp: { from: FUTURE, until: FUTURE } }, false],
  ['all of it past', { awaited: [900], readAt: LATEST, late: { since: 1, foundAt: 2 }, catchUp: null }, true],
])('the echo with %s is kept: %s', (_, echo, isKept) => {
  const { state } = toPresent({ ...stateOf(FUTURE), echo }, NOW, LATEST);
  expect('echo' in state).toBe(isKept);
});

it('entries and records without what is optional stay without it', () => {
  const { digest: _, ...state } = stateOf(FUTURE);
  const put = toPresent(state, NOW, LATEST).state;
  expect('digest' in put).toBe(false);
  expect('echo' in put).toBe(false);
});
