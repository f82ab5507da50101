import { increaseCommand } from '../../lib/core/findings/remedies';
import { spellCount, spellQuantity, spellShare } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import type { ThroughputDocument, WeighedRegion } from './document';

/** Dollars to the cent where they are few. */
function spellDollars(dollars: number, { locale }: CommandWords): string {
  const digits = dollars < 100 ? 2 : 0;
  return dollars.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function spellTraffic(document: ThroughputDocument, words: CommandWords): string[] {
  const { throughput, nouns } = words;
  const { tokens, requests, busyMinutes, throttles, peakTokensPerMinute } = document;
  const calls = spellQuantity(throttles.calls, nouns.call, words);
  const minutes = spellQuantity(throttles.minutes, nouns.minute, words);
  const size = throttles.tokensPerCall;
  const told =
    size === null
      ? throughput.throttlesUnknown(calls, minutes)
      : throughput.throttles(calls, minutes, spellCount(size, words));
  if (busyMinutes === 0 && throttles.calls === 0) return [throughput.noTraffic];
  const sum = spellCount(tokens.input + tokens.output + tokens.cached, words);
  return [
    throughput.traffic(sum, spellQuantity(requests, nouns.request, words), spellCount(busyMinutes, words)),
    throughput.peak(spellCount(peakTokensPerMinute, words)),
    throttles.calls === 0 ? words.usage.noThrottles : told,
  ];
}

function spellCosts(document: ThroughputDocument, words: CommandWords): string[] {
  if (document.busyMinutes === 0) return [];
  const { throughput } = words;
  const { onDemandMonthlyCost: cost, breakEvenTokensPerMinute: even, tokensPerMinutePerUnit: carried } = document;
  return [
    cost === null ? throughput.onDemandUnknown : throughput.onDemand(spellDollars(cost, words)),
    even === null ? throughput.breakEvenUnknown : throughput.breakEven(spellCount(even, words)),
    ...(even !== null && carried !== null && even > carried ? [throughput.breakEvenNever] : []),
  ];
}

function renderUnits(document: ThroughputDocument, style: Style, words: CommandWords): string[] {
  const { columns, legend, legendNoUnit, terms, commitment, unit } = words.throughput;
  const { units, term, tokensPerMinutePerUnit } = document;
  const isKnown = tokensPerMinutePerUnit !== null;
  const share = (value: number | null) => (value === null ? '' : spellShare(value * 100));
  const count = (value: number | null) => (value === null ? '' : spellCount(value, words));
  const titles = [columns.units, columns.throttled, columns.served, columns.use, columns.cost, columns.withRest];
  const table = alignColumns(
    [...titles, columns.least].map((title) => ({
      title,
      align: 'right' as const,
      ...(title === columns.use ? { drop: 1 } : title === columns.served ? { drop: 2 } : {}),
    })),
    units.map((row) => [
      { text: spellCount(row.units, words) },
      { text: count(row.servedThrottledMinutes) },
      { text: share(row.servedShare) },
      { text: share(row.useOfUnits) },
      { text: spellDollars(row.monthlyCost, words) },
      { text: row.monthlyCostWithRest === null ? '' : spellDollars(row.monthlyCostWithRest, words) },
      { text: isKnown ? '' : count(row.leastTokensPerMinutePerUnit) },
    ]),
    style.columns,
  );
  const owed = units
    .filter(({ commitmentCost }, index) => commitmentCost > 0 && (index === 0 || index === units.length - 1))
    .map((row) => commitment(spellQuantity(row.units, unit, words), spellDollars(row.commitmentCost, words)));
  return [
    '',
    style.dim(table.header),
    ...table.lines,
    ...style.wrap(isKnown ? legend : legendNoUnit, '').map(style.dim),
    ...[terms[term], ...owed].flatMap((text) => style.wrap(text, '')),
  ];
}

function renderQuotas(document: ThroughputDocument, style: Style, words: CommandWords): string[] {
  const { quotasTitle, quota, ask, support, noQuota } = words.throughput;
  const { modelUnitQuotas: quotas, units, region, tokensPerMinutePerUnit } = document;
  if (!quotas) return [];
  const wanted = tokensPerMinutePerUnit === null ? 1 : (units.at(-1)?.units ?? 1);
  const lines = quotas.flatMap(({ quotaCode, quotaName, appliedValue, adjustable }) => [
    ...style.wrap(quota(quotaCode, quotaName, spellCount(appliedValue, words)), '    ', '  '),
    ...(appliedValue >= wanted
      ? []
      : adjustable
        ? [
            ...style.wrap(ask(spellCount(wanted, words)), '    '),
            ...style.command(increaseCommand(quotaCode, wanted, region) ?? '', '    '),
          ].filter((line) => line.trim() !== '')
        : style.wrap(support, '    ')),
  ]);
  return ['', style.bold(quotasTitle), ...(lines.length > 0 ? lines : [`  ${noQuota}`])];
}

function renderReserved({ reserved }: ThroughputDocument, style: Style, words: CommandWords): string[] {
  const { columns, reservedTitle } = words.throughput;
  if (!reserved) return [];
  const table = alignColumns(
    [columns.tokens, columns.covered, columns.served, columns.cost].map((title) => ({ title, align: 'right' })),
    reserved.map(
      ({ tokensPerMinute, coveredMinutes, servedShare, monthlyCost }): Row => [
        { text: spellCount(tokensPerMinute, words) },
        { text: spellCount(coveredMinutes, words) },
        { text: servedShare === null ? '' : spellShare(servedShare * 100) },
        { text: monthlyCost === null ? words.throughput.unknown : spellDollars(monthlyCost, words) },
      ],
    ),
    style.columns,
  );
  return ['', ...style.wrap(reservedTitle, '').map(style.bold), style.dim(table.header), ...table.lines];
}

function spellPublicPrice({ publicPrice }: ThroughputDocument, words: CommandWords): string[] {
  if (!publicPrice) return [];
  const { oneMonth, sixMonths, checked } = publicPrice;
  return [words.throughput.publicPrice(spellDollars(oneMonth, words), spellDollars(sixMonths, words), checked)];
}

/** Bought throughput as tables; ends with a line break. */
export function renderThroughput({ answer, document }: WeighedRegion, style: Style, words: CommandWords): string {
  const { throughput } = words;
  const { model, region, from, to } = document;
  const spell = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  const told = [...spellTraffic(document, words), ...spellCosts(document, words), ...spellPublicPrice(document, words)];
  const lines = [
    ...style.wrap(throughput.head(model, region, spell(from), spell(to)), '').map(style.bold),
    ...told.flatMap((text) => style.wrap(text, '    ', '  ')),
    ...renderUnits(document, style, words),
    ...renderQuotas(document, style, words),
    ...renderReserved(document, style, words),
    '',
    style.bold(throughput.unknownTitle),
    ...answer.unknowns.flatMap((unknown) => style.wrap(throughput.unknowns[unknown], '    ', '  - ')),
  ];
  return `${lines.join('\n')}\n`;
}
