import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';

/** Labels in columns of their own, and the characters that leave one free before the text. */
const LABELS = [EN_COMMANDS, PT_BR_COMMANDS].flatMap(({ locale, doctor, explain, recent, cli, labels }) => {
  const { error, means, model, here, evidence, blind } = explain.table;
  const ofExplain = [error, means, model, here, evidence, blind, recent.refused, recent.by, recent.notes];
  const ofCheck = [labels.Cause ?? '', cli.check.cause, cli.check.also, cli.check.do];
  return [
    ...Object.values(doctor.statuses).map((label) => [locale, 'doctor', label, 8] as const),
    ...Object.values(doctor.subjects).map((label) => [locale, 'doctor', label, 16] as const),
    ...ofExplain.map((label) => [locale, 'explain', label, 9] as const),
    ...ofCheck.map((label) => [locale, 'check', label, 6] as const),
  ];
});

it.each(LABELS)('%s, %s: "%s" fits in %d characters', (_locale, _command, label, most) => {
  expect([...label].length).toBeLessThanOrEqual(most);
});
