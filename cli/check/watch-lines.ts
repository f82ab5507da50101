import type { Report } from '../../lib/core/findings/report';
import { spellSummary } from './render';
import type { Look } from './rows';
import { spellFailure } from './watch-picture';
import type { WatchedRegion } from './watched-region';

/** What is other than before: the word for it, and the finding. Findings that are ok are no news when they come or go. */
function findChanges({ described }: Report, before: Report | null, { words }: Look) {
  const { appeared, changed, gone } = words.watch.changes;
  const known = new Map(before?.described.map((one) => [one.finding.id, one]));
  const now = new Set(described.map(({ finding }) => finding.id));
  const news = described.flatMap((one) => {
    const old = known.get(one.finding.id);
    if (old?.finding.severity === one.finding.severity) return [];
    if (!old) return one.finding.severity === 'ok' ? [] : [{ what: appeared, one }];
    return [{ what: changed, one }];
  });
  const over = [...known.values()].filter(({ finding }) => !now.has(finding.id) && finding.severity !== 'ok');
  return [...news, ...over.map((one) => ({ what: gone, one }))];
}

/** A reading in plain lines, for a file or a pipe: one that sums up, then what has changed. Each ends with a line break. */
export function renderLines(region: WatchedRegion, before: WatchedRegion, now: number, look: Look): string {
  const { style, words } = look;
  const failure = spellFailure(region, now, look);
  if (failure.length > 0 || region.shown === null) return failure.map((text) => `${text}\n`).join('');
  const { report } = region.shown;
  const changes = findChanges(report, before.shown?.report ?? null, look).flatMap(({ what, one }) => {
    const { severity, kind } = one.finding;
    const text = `${words.cli.severities[severity]} ${words.cli.kinds[kind]}: ${one.context.summary}`;
    return style.wrap(text, '    ', `  ${what}  `);
  });
  return [spellSummary(report.document, words), ...changes].map((line) => `${line}\n`).join('');
}
