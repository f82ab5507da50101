import type { QuotaHistory } from '../../core/measure/quota-history';
import type { DescribedFinding, Finding } from '../../core/vocabulary/finding';
import { toMinute } from '../../core/vocabulary/time';
import { spellCount, spellDimension } from '../../core/vocabulary/wording';
import { html, type SafeHtml } from '../markup/html';
import { renderText } from '../markup/text';
import { renderDetails, renderFindingLinks, renderRemedies } from '../telling/details';
import { spellExhaustion } from '../telling/page-words';
import { spellPeriod } from '../telling/period';
import { renderQuotaCode } from '../telling/quota-code';
import { spellRest, type Telling } from '../telling/telling';
import type { QuotaRow } from './quota-rows';
import { renderDay, renderLimit, renderNow, renderPeak } from './row-cells';
import { renderRowHistory } from './row-history';
import type { RowSurroundings } from './row-surroundings';

/** What the rows need beside their findings. */
export interface ActiveQuotaSurroundings extends RowSurroundings, Telling {
  readonly history: readonly QuotaHistory[];
  /** What finds and sorts the rows. */
  readonly tools: SafeHtml;
  /** Whether traffic could not be read. */
  readonly isUsageUnread: boolean;
}

/** The lines of all that was found of a quota, each once. */
function detailsOf({ main, also }: QuotaRow): DescribedFinding['context']['details'] {
  const all = [main, ...also].flatMap(({ context }) => context.details);
  return [...new Map(all.map((one) => [one.join('\n'), one])).values()];
}

/** Forecast, traffic and fix, folded unless there is something to do; in a row of its own, for a column is too narrow. */
function renderMore(row: QuotaRow, telling: Telling): SafeHtml {
  const { words, remedies } = telling;
  const toDo = [row.main, ...row.also].filter(({ finding }) => remedies.get(finding.id)?.remedies.length);
  return html`<details${toDo.length === 0 ? null : html` open`}><summary>${words.page.details}</summary>${renderDetails(detailsOf(row), words)}${(toDo.length === 0 ? [row.main] : toDo).map((one) => renderRemedies(one, telling))}${renderFindingLinks(row.main, telling)}</details>`;
}

/** Use of a quota of 0, in percent: above any share. */
const OF_ZERO_QUOTA = 1e9;

/** What the rows are sorted by, where scripts run: a use that is not known now comes after one of 0. */
function toSortKeys({ utilizationPercent, usageNow, exhaustionAt }: Finding): SafeHtml {
  const peak = utilizationPercent ?? OF_ZERO_QUOTA;
  const now = usageNow ? (usageNow.value === 0 ? 0 : (usageNow.utilizationPercent ?? OF_ZERO_QUOTA)) : -1;
  const full = exhaustionAt === null ? null : html` data-full="${toMinute(exhaustionAt)}"`;
  return html` data-peak="${peak}" data-now="${now}"${full}`;
}

/** Now and peak beside each other; a quota of the day has one number for both. */
function renderUse(finding: Finding, surroundings: ActiveQuotaSurroundings): SafeHtml {
  const { now, peak } = surroundings.words.page.columns;
  if (finding.dimension === 'tokensPerDay')
    return html`<td role="cell" colspan="2" class="day"><span class="label">${now} </span>${renderDay(finding, surroundings)}</td>`;
  return html`<td role="cell" class="now"><span class="label">${now} </span>${renderNow(finding, surroundings)}</td><td role="cell" class="peak-of"><span class="label">${peak} </span>${renderPeak(finding, surroundings)}</td>`;
}

function renderRow(row: QuotaRow, surroundings: ActiveQuotaSurroundings): SafeHtml {
  const { document, words } = surroundings;
  const { columns, unknown } = words.page;
  const { finding, context } = row.main;
  const unit = finding.dimension === null ? '' : spellDimension(finding.dimension, words);
  const subject = unit === '' ? context.subject : `${context.subject}, ${unit}`;
  const headroom = finding.headroom === null ? unknown : spellCount(finding.headroom, words);
  const also = row.also.map((one) => html` data-finding="${one.finding.id}"`);
  return html`<tbody role="rowgroup"${toSortKeys(finding)}><tr role="row" data-finding="${finding.id}"><th role="rowheader" scope="row">${renderText(context.subject)}, <span class="keep">${unit}</span><br>${renderQuotaCode(finding.quotaCode, surroundings)}</th>${renderUse(finding, surroundings)}<td role="cell" class="wide">${renderRowHistory(finding, subject, surroundings)}</td><td role="cell" class="number" data-label="${columns.limit}">${renderLimit(finding, surroundings)}</td><td role="cell" class="number" data-label="${columns.headroom}">${headroom}</td><td role="cell" class="full" data-label="${columns.full}">${renderText(spellExhaustion(finding, document, words))}</td></tr>
<tr role="row" class="more"${also}><td role="cell" colspan="${COLUMNS.length}">${renderMore(row, surroundings)}</td></tr></tbody>
`;
}

const COLUMNS = ['quota', 'now', 'peak', 'history', 'limit', 'headroom', 'full'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['headroom', 'limit']);

function renderHead({ lookbackMinutes, words }: RowSurroundings): SafeHtml {
  const columns = { ...words.page.columns, history: spellPeriod(lookbackMinutes, words).head };
  const heads = COLUMNS.map(
    (name) =>
      html`<th role="columnheader" scope="col"${NUMBERS.has(name) ? html` class="number"` : null}>${columns[name]}</th>`,
  );
  return html`<thead role="rowgroup"><tr role="row">${heads}</tr></thead>`;
}

/** The table of quotas with usage, worst first; the words for none when there is none. */
export function renderActiveQuotas(rows: readonly QuotaRow[], surroundings: ActiveQuotaSurroundings): SafeHtml {
  const { words, lookbackMinutes, most, tools, isUsageUnread } = surroundings;
  const { page } = words;
  const period = spellPeriod(lookbackMinutes, words);
  if (rows.length === 0) {
    const why = isUsageUnread ? page.inUseUnread : page.noneInUse(period.within);
    return html`<section><h2>${page.inUse}</h2>${tools}<p class="quiet">${why}</p></section>`;
  }
  const rest = spellRest(rows.length, surroundings);
  const last =
    rest === null
      ? null
      : html`<tbody role="rowgroup"><tr role="row"><td role="cell" colspan="${COLUMNS.length}">${rest}</td></tr></tbody>`;
  return html`<section><h2>${page.inUse}</h2>${tools}<table role="table" class="quotas"><caption>${page.countInUse(spellCount(rows.length, words))} ${page.history.key(period.whole)}</caption>${renderHead(surroundings)}
${rows.slice(0, most).map((one) => renderRow(one, surroundings))}${last}</table></section>`;
}
