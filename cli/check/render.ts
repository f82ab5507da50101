import type { Report } from '../../lib/core/findings/report';
import type { CheckDocument, MutedId } from '../../lib/core/vocabulary/check-document';
import type { DescribedFinding, Finding } from '../../lib/core/vocabulary/finding';
import type { Severity } from '../../lib/core/vocabulary/severity';
import { toClock, toMinute, toSpokenTime, utcMidnight } from '../../lib/core/vocabulary/time';
import { lookUp, spellCount, spellPercent, spellQuantity } from '../../lib/core/vocabulary/wording';
import { type CommandWords, EN_COMMANDS } from '../../lib/language/command-words';
import { alignColumns, type Column, type Row } from '../terminal/columns';
import { toPlain, wrapText } from '../terminal/plain-text';
import type { Style } from '../terminal/style';
import { toBar } from './usage-bar';

/** How a table is drawn, and in which language. */
interface Look {
  readonly style: Style;
  readonly words: CommandWords;
}

function columnsOf({ cli }: CommandWords): Column[] {
  const { severity, kind, subject, use, used, of, fullAt } = cli.check.columns;
  return [
    { title: severity },
    { title: kind },
    { title: subject },
    { title: '' },
    { title: use, align: 'right' },
    { title: used, align: 'right' },
    { title: of, align: 'right' },
    { title: fullAt },
  ];
}

const BAR_CELLS = 6;
const INDENT = ' '.repeat(10);

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'unknown', 'ok'];

function isMeasured(finding: Finding): boolean {
  return finding.kind === 'utilization' || finding.kind === 'dailyPool';
}

/** `970,412`, `~107,204,111` for an estimate, `≥12,345` for a lower bound; with its unit where no limit gives it. */
function spellUsed(finding: Finding, words: CommandWords): string {
  if (finding.usage === null) return '';
  const { value, unit, provenance } = finding.usage;
  const sure = provenance === 'estimate' ? '~' : provenance === 'lowerBound' ? '≥' : '';
  if (isMeasured(finding)) return `${sure}${spellCount(value, words)}`;
  return `${sure}${spellQuantity(value, unit === 'tokens' ? words.nouns.token : words.nouns.request, words)}`;
}

function spellFullAt({ exhaustionAt }: Finding, { evaluatedAt }: CheckDocument, { cli }: CommandWords): string {
  if (exhaustionAt === null) return '';
  const [at, now] = [toMinute(exhaustionAt), toMinute(evaluatedAt)];
  if (at < now) return cli.check.since(toClock(at));
  return utcMidnight(at) === utcMidnight(now) ? toClock(at) : toSpokenTime(at, now).slice(5, 16);
}

function toRow({ finding, context }: DescribedFinding, document: CheckDocument, { style, words }: Look): Row {
  const { severity, utilizationPercent, dimension, usage, headroom } = finding;
  const paint = style.severity[severity];
  const measured = isMeasured(finding);
  const percent = measured ? utilizationPercent : null;
  const limit = measured && usage !== null && headroom !== null ? spellCount(usage.value + headroom, words) : '';
  const letters = measured && dimension !== null ? ` ${words.cli.dimensions[dimension]}` : '';
  return [
    { text: words.cli.severities[severity], paint: (text) => style.bold(paint(text)) },
    { text: finding.kind },
    { text: `${context.subject}${letters}` },
    { text: percent === null ? '' : toBar(percent, BAR_CELLS), paint },
    { text: percent === null ? '' : spellPercent(percent, words), paint },
    { text: spellUsed(finding, words) },
    { text: limit },
    { text: spellFullAt(finding, document, words) },
  ];
}

/** `muted until 2027-01-31 00:00 UTC: Not used in this account` */
function spellMute({ reason, until }: MutedId, { cli: { check } }: CommandWords): string {
  return until === null ? check.muted(reason) : check.mutedUntil(toSpokenTime(toMinute(until), 0), reason);
}

/** Below a finding that is muted: why. Below one that is not ok: what happened, why, and the first thing to do. */
function renderTrouble(
  { finding, context }: DescribedFinding,
  document: CheckDocument,
  { style, words }: Look,
): string[] {
  const mute = document.muted?.find(({ id }) => id === finding.id);
  if (mute) return wrapText(spellMute(mute, words), INDENT).map(style.dim);
  if (finding.severity === 'ok') return [];
  const labelled = (label: string, text: string) => wrapText(text, `${INDENT}       `, `${INDENT}${label.padEnd(7)}`);
  const told = context.details.filter(([label]) => label === 'Cause' || finding.kind === 'coverage');
  const [remedy] = context.remedies ?? finding.remedies;
  return [
    ...wrapText(context.summary, INDENT),
    ...told.flatMap(([label, text]) => labelled(lookUp(words.labels, label).toLowerCase(), text)),
    ...(remedy === undefined ? [] : labelled(words.cli.check.do, remedy.title)),
    ...(remedy?.command ? [`${INDENT}       ${style.bold(toPlain(remedy.command))}`] : []),
  ];
}

function renderSummary(document: CheckDocument, { style, words }: Look): string[] {
  const { severities, account, unknown, check } = words.cli;
  const { accountId, region, evaluatedAt, findings, muted = [] } = document;
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const told = counts.map(({ severity, count }) => `${spellCount(count, words)} ${severities[severity]}`).join(', ');
  const when = toSpokenTime(toMinute(evaluatedAt), 0);
  return wrapText(
    `${region}, ${account(accountId ?? unknown)}, ${when}: ${told || check.noFindings}${muted.length > 0 ? `; ${check.countMuted(spellCount(muted.length, words))}` : ''}.`,
    '',
  ).map(style.bold);
}

/** Said while mantle quotas are compared: no number of theirs shows a refused call. */
function spellMantleGap({ findings }: CheckDocument, { cli }: CommandWords): string {
  const isMantle = findings.some(
    ({ dimension }) => dimension === 'inputTokensPerMinute' || dimension === 'outputTokensPerMinute',
  );
  return isMantle ? `; ${cli.check.mantleGap}` : '';
}

function renderCoverage(document: CheckDocument, words: CommandWords): string[] {
  const { check } = words.cli;
  const { activeModelIds, unmappedModelIds, errors } = document.coverage;
  const count = activeModelIds.length;
  const active = count === 0 ? check.noTraffic : check.traffic(spellCount(count, words), count === 1);
  const unmapped =
    unmappedModelIds.length === 0 ? '' : `, ${check.inNoQuota(spellCount(unmappedModelIds.length, words))}`;
  const unread =
    errors.length === 0 ? check.allRead : check.gaps(spellCount(errors.length, words), errors.length === 1);
  return wrapText(check.coverage(`${active}${unmapped}; ${unread}${spellMantleGap(document, words)}`), '  ', '');
}

/** An evaluation as a table, worst first, with cause and remedy under what is not ok; ends with a line break. */
export function renderCheck({ document, described }: Report, style: Style, words: CommandWords = EN_COMMANDS): string {
  const look = { style, words };
  const legend = `${words.cli.legend}; ${words.cli.check.legend}`;
  const table = alignColumns(
    columnsOf(words),
    described.map((one) => toRow(one, document, look)),
  );
  const rows = described.flatMap((one, index) => [table.lines[index] ?? '', ...renderTrouble(one, document, look)]);
  const lines = [
    ...renderSummary(document, look),
    ...(rows.length === 0 ? [] : ['', style.dim(table.header), ...rows, '', style.dim(legend)]),
    ...renderCoverage(document, words),
  ];
  return `${lines.join('\n')}\n`;
}
