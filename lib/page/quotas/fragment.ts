import type { QuotaHistory } from '../../core/measure/quota-history';
import type { CheckDocument } from '../../core/vocabulary/check-document';
import type { DescribedFinding, Finding } from '../../core/vocabulary/finding';
import type { MappedQuota } from '../../core/vocabulary/quota';
import { type Language, wordsOf } from '../../language/language';
import { html, type SafeHtml } from '../markup/html';
import { renderLinks } from '../markup/link';
import { renderText } from '../markup/text';
import { findingsOf, isUsageUnread } from '../telling/page-words';
import { type PagePlaces, toPlaces } from '../telling/places';
import { type ReadSection, tellRemediesOnce } from '../telling/remedies-once';
import type { Telling } from '../telling/telling';
import { renderCards, renderCoverage } from './cards';
import { renderFoldedQuotas } from './folded';
import { toQuotaRows } from './quota-rows';
import { renderActiveQuotas } from './rows';
import { renderTiles } from './tiles';

/** What the quotas of one account and Region are shown from. */
export interface QuotaFragmentInput {
  readonly document: CheckDocument;
  readonly described: readonly DescribedFinding[];
  readonly quotas: readonly MappedQuota[];
  /** Of the quotas with traffic; a quota without one is shown with words for it. */
  readonly history: readonly QuotaHistory[];
  /** How far back peaks and throttled calls were looked for, and how far the histories are drawn. */
  readonly lookbackMinutes: number;
  /** Rows of each table and cards of each section; what is beyond is counted. @default - all */
  readonly most?: number;
  /** Where links lead. @default - to the pages of the Region, and to the project's runbook */
  readonly places?: PagePlaces;
  /** What finds and sorts the quotas, where scripts run. @default - nothing */
  readonly tools?: SafeHtml;
  /** That of the words of `described`. @default en */
  readonly language?: Language;
}

/** What the whole page leads to. */
function renderPlaces({ places, words: { page, message } }: Telling): SafeHtml | null {
  return renderLinks([
    [places.quotaPage(null), 'Service Quotas'],
    [places.dashboard, places.isListOfDashboards ? page.dashboards : message.dashboard],
    [places.runbook, message.runbook],
  ]);
}

/**
 * The quotas of one account and Region as a piece of HTML, for a page of ours and for a dashboard of somebody else's: no
 * script, nothing loaded from elsewhere. Every finding stands in it once, on the element whose `data-finding` is its id.
 */
export function renderQuotaFragment({
  document,
  described,
  quotas,
  history,
  lookbackMinutes,
  most = Number.POSITIVE_INFINITY,
  places = {},
  tools = html``,
  language = 'en',
}: QuotaFragmentInput): SafeHtml {
  const words = wordsOf(language);
  const { page } = words;
  const of = (...kinds: Finding['kind'][]) => findingsOf(described, kinds);
  const rows = toQuotaRows(described);
  const shown = rows.slice(0, most).flatMap(({ main, also }) => [main, ...also]);
  const cards = (title: string, ...kinds: Finding['kind'][]): ReadSection => ({
    title,
    described: of(...kinds).slice(0, most),
  });
  const remedies = tellRemediesOnce([
    cards(page.throttled, 'throttled'),
    cards(page.refused, 'refused'),
    { title: page.inUse, described: shown },
    cards(page.changes, 'quotaChanged', 'request'),
    cards(page.zeros, 'zeroQuota'),
    cards(page.lowered, 'belowDefault'),
    cards(page.notKnown, 'unmappedUsage', 'coverage'),
  ]);
  const telling: Telling = { words, most, remedies, places: toPlaces(document.region, places) };
  const surroundings = { document, lookbackMinutes, quotas, words };
  const account = document.accountId === null ? page.accountUnknown : page.account(document.accountId);
  return html`<p class="quiet">${document.region}, ${account}, ${renderText(document.evaluatedAt)}</p>
${renderPlaces(telling)}
${renderTiles(described, surroundings)}
${renderCards(page.throttled, of('throttled'), telling)}
${renderCards(page.refused, of('refused'), telling)}
${renderActiveQuotas(rows, { ...surroundings, ...telling, history, tools, isUsageUnread: isUsageUnread(described) })}
${renderCards(page.changes, of('quotaChanged', 'request'), telling)}
${renderFoldedQuotas({ described, quotas, rows }, telling)}
${renderCards(page.notKnown, of('unmappedUsage', 'coverage'), telling)}
${renderCoverage(document, words)}`;
}
