import type { Evaluation } from '../lib/core/evaluate';
import type { CheckDocument, DescribedFinding, Finding, MutedId, Severity } from '../lib/core/finding';
import { toClock, toMinute, toSpokenTime, utcMidnight } from '../lib/core/time';
import { spellCount, spellPercent, spellQuantity } from '../lib/core/wording';
import { alignColumns, type Column, type Row } from './columns';
import { DIMENSION_LETTERS, LETTERS_LEGEND } from './dimension-letters';
import { toPlain, wrapText } from './plain-text';
import type { Style } from './style';
import { toBar } from './usage-bar';

const COLUMNS: readonly Column[] = [
  { title: 'SEVERITY' },
  { title: 'KIND' },
  { title: 'SUBJECT' },
  { title: '' },
  { title: 'USE', align: 'right' },
  { title: 'USED', align: 'right' },
  { title: 'OF', align: 'right' },
  { title: 'FULL AT' },
];

const BAR_CELLS = 6;
const INDENT = ' '.repeat(10);

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'unknown', 'ok'];

function isMeasured(finding: Finding): boolean {
  return finding.kind === 'utilization' || finding.kind === 'dailyPool';
}

/** `970,412`, `~107,204,111` for an estimate, `≥12,345` for a lower bound; with its unit where no limit gives it. */
function spellUsed(finding: Finding): string {
  if (finding.usage === null) return '';
  const { value, unit, provenance } = finding.usage;
  const sure = provenance === 'estimate' ? '~' : provenance === 'lowerBound' ? '≥' : '';
  return isMeasured(finding) ? `${sure}${spellCount(value)}` : `${sure}${spellQuantity(value, unit.slice(0, -1))}`;
}

function spellFullAt({ exhaustionAt }: Finding, { evaluatedAt }: CheckDocument): string {
  if (exhaustionAt === null) return '';
  const [at, now] = [toMinute(exhaustionAt), toMinute(evaluatedAt)];
  if (at < now) return `since ${toClock(at)}`;
  return utcMidnight(at) === utcMidnight(now) ? toClock(at) : toSpokenTime(at, now).slice(5, 16);
}

function toRow({ finding, context }: DescribedFinding, document: CheckDocument, style: Style): Row {
  const { severity, utilizationPercent, dimension, usage, headroom } = finding;
  const paint = style.severity[severity];
  const measured = isMeasured(finding);
  const percent = measured ? utilizationPercent : null;
  const limit = measured && usage !== null && headroom !== null ? spellCount(usage.value + headroom) : '';
  const letters = measured && dimension !== null ? ` ${DIMENSION_LETTERS[dimension]}` : '';
  return [
    { text: severity, paint: (text) => style.bold(paint(text)) },
    { text: finding.kind },
    { text: `${context.subject}${letters}` },
    { text: percent === null ? '' : toBar(percent, BAR_CELLS), paint },
    { text: percent === null ? '' : spellPercent(percent), paint },
    { text: spellUsed(finding) },
    { text: limit },
    { text: spellFullAt(finding, document) },
  ];
}

/** `muted until 2027-01-31 00:00 UTC: Not used in this account` */
function spellMute({ reason, until }: MutedId): string {
  return until === null ? `muted: ${reason}` : `muted until ${toSpokenTime(toMinute(until), 0)}: ${reason}`;
}

/** Below a finding that is muted: why. Below one that is not ok: what happened, why, and the first thing to do. */
function renderTrouble({ finding, context }: DescribedFinding, document: CheckDocument, style: Style): string[] {
  const mute = document.muted?.find(({ id }) => id === finding.id);
  if (mute) return wrapText(spellMute(mute), INDENT).map(style.dim);
  if (finding.severity === 'ok') return [];
  const labelled = (label: string, text: string) => wrapText(text, `${INDENT}       `, `${INDENT}${label.padEnd(7)}`);
  const told = context.details.filter(([label]) => label === 'Cause' || finding.kind === 'coverage');
  const [remedy] = finding.remedies;
  return [
    ...wrapText(context.summary, INDENT),
    ...told.flatMap(([label, text]) => labelled(label.toLowerCase(), text)),
    ...(remedy === undefined ? [] : labelled('do', remedy.title)),
    ...(remedy?.command ? [`${INDENT}       ${style.bold(toPlain(remedy.command))}`] : []),
  ];
}

function renderSummary(document: CheckDocument, style: Style): string[] {
  const { accountId, region, evaluatedAt, findings, muted = [] } = document;
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const words = counts.map(({ severity, count }) => `${spellCount(count)} ${severity}`).join(', ');
  const when = toSpokenTime(toMinute(evaluatedAt), 0);
  return wrapText(
    `${region}, account ${accountId ?? 'unknown'}, ${when}: ${words || 'no findings'}${muted.length > 0 ? `; ${spellCount(muted.length)} muted` : ''}.`,
    '',
  ).map(style.bold);
}

/** Said while mantle quotas are compared: no number of theirs shows a refused call. */
function spellMantleGap({ findings }: CheckDocument): string {
  const isMantle = findings.some(
    ({ dimension }) => dimension === 'inputTokensPerMinute' || dimension === 'outputTokensPerMinute',
  );
  return isMantle ? '; 429s of bedrock-mantle are counted by no metric' : '';
}

function renderCoverage(document: CheckDocument): string[] {
  const { activeModelIds, unmappedModelIds, errors } = document.coverage;
  const active =
    activeModelIds.length === 0 ? 'no traffic seen' : `traffic of ${spellQuantity(activeModelIds.length, 'model id')}`;
  const unmapped = unmappedModelIds.length === 0 ? '' : `, ${unmappedModelIds.length} of them in no known quota`;
  const unread = errors.length === 0 ? 'everything was read' : `${spellQuantity(errors.length, 'gap')}, told above`;
  return wrapText(`Coverage: ${active}${unmapped}; ${unread}${spellMantleGap(document)}.`, '  ', '');
}

const LEGEND = `${LETTERS_LEGEND}; ~ estimate, ≥ lower bound; times in UTC`;

/** An evaluation as a table, worst first, with cause and remedy under what is not ok; ends with a line break. */
export function renderCheck({ document, described }: Pick<Evaluation, 'document' | 'described'>, style: Style): string {
  const table = alignColumns(
    COLUMNS,
    described.map((one) => toRow(one, document, style)),
  );
  const rows = described.flatMap((one, index) => [table.lines[index] ?? '', ...renderTrouble(one, document, style)]);
  const lines = [
    ...renderSummary(document, style),
    ...(rows.length === 0 ? [] : ['', style.dim(table.header), ...rows, '', style.dim(LEGEND)]),
    ...renderCoverage(document),
  ];
  return `${lines.join('\n')}\n`;
}
