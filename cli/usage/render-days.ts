import { spellCount, spellPercent } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns } from '../terminal/columns';
import type { Style } from '../terminal/style';
import type { UsageDocument } from './document';

/** More days than these are shown as weeks would be: the last ones only. */
const SHOWN_DAYS = 31;

/** The day's quota that the tokens spend: their own, else that of all models. */
function dayLimit({
  limits,
  accountDay,
}: UsageDocument): { readonly quotaCode: string; readonly limit: number } | null {
  return limits.find(({ dimension }) => dimension === 'tokensPerDay') ?? accountDay;
}

/** A line a day, the newest last. */
export function renderDays(document: UsageDocument, style: Style, words: CommandWords): string[] {
  const { columns, day: tell, dayPart } = words.usage;
  const quota = dayLimit(document);
  const days = document.days.slice(-SHOWN_DAYS);
  const table = alignColumns(
    [
      { title: columns.date },
      { title: columns.tokens, align: 'right' },
      { title: columns.ofDay, align: 'right', drop: 1 },
      { title: columns.requests, align: 'right', drop: 2 },
      { title: columns.throttled, align: 'right' },
      { title: columns.fullest, align: 'right' },
    ],
    days.map(({ date, isWhole, tokens, requests, throttles, peakTokensPerMinute }) => [
      { text: isWhole ? date : `${date}*` },
      { text: spellCount(tokens, words) },
      { text: quota && quota.limit > 0 ? spellPercent((tokens / quota.limit) * 100, words) : '' },
      { text: spellCount(requests, words) },
      { text: spellCount(throttles, words) },
      { text: spellCount(peakTokensPerMinute, words) },
    ]),
    style.columns,
  );
  const legend = [
    ...(quota && quota.limit > 0 ? [tell(quota.quotaCode, spellCount(quota.limit, words))] : []),
    ...(days.every(({ isWhole }) => isWhole) ? [] : [dayPart]),
  ];
  return ['', style.dim(table.header), ...table.lines, ...style.wrap(legend.join('; '), '').map(style.dim)];
}

const LEVELS = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** The hours of a week, Monday first, as bars of the fullest hour. */
export function renderWeek({ hoursOfWeek }: UsageDocument, style: Style, words: CommandWords): string[] {
  const { week, weekdays } = words.usage;
  const most = Math.max(...hoursOfWeek.map(({ tokensPerMinute }) => tokensPerMinute));
  if (most <= 0) return [];
  const lines = [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
    const hours = hoursOfWeek.filter((one) => one.weekday === weekday);
    const bars = hours.map(({ tokensPerMinute }) => LEVELS[Math.ceil((tokensPerMinute / most) * 8)] ?? '·').join('');
    const fullest = Math.max(...hours.map(({ tokensPerMinute }) => tokensPerMinute));
    return `  ${weekdays[weekday]}  ${bars}  ${spellCount(fullest, words)}`;
  });
  return ['', ...style.wrap(week, '').map(style.dim), ...lines];
}
