import type { HourUsage, Usage } from '../core/answers/usage';
import { type EpochMinute, MINUTES_PER_DAY, toClock, toIso } from '../core/vocabulary/time';
import { spellCount } from '../core/vocabulary/wording';
import type { EN_USAGE } from '../language/en/usage';
import type { LanguageWords } from '../language/language-words';
import { renderBars } from './charts/bars';
import type { Span } from './charts/buckets';
import { renderHistoryChart } from './charts/history-chart';
import { chooseScale } from './charts/scale';
import { html, type SafeHtml, trustedHtml } from './markup/html';

/** One model in one scope, to be drawn. */
export interface UsageSectionInput {
  readonly model: string;
  /** In words. */
  readonly scope: string;
  readonly usage: Usage;
  /** The fullest minute of each hour. */
  readonly hours: readonly { readonly minute: EpochMinute; readonly value: number }[];
  readonly from: EpochMinute;
  readonly until: EpochMinute;
  /** Tokens a minute; `null`: no quota is known. */
  readonly tokensPerMinute: number | null;
  /** Tokens a day. */
  readonly tokensPerDay: number | null;
}

/** The words of the page, and of usage. */
export interface UsagePageWords {
  readonly words: LanguageWords;
  readonly usage: typeof EN_USAGE;
}

const MINUTES_PER_HOUR = 60;

/** A chart as wide as the page has room for a bar for each hour of two weeks. */
const MOST_BARS = 400;

function renderFigure(caption: string, limit: string | null, drawing: SafeHtml): SafeHtml {
  return html`<figure><figcaption>${caption}${limit === null ? null : `; ${limit}`}</figcaption>${drawing}</figure>
`;
}

/** What the line is; or that there is none, for the limit is far above. */
function spellLimit(limit: number | null, isDrawn: boolean, { words, usage }: UsagePageWords): string | null {
  if (!limit) return null;
  return (isDrawn ? usage.page.limitLine : usage.page.limitAbove)(spellCount(limit, words));
}

const CELL = 12;
const LABEL = 28;

function renderCell({ weekday, hour, tokensPerMinute }: HourUsage, row: number, most: number, told: UsagePageWords) {
  const share = tokensPerMinute / most;
  const place = `x="${LABEL + hour * CELL}" y="${row * CELL}" width="${CELL - 1}" height="${CELL - 1}"`;
  const fill = share > 0 ? `fill-opacity="${Math.max(0.08, share).toFixed(2)}"` : 'class="none"';
  const day = told.usage.weekdays[weekday] ?? '';
  const clock = String(hour).padStart(2, '0');
  const title = told.usage.page.cell(day, clock, spellCount(tokensPerMinute, told.words));
  return html`${trustedHtml(`<rect ${place} ${fill}>`)}<title>${title}</title></rect>`;
}

/** A week, Monday first, an hour a square. */
function renderWeek(hours: readonly HourUsage[], told: UsagePageWords): SafeHtml {
  const most = Math.max(...hours.map(({ tokensPerMinute }) => tokensPerMinute));
  if (most <= 0) return html`<span class="quiet">${told.usage.page.none}</span>`;
  const rows = [1, 2, 3, 4, 5, 6, 0].map((weekday, row) => {
    const cells = hours.filter((one) => one.weekday === weekday).map((one) => renderCell(one, row, most, told));
    return html`<text x="0" y="${row * CELL + 9}">${told.usage.weekdays[weekday] ?? ''}</text>${cells}`;
  });
  return html`<svg class="week" role="img" aria-label="${told.usage.page.week}" viewBox="0 0 ${LABEL + 24 * CELL} ${7 * CELL}">${rows}</svg>`;
}

function renderNumbers({ days }: Usage, { words, usage }: UsagePageWords): SafeHtml {
  const { date, tokens, requests, throttled, fullest } = usage.columns;
  const rows = days.map(
    ({ day, isWhole, ...one }) => html`<tr><th scope="row">${toIso(day).slice(0, 10)}${isWhole ? '' : '*'}</th>
<td class="number" data-label="${tokens}">${spellCount(one.tokens, words)}</td>
<td class="number" data-label="${requests}">${spellCount(one.requests, words)}</td>
<td class="number" data-label="${throttled}">${spellCount(one.throttles, words)}</td>
<td class="number" data-label="${fullest}">${spellCount(one.peak, words)}</td></tr>
`,
  );
  const heads = [tokens, requests, throttled, fullest].map(
    (title) => html`<th scope="col" class="number">${title}</th>`,
  );
  return html`<details><summary>${usage.page.numbers}</summary><table><thead><tr><th scope="col">${date}</th>${heads}</tr></thead><tbody>
${rows}</tbody></table><p class="quiet">${usage.dayPart}</p></details>`;
}

/** `2026-10-14`, or `2026-10-14 14:00–15:00` where a part is shorter than a day. */
function spellPart({ from, until }: Span): string {
  const date = toIso(from).slice(0, 10);
  return until - from >= MINUTES_PER_DAY ? date : `${date} ${toClock(from)}–${toClock(until)}`;
}

/** The hour that a fullest minute is of; which minute of it is not known here. */
function spellHour(hour: EpochMinute): string {
  return `${toClock(hour)}–${toClock(hour + MINUTES_PER_HOUR)} UTC`;
}

function renderHours(input: UsageSectionInput, { words, usage }: UsagePageWords): SafeHtml {
  const { model, scope, hours, from, until, tokensPerMinute } = input;
  const { history } = words.page;
  const spell = (value: number) => `${spellCount(value, words)} ${words.dimensions.tokensPerMinute}`;
  const fullest = hours.reduce((most, one) => (one.value > most.value ? one : most), { minute: from, value: 0 });
  return renderHistoryChart({
    points: hours,
    limit: tokensPerMinute,
    from,
    until,
    peak: fullest.value > 0 ? fullest.minute : null,
    name: ['usage', scope, model].join(' '),
    mostBars: MOST_BARS,
    pointMinutes: MINUTES_PER_HOUR,
    words: {
      label: usage.page.hours,
      none: usage.page.none,
      ownScale: (highest) => history.ownScale(spell(highest)),
      readouts: history.parts(usage.page.section(model, scope)),
      readout: ({ highest, ...span }) => {
        const amount = highest && history.reached(spell(highest.value), spellHour(highest.minute));
        return `${spellPart(span)}: ${amount ?? history.nothing}`;
      },
    },
  });
}

/** What the minutes, days and hours of the week of a model were, as charts without script; the days in numbers too. */
export function renderUsageSection(input: UsageSectionInput, told: UsagePageWords): SafeHtml {
  const { model, scope, usage, hours, tokensPerMinute, tokensPerDay } = input;
  const { page } = told.usage;
  const { isOwn } = chooseScale(Math.max(0, ...hours.map(({ value }) => value)), tokensPerMinute);
  const byHour = renderHours(input, told);
  const byDay = renderBars({
    bars: usage.days.map(({ day, tokens }) => ({
      value: tokens,
      title: `${toIso(day).slice(0, 10)}: ${spellCount(tokens, told.words)}`,
    })),
    limit: tokensPerDay,
    label: page.days,
    none: page.none,
  });
  return html`<section><h2>${page.section(model, scope)}</h2>
${renderFigure(page.hours, spellLimit(tokensPerMinute, !isOwn, told), byHour)}${renderFigure(page.days, spellLimit(tokensPerDay, true, told), byDay)}
${renderFigure(page.week, null, renderWeek(usage.hoursOfWeek, told))}${renderNumbers(usage, told)}</section>
`;
}
