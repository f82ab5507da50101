import { spellCause } from '../lib/core/cause-words';
import type { Explanation, QuotaReadings } from '../lib/core/explanation';
import type { CheckDocument, Provenance } from '../lib/core/finding';
import { toMinute, toSpokenTime } from '../lib/core/time';
import type { EpochMinute } from '../lib/core/usage';
import { spellCount, spellPercent, spellQuantity, spellScope } from '../lib/core/wording';
import { alignColumns, type Column, type Row } from './columns';
import { DIMENSION_LETTERS, LETTERS_LEGEND } from './dimension-letters';
import { toOneLine, toPlain, wrapText } from './plain-text';
import type { Style } from './style';

const COLUMNS: readonly Column[] = [
  { title: 'QUOTA' },
  { title: 'KIND' },
  { title: 'USE', align: 'right' },
  { title: 'USED', align: 'right' },
  { title: 'APPLIED', align: 'right' },
  { title: 'DEFAULT', align: 'right' },
  { title: 'WHEN' },
  { title: 'NUMBERS' },
];

/** Characters of the error text that are repeated; a log may have been pasted. */
const SHOWN_TEXT = 300;

const INDENT = ' '.repeat(10);

/** Errors with which no quota refuses, so that a cause that is not known is no riddle. */
const NO_QUOTA: ReadonlySet<Explanation['error']['kind']> = new Set<Explanation['error']['kind']>([
  'modelStreamError',
  'onDemandNotSupported',
  'accessDenied',
  'invalidModelId',
  'requestTooLong',
]);

const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  native: 'native',
  reconstructed: 'reconstructed',
  mixed: 'mixed',
  lowerBound: 'lower bound',
  estimate: 'estimate',
};

/** An explanation with the account and Region it holds for. */
export interface ExplainedRegion {
  readonly explanation: Explanation;
  readonly document: CheckDocument;
}

function labelled(label: string, text: string): string[] {
  return wrapText(text, INDENT, label.padEnd(INDENT.length));
}

function spellVerdict(explanation: Explanation): string {
  const { cause, quota, error } = explanation;
  if (cause.kind === 'unknown') {
    return NO_QUOTA.has(error.kind) ? 'no quota is behind this' : 'which limit it was cannot be told';
  }
  return `${spellCause(cause.kind)}${quota ? `, ${quota.quotaCode}` : ''} (${cause.confidence} confidence)`;
}

function toRow({ quotaCode, scope, dimension, usage, ...quota }: QuotaReadings, now: EpochMinute, style: Style): Row {
  const { utilizationPercent, appliedValue, defaultValue } = quota;
  const sure = usage?.provenance === 'estimate' ? '~' : usage?.provenance === 'lowerBound' ? '≥' : '';
  const when =
    usage?.window === 'minute' && usage.at !== null
      ? toSpokenTime(toMinute(usage.at), now).replace(' UTC', '')
      : { minute: '', lookback: '', utcDay: 'UTC day', rolling24h: '24 hours' }[usage?.window ?? 'lookback'];
  return [
    { text: quotaCode, paint: style.bold },
    { text: `${DIMENSION_LETTERS[dimension]} ${scope === 'model' ? 'on-demand, cross-Region' : spellScope(scope)}` },
    { text: utilizationPercent === null ? '' : spellPercent(utilizationPercent) },
    { text: usage === null ? 'none seen' : `${sure}${spellCount(usage.value)}` },
    { text: spellCount(appliedValue) },
    { text: defaultValue === null ? 'unknown' : spellCount(defaultValue) },
    { text: when },
    { text: usage === null ? '' : PROVENANCE_WORDS[usage.provenance] },
  ];
}

function renderCandidates({ candidates }: Explanation, now: EpochMinute, style: Style): string[] {
  if (candidates.length === 0) return [];
  const table = alignColumns(
    COLUMNS,
    candidates.map((candidate) => toRow(candidate, now, style)),
  );
  return [
    '',
    style.dim(table.header),
    ...table.lines,
    style.dim(`${LETTERS_LEGEND}; ~ estimate, ≥ lower bound; times in UTC`),
  ];
}

function renderRemedies({ remedies }: Explanation, style: Style): string[] {
  if (remedies.length === 0) return [];
  const lines = remedies.flatMap(({ title, command }, index) => [
    ...wrapText(title, '  ', `${index + 1} `),
    ...(command === null ? [] : [`  ${style.bold(toPlain(command))}`]),
  ]);
  return ['', 'What to do', ...lines];
}

function spellModel({ model, modelId }: Explanation): string {
  if (model) return `${model.modelId}, ${spellScope(model.scope)}`;
  return modelId ?? 'unknown';
}

function shorten(text: string): string {
  const line = toOneLine(text);
  return line.length > SHOWN_TEXT ? `${line.slice(0, SHOWN_TEXT)}…` : line;
}

/** An explanation as a few aligned lines: verdict, meaning, model, evidence, numbers, what to do; ends with a line break. */
export function renderExplain({ explanation, document }: ExplainedRegion, style: Style): string {
  const { accountId, region, evaluatedAt, coverage } = document;
  const { error, cause, notes } = explanation;
  const now = toMinute(evaluatedAt);
  const gaps = coverage.errors.length;
  const lines = [
    ...wrapText(`${region}, account ${accountId ?? 'unknown'}, ${toSpokenTime(now, 0)}`, ''),
    '',
    ...labelled('error', shorten(error.text)),
    ...labelled('means', error.meaning),
    ...labelled('model', spellModel(explanation)),
    ...notes.flatMap((note) => labelled('', note)),
    ...labelled('here', spellVerdict(explanation)).map(style.bold),
    ...cause.evidence.flatMap((sentence, index) => labelled(index === 0 ? 'evidence' : '', sentence)),
    ...(gaps > 0
      ? labelled('blind', `${spellQuantity(gaps, 'gap')} in what could be read; the numbers may be too low.`)
      : []),
    ...renderCandidates(explanation, now, style),
    ...renderRemedies(explanation, style),
  ];
  return `${lines.join('\n')}\n`;
}
