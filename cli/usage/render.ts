import { lookUp, spellCount, spellQuantity, spellShare } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import type { PoolDocument, UsageDocument, UsageFigures } from './document';
import type { UsageKey } from './options';
import { renderDays, renderWeek } from './render-days';

/** How usage is drawn. */
export interface UsageLook {
  /** What was asked for. */
  readonly what: string;
  readonly by: UsageKey | null;
  readonly style: Style;
  readonly words: CommandWords;
}

/** As everywhere. */
const PERCENTILES = ['P50', 'P90', 'P99'] as const;

/** `10-14 14:29` */
function spellMoment(iso: string): string {
  return `${iso.slice(5, 10)} ${iso.slice(11, 16)}`;
}

function renderSpreads({ tokensPerMinute, requestsPerMinute }: UsageFigures, { style, words }: UsageLook): string[] {
  const { columns } = words.usage;
  const toRow = (name: string, spread: UsageFigures['tokensPerMinute']): Row[] =>
    spread
      ? [
          [
            { text: name },
            ...[spread.p50, spread.p90, spread.p99, spread.peak].map((value) => ({ text: spellCount(value, words) })),
            { text: spellMoment(spread.peakAt) },
          ],
        ]
      : [];
  const table = alignColumns(
    [
      { title: '' },
      ...[...PERCENTILES, columns.peak].map((title) => ({ title, align: 'right' as const })),
      { title: columns.peakAt, drop: 1 },
    ],
    [
      ...toRow(words.dimensions.tokensPerMinute, tokensPerMinute),
      ...toRow(words.dimensions.requestsPerMinute, requestsPerMinute),
    ],
    style.columns,
  );
  return ['', style.dim(table.header), ...table.lines];
}

function renderSizes(figures: UsageFigures, { style, words }: UsageLook): string[] {
  const { columns, rows, sizes } = words.usage;
  const told = [
    [rows.input, figures.inputTokensPerRequest],
    [rows.output, figures.outputTokensPerRequest],
    [rows.cacheRead, figures.cacheReadTokensPerRequest],
    [rows.cacheWrite, figures.cacheWriteTokensPerRequest],
  ] as const;
  const lines = told.flatMap(([name, size]): Row[] =>
    size ? [[{ text: name }, { text: spellCount(size.average, words) }, { text: spellCount(size.p90, words) }]] : [],
  );
  if (lines.length === 0) return [];
  const table = alignColumns(
    [{ title: '' }, { title: columns.average, align: 'right' }, { title: 'P90', align: 'right' }],
    lines,
    style.columns,
  );
  return ['', style.dim(table.header), ...table.lines, ...style.wrap(sizes, '').map(style.dim)];
}

function spellLimits({ limits, tokensPerMinute, requestsPerMinute }: UsageFigures, words: CommandWords): string[] {
  return limits.flatMap(({ quotaCode, dimension, limit }) => {
    const spread =
      dimension === 'tokensPerMinute' ? tokensPerMinute : dimension === 'requestsPerMinute' ? requestsPerMinute : null;
    if (!spread) return [];
    const unit = lookUp(words.dimensions, dimension);
    const share = spellShare((spread.peak / limit) * 100);
    return [words.usage.limit(share, spellCount(limit, words), unit, quotaCode)];
  });
}

function spellThrottles({ throttles }: UsageFigures, words: CommandWords): string {
  const { calls, minutes, share } = throttles;
  if (calls === 0) return words.usage.noThrottles;
  return words.usage.throttles(
    spellQuantity(calls, words.nouns.call, words),
    spellQuantity(minutes, words.nouns.minute, words),
    spellShare(share * 100),
  );
}

function spellTrend({ trend }: UsageFigures, words: CommandWords): string {
  const { usage } = words;
  if (!trend) return usage.noGrowth;
  const { dimension, perWeek, quotaCode, limit, limitWeek } = trend;
  const growth = usage.growth[dimension](spellCount(perWeek, words));
  if (quotaCode === null || limit === null) return `${growth}.`;
  const amount = spellCount(limit, words);
  const met = limitWeek === null ? usage.meetsNot(quotaCode, amount) : usage.meets(quotaCode, amount, limitWeek);
  return `${growth}; ${met}.`;
}

