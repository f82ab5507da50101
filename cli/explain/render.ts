import type { Explanation, QuotaReadings } from '../../lib/core/answers/explain';
import { isNoModelQuota, isOfOtherQuota } from '../../lib/core/errors';
import { spellCause } from '../../lib/core/findings/cause';
import type { CheckDocument } from '../../lib/core/vocabulary/check-document';
import { type EpochMinute, toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { spellCount, spellPercent, spellScope } from '../../lib/core/vocabulary/wording';
import { type CommandWords, EN_COMMANDS } from '../../lib/language/command-words';
import { alignColumns, type Column, type Row } from '../terminal/columns';
import { toOneLine, toPlain, wrapText } from '../terminal/plain-text';
import type { Style } from '../terminal/style';

/** How an explanation is shown, and in which language. */
export interface Look {
  readonly style: Style;
  readonly words: CommandWords;
}

function columnsOf({ explain }: CommandWords): Column[] {
  const { quota, use, used, applied, standard, when } = explain.table.columns;
  return [
    { title: quota },
    { title: use, align: 'right' },
    { title: used, align: 'right' },
    { title: applied, align: 'right' },
    { title: standard, align: 'right' },
    { title: when },
  ];
}

/** Characters of the error text that are repeated; a log may have been pasted. */
const SHOWN_TEXT = 300;

const INDENT = ' '.repeat(10);

/** An explanation with the account and Region it holds for. */
export interface ExplainedRegion {
  readonly explanation: Explanation;
  readonly document: CheckDocument;
}

/** A text behind a label, in lines. */
export function labelled(label: string, text: string): string[] {
  return wrapText(text, INDENT, label.padEnd(INDENT.length));
}

function spellVerdict({ cause, quota, error }: Explanation, words: CommandWords): string {
  const { noQuota, otherQuota, untold } = words.explain.table;
  if (cause.kind === 'unknown') {
    if (!isNoModelQuota(error.kind)) return untold;
    return isOfOtherQuota(error.kind) ? otherQuota : noQuota;
  }
  const code = quota ? `, ${quota.quotaCode}` : '';
  return `${spellCause(cause.kind, words)}${code} (${words.cause.confidences[cause.confidence]})`;
}

/** What a quota counts, and where its number comes from: `TPM cross-Region, native`. */
function spellKind({ scope, dimension, usage }: QuotaReadings, words: CommandWords): string {
  const { table } = words.explain;
  const calls = scope === 'model' ? table.bothScopes : spellScope(scope, words);
  const numbers = usage === null ? '' : `, ${table.provenance[usage.provenance]}`;
  return `${words.cli.dimensions[dimension]} ${calls}${numbers}`;
}

function toRow({ quotaCode, usage, ...quota }: QuotaReadings, now: EpochMinute, { style, words }: Look): Row {
  const { table } = words.explain;
  const { utilizationPercent, appliedValue, defaultValue } = quota;
  const sure = usage?.provenance === 'estimate' ? '~' : usage?.provenance === 'lowerBound' ? '≥' : '';
  const when =
    usage?.window === 'minute' && usage.at !== null
      ? toSpokenTime(toMinute(usage.at), now).replace(' UTC', '')
      : { minute: '', lookback: '', utcDay: table.utcDay, rolling24h: table.rolling24h }[usage?.window ?? 'lookback'];
  return [
    { text: quotaCode, paint: style.bold },
    { text: utilizationPercent === null ? '' : spellPercent(utilizationPercent, words) },
    { text: usage === null ? table.noneSeen : `${sure}${spellCount(usage.value, words)}` },
    { text: spellCount(appliedValue, words) },
    { text: defaultValue === null ? table.unknown : spellCount(defaultValue, words) },
    { text: when },
  ];
}

function renderCandidates({ candidates }: Explanation, now: EpochMinute, look: Look): string[] {
  if (candidates.length === 0) return [];
  const { style, words } = look;
  const table = alignColumns(
    columnsOf(words),
    candidates.map((candidate) => toRow(candidate, now, look)),
  );
  const legend = wrapText(`${words.cli.legend}; ${words.cli.check.legend}`, '');
  const lines = candidates.flatMap((candidate, index) => [
    table.lines[index] ?? '',
    ...wrapText(spellKind(candidate, words), INDENT),
  ]);
  return ['', style.dim(table.header), ...lines, ...legend.map(style.dim)];
}

function renderRemedies({ remedies }: Explanation, { style, words }: Look): string[] {
  if (remedies.length === 0) return [];
  const lines = remedies.flatMap(({ title, command }, index) => [
    ...wrapText(title, '  ', `${index + 1} `),
    ...(command === null ? [] : [`  ${style.bold(toPlain(command))}`]),
  ]);
  return ['', words.explain.table.whatToDo, ...lines];
}

function spellModel({ model, modelId }: Explanation, words: CommandWords): string {
  if (model) return `${model.modelId}, ${spellScope(model.scope, words)}`;
  return modelId ?? words.explain.table.unknown;
}

function shorten(text: string): string {
  const line = toOneLine(text);
  return line.length > SHOWN_TEXT ? `${line.slice(0, SHOWN_TEXT)}…` : line;
}

/** The account, the Region and the clock of an answer. */
export function headLines({ accountId, region, evaluatedAt }: CheckDocument, words: CommandWords): string[] {
  const account = words.cli.account(accountId ?? words.cli.unknown);
  return wrapText(`${region}, ${account}, ${toSpokenTime(toMinute(evaluatedAt), 0)}`, '');
}

/** An explanation from the error to what to do. @param more lines that stand between the error and its meaning */
export function explanationLines(
  { explanation, document }: ExplainedRegion,
  look: Look,
  more: readonly string[] = [],
): string[] {
  const { error, cause, notes } = explanation;
  const { style, words } = look;
  const { table } = words.explain;
  const now = toMinute(document.evaluatedAt);
  const gaps = document.coverage.errors.length;
  return [
    ...labelled(table.error, shorten(error.text)),
    ...more,
    ...labelled(table.means, error.meaning),
    ...labelled(table.model, spellModel(explanation, words)),
    ...notes.flatMap((note) => labelled('', note)),
    ...labelled(table.here, spellVerdict(explanation, words)).map(style.bold),
    ...cause.evidence.flatMap((sentence, index) => labelled(index === 0 ? table.evidence : '', sentence)),
    ...(gaps > 0 ? labelled(table.blind, table.gaps(spellCount(gaps, words), gaps === 1)) : []),
    ...renderCandidates(explanation, now, look),
    ...renderRemedies(explanation, look),
  ];
}

/**
 * An explanation as a few aligned lines: verdict, meaning, model, evidence, numbers, what to do; ends with a line break.
 * @param words of the frame; the sentences are in the language the explanation was made in.
 */
export function renderExplain(explained: ExplainedRegion, style: Style, words: CommandWords = EN_COMMANDS): string {
  const lines = [...headLines(explained.document, words), '', ...explanationLines(explained, { style, words })];
  return `${lines.join('\n')}\n`;
}
