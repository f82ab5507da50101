/** What stands for a parameter of a template; numbers where the template compares or counts. */
const ARGUMENTS = [0, 1, 2, 3, 4].map((index) => ({
  toString: () => `<${index}>`,
  calls: '<calls>',
  isOne: true,
  since: '<since>',
  share: '<share>',
  quotas: '<quotas>',
  count: '<count>',
  active: '<active>',
  mapped: '<mapped>',
  unmapped: '<unmapped>',
  read: '<read>',
}));

/** Sentences about data, not about texts: doctor.test.ts has them. */
const OF_DATA: ReadonlySet<string> = new Set(['doctor.checks', 'doctor.said']);

/** Every text of a catalogue by its path, templates filled in. */
export function textsOf(value: unknown, path = ''): [string, string][] {
  if (OF_DATA.has(path)) return [];
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(...ARGUMENTS))]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, path === '' ? key : `${path}.${key}`));
}
