import type { Report } from '../../lib/core/findings/report';
import type { CheckDocument, MutedId } from '../../lib/core/vocabulary/check-document';
import type { DescribedFinding } from '../../lib/core/vocabulary/finding';
import { toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { lookUp, spellCount } from '../../lib/core/vocabulary/wording';
import { type CommandWords, EN_COMMANDS } from '../../lib/language/command-words';
import type { Style } from '../terminal/style';
import { countSeverities, type Look, renderRows } from './rows';

const INDENT = ' '.repeat(10);

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
  if (mute) return style.wrap(spellMute(mute, words), INDENT).map(style.dim);
  if (finding.severity === 'ok') return [];
  const labelled = (label: string, text: string) => style.wrap(text, `${INDENT}       `, `${INDENT}${label.padEnd(7)}`);
  const told = context.details.filter(([label]) => label === 'Cause' || finding.kind === 'coverage');
  const [remedy] = context.remedies ?? finding.remedies;
  return [
    ...style.wrap(context.summary, INDENT),
    ...told.flatMap(([label, text]) => labelled(lookUp(words.labels, label).toLowerCase(), text)),
    ...(remedy === undefined ? [] : labelled(words.cli.check.do, remedy.title)),
    ...(remedy?.command ? style.command(remedy.command, `${INDENT}       `) : []),
  ];
}

/** `us-east-1, account 111122223333, 2026-10-14 14:33 UTC: 1 critical, 3 ok.` */
export function spellSummary(document: CheckDocument, words: CommandWords): string {
  const { account, check } = words.cli;
  const { accountId, region, evaluatedAt, findings, muted = [] } = document;
  const told = countSeverities(
    findings.map(({ severity }) => severity),
    words,
  ).join(', ');
  const when = toSpokenTime(toMinute(evaluatedAt), 0);
  const silent = muted.length > 0 ? `; ${check.countMuted(spellCount(muted.length, words))}` : '';
  return `${region}, ${account(accountId)}, ${when}: ${told || check.noFindings}${silent}.`;
}

function renderSummary(document: CheckDocument, { style, words }: Look): string[] {
  return style.wrap(spellSummary(document, words), '').map(style.bold);
}

/** Said while mantle quotas are compared: no number of theirs shows a refused call. */
function spellMantleGap({ findings }: CheckDocument, { cli }: CommandWords): string {
  const isMantle = findings.some(
    ({ dimension }) => dimension === 'inputTokensPerMinute' || dimension === 'outputTokensPerMinute',
  );
  return isMantle ? `; ${cli.check.mantleGap}` : '';
}

function renderCoverage(document: CheckDocument, { style, words }: Look): string[] {
  const { check } = words.cli;
  const { activeModelIds, unmappedModelIds, errors } = document.coverage;
  const count = activeModelIds.length;
  const active = count === 0 ? check.noTraffic : check.traffic(spellCount(count, words), count === 1);
  const unmapped =
    unmappedModelIds.length === 0 ? '' : `, ${check.inNoQuota(spellCount(unmappedModelIds.length, words))}`;
  const unread =
    errors.length === 0 ? check.allRead : check.gaps(spellCount(errors.length, words), errors.length === 1);
  return style.wrap(check.coverage(`${active}${unmapped}; ${unread}${spellMantleGap(document, words)}`), '  ', '');
}

/** An evaluation in parts, so that a screen too low for all of it can leave some out. */
export interface CheckParts {
  readonly summary: readonly string[];
  /** Of the table; empty where nothing has numbers. */
  readonly header: readonly string[];
  /** The lines of each finding, worst first. */
  readonly findings: readonly (readonly string[])[];
  /** What the columns mean; empty without findings. */
  readonly legend: readonly string[];
  readonly coverage: readonly string[];
}

/** The parts of an evaluation, with cause and remedy under what is not ok. */
export function renderCheckParts({ document, described }: Report, look: Look): CheckParts {
  const { style, words } = look;
  const { header, rows } = renderRows(described, document, look);
  const legend = `${words.cli.legend}; ${words.cli.check.nowAndPeak}; ${words.cli.check.legend}`;
  return {
    summary: renderSummary(document, look),
    header: header === '' ? [] : [style.dim(header)],
    findings: described.map((one, index) => [...(rows[index] ?? []), ...renderTrouble(one, document, look)]),
    legend: described.length === 0 ? [] : style.wrap(legend, '').map(style.dim),
    coverage: renderCoverage(document, look),
  };
}

/** An evaluation as a table, worst first, with cause and remedy under what is not ok; ends with a line break. */
export function renderCheck(report: Report, style: Style, words: CommandWords = EN_COMMANDS): string {
  const { summary, header, findings, legend, coverage } = renderCheckParts(report, { style, words });
  const table = findings.length === 0 ? [] : ['', ...header, ...findings.flat(), '', ...legend];
  return `${[...summary, ...table, ...coverage].join('\n')}\n`;
}
