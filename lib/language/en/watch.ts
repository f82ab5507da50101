/** English for `check --watch`. */
export const EN_WATCH = {
  keys: (seconds: string) => `Read again every ${seconds} seconds; q quits.`,
  reading: 'Reading …',
  more: (count: string) => `… ${count} more`,
  stale: (region: string, time: string, age: string, why: string) =>
    `${region}: not read again, this is of ${time}, ${age} ago: ${why}`,
  unread: (region: string, why: string) => `${region}: not read: ${why}`,
  cost: (metrics: string, dollars: string) =>
    `an hour of watching asks CloudWatch for about ${metrics} metrics, US$ ${dollars}`,
  changes: { appeared: 'new', changed: 'now', gone: 'over' },
  complaints: {
    seconds: 'Give whole seconds, 5 to 3600.',
    notWith: (flag: string) =>
      `--watch shows the present to a person, so it does not go with ${flag}; leave one of them out`,
  },
};
