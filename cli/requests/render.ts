import type { SCHEMA_VERSION } from '../../lib/contract';
import type { FollowedRequest } from '../../lib/core/answers/increase';
import { type EpochMinute, MINUTES_PER_DAY, toMinute } from '../../lib/core/vocabulary/time';
import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Row } from '../terminal/columns';
import { toPlain } from '../terminal/plain-text';
import type { Style } from '../terminal/style';

/** The document of `requests --json`. */
export interface RequestsDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly requests: readonly FollowedRequest[];
}

/** The requests of one Region. */
export interface RequestedRegion {
  readonly region: string;
  readonly accountId: string | null;
  readonly now: EpochMinute;
  readonly document: RequestsDocument;
}

function spellAge(createdAt: string | null, now: EpochMinute, words: CommandWords): string {
  if (createdAt === null) return '';
  const days = Math.max(0, Math.floor((now - toMinute(createdAt)) / MINUTES_PER_DAY));
  return spellQuantity(days, words.requests.days, words);
}

function toRow(request: FollowedRequest, now: EpochMinute, style: Style, words: CommandWords): Row {
  const { outcomes, gone } = words.requests;
  const { createdAt, outcome, quotaCode, desiredValue, appliedValue } = request;
  const paint = { granted: style.severity.ok, notGranted: style.severity.critical, partly: style.severity.warning };
  return [
    { text: createdAt?.slice(0, 10) ?? words.cli.unknown },
    { text: spellAge(createdAt, now, words), paint: style.dim },
    { text: outcomes[outcome], paint: outcome === 'open' || outcome === 'unknown' ? style.bold : paint[outcome] },
    { text: quotaCode, paint: style.bold },
    { text: spellCount(desiredValue, words) },
    { text: appliedValue === null ? gone : spellCount(appliedValue, words) },
  ];
}

/** Below a request: what AWS says of it, and the quota's name. */
function spellStatus({ status, caseId, quotaName }: FollowedRequest, { requests }: CommandWords): string {
  const says = caseId === null ? status : `${status}, ${requests.case(caseId)}`;
  return quotaName === null ? says : `${says}: ${quotaName}`;
}

/** The requests of a Region as a table, the newest first; ends with a line break. */
export function renderRequests(shown: RequestedRegion, style: Style, words: CommandWords): string {
  const { region, accountId, now, document } = shown;
  const { requests } = document;
  const place = `${region}, ${words.cli.account(accountId)}`;
  const count =
    requests.length === 0 ? words.requests.none : spellQuantity(requests.length, words.requests.request, words);
  const head = style.bold(words.requests.head(toPlain(place), count));
  if (requests.length === 0) return `${head}\n`;
  const { since, age, outcome, quota, asked, now: applied } = words.requests.columns;
  const table = alignColumns(
    [
      { title: since, drop: 2 },
      { title: age, align: 'right', drop: 1 },
      { title: outcome },
      { title: quota },
      { title: asked, align: 'right' },
      { title: applied, align: 'right' },
    ],
    requests.map((request) => toRow(request, now, style, words)),
    style.columns,
  );
  const lines = requests.flatMap((request, index) => [
    table.lines[index] ?? '',
    ...style.wrap(spellStatus(request, words), '  ').map(style.dim),
  ]);
  const legend = style.wrap(words.requests.legend, '').map(style.dim);
  return `${[head, '', style.dim(table.header), ...lines, '', ...legend].join('\n')}\n`;
}
