/** English for `explain --recent`. Numbers and times come in as text. */
export const EN_RECENT = {
  call: ['refused call', 'refused calls'],
  found: (calls: string, from: string, to: string) => `${calls} from ${from} to ${to}, as CloudTrail recorded them`,
  none: (from: string, to: string) => `CloudTrail has recorded no refused call from ${from} to ${to}`,
  unread: 'Which calls were refused is not known: CloudTrail could not be read',
  refused: 'refused',
  span: (calls: string, from: string, to: string) => `${calls}, ${from} to ${to}`,
  by: 'by',
  noPrincipal: 'caller not recorded',
  noUserAgent: 'no user agent recorded',
  moreCallers: (count: string) => `${count} more; --json has all`,
  moreErrors: (count: string) => `${count} more, with fewer calls each; --json has all`,
  notes: 'notes',
  /** What was not read, and why. */
  note: {
    metrics: (minutes: string) =>
      `${minutes} were looked at, those around which CloudWatch shows throttled calls or client errors; calls refused at other times, which no metric shows, were not looked for`,
    minute: ['minute', 'minutes'],
    noMetric:
      'CloudWatch shows no throttled call and no client error, so the whole time was looked at: what was refused shows in no metric',
    metricsUnread: 'CloudWatch could not be read in full, so the whole time was looked at',
    cut: (refused: string, calls: string, back: string) =>
      `the reading ended at ${refused} of ${calls}: before ${back} some are missing; a shorter --recent shows less time in full`,
    failed: (back: string) => `the reading failed: before ${back} some are missing`,
    recordedCall: ['recorded call', 'recorded calls'],
    late: (since: string) =>
      `CloudTrail records a call some 5 minutes later, at times 15: of calls since ${since} more may follow`,
    unreadable: (count: string) => `${count} could not be read`,
    record: ['record', 'records'],
  },
};
