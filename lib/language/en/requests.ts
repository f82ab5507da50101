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
    partly: 'granted in part',
    notGranted: 'not granted',
    unknown: 'unknown',
  },
  days: ['day', 'days'],
  none: 'no increase was requested',
  head: (place: string, count: string) => `${place}: ${count}`,
  request: ['increase request', 'increase requests'],
  case: (caseId: string) => `case ${caseId}`,
  gone: 'not listed',
  legend: 'Whether a request was granted is judged by the applied value: AWS closes it either way.',
};