function spellPool({ baseModelId, scope, endpoint }: PoolDocument, words: CommandWords): string {
  return `${baseModelId}, ${endpoint === 'mantle' ? 'bedrock-mantle' : words.scopes[scope]}`;
}

/** Each model and scope in two lines: its name, then its numbers. */
function renderPools({ pools = [] }: UsageDocument, { style, words }: UsageLook): string[] {
  const { columns } = words.usage;
  const rows = pools.map((pool): Row => {
    const { tokensPerMinute: spread, throttles, trend } = pool;
    const tokens = spread ? [spread.p50, spread.p99, spread.peak] : [];
    return [
      { text: '' },
      ...tokens.map((value) => ({ text: spellCount(value, words) })),
      { text: spread ? spellMoment(spread.peakAt) : '' },
      { text: spellCount(throttles.calls, words) },
      { text: trend ? '↗' : '' },
    ];
  });
  const table = alignColumns(
    [
      { title: '' },
      ...['P50', 'P99', columns.peak].map((title) => ({ title, align: 'right' as const })),
      { title: columns.peakAt, drop: 1 },
      { title: columns.throttled, align: 'right' },
      { title: '', drop: 2 },
    ],
    rows,
    style.columns,
  );
  const lines = pools.flatMap((pool, index) => {
    const told = [...spellLimits(pool, words), ...(pool.trend ? [spellTrend(pool, words)] : [])];
    return [spellPool(pool, words), table.lines[index] ?? '', ...told.flatMap((text) => style.wrap(text, '  '))];
  });
  return pools.length === 0
    ? []
    : ['', ...style.wrap(columns.pool, '').map(style.bold), style.dim(table.header), ...lines];
}

function renderBy({ by }: UsageDocument, look: UsageLook): string[] {
  const { style, words } = look;
  const { columns, by: titles, nobody, principalTokens } = words.usage;
  if (!by || !look.by) return [];
  const { kind } = look.by;
  const title = look.by.kind === 'tag' ? titles.tag(look.by.key) : titles[look.by.kind];
  const table = alignColumns(
    [
      { title: columns.share, align: 'right' },
      { title: columns.tokens, align: 'right' },
      { title: columns.requests, align: 'right', drop: 1 },
      { title: '', least: 24 },
    ],
    by.map(({ name, tokens, requests, share }) => [
      { text: spellShare(share * 100) },
      { text: spellCount(tokens, words) },
      { text: spellCount(requests, words) },
      { text: name ?? nobody[kind] },
    ]),
    style.columns,
  );
  const note = kind === 'principal' ? style.wrap(principalTokens, '').map(style.dim) : [];
  return ['', style.bold(title), style.dim(table.header), ...table.lines, ...note];
}

/** Usage as tables; ends with a line break. */
export function renderUsage(document: UsageDocument, look: UsageLook): string {
  const { style, words } = look;
  const { usage } = words;
  const { region, from, to, resolutionSeconds, busyMinutes } = document;
  const spell = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
  const notes = [
    usage.busy(spellCount(busyMinutes, words), spellCount(minutes, words)),
    ...(resolutionSeconds > 60 ? [usage.coarse(spellCount(resolutionSeconds / 60, words)), usage.listedFor] : []),
  ];
  const body =
    busyMinutes === 0
      ? [usage.noTraffic, spellThrottles(document, words)].flatMap((text) => style.wrap(text, ''))
      : [
          ...notes.flatMap((text) => style.wrap(text, '  ')),
          ...renderSpreads(document, look),
          ...spellLimits(document, words).flatMap((text) => style.wrap(text, '')),
          ...style.wrap(spellThrottles(document, words), ''),
          ...renderSizes(document, look),
          ...renderPools(document, look),
          ...renderBy(document, look),
          ...renderDays(document, style, words),
          ...renderWeek(document, style, words),
          '',
          ...style.wrap(spellTrend(document, words), ''),
        ];
  const head = style.wrap(usage.head(look.what, region, spell(from), spell(to)), '').map(style.bold);
  return `${[...head, ...body].join('\n')}\n`;
}
