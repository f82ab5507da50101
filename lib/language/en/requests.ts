/** English for `requests`. */
export const EN_REQUESTS = {
  columns: {
    since: 'SINCE',
    age: 'AGE',
    outcome: 'OUTCOME',
    quota: 'QUOTA',
    asked: 'ASKED',
    now: 'NOW',
  },
  /** By what became of a request. */
  outcomes: {
    open: 'open',
    granted: 'granted',
    partly: 'raised, by less',
    notGranted: 'not granted',
    unknown: 'unknown',
  },
  days: ['day', 'days'],
  none: 'no increase was asked for',
  head: (place: string, count: string) => `${place}: ${count}`,
  request: ['increase request', 'increase requests'],
  case: (caseId: string) => `case ${caseId}`,
  gone: 'not listed',
  legend: 'Granted or not is told by the applied value: AWS closes a request either way.',
};
