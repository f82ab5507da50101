import { isCarried, type PlannedLimit } from '../../lib/core/answers/plan';
import { increaseCommand } from '../../lib/core/findings/remedies';
import { spellCount, spellQuantity, spellScope } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import type { PlanDocument, PlannedRegion } from './document';

function toRow(limit: PlannedLimit, { workload }: PlanDocument, style: Style, words: CommandWords): Row {
  const { largestRequestsPerMinute: largest, scope, dimension, appliedValue, quotaCode } = limit;
  const isShort = largest !== null && largest < workload.requestsPerMinute;
  return [
    { text: spellScope(scope, words) },
    { text: words.cli.dimensions[dimension] },
    { text: spellCount(appliedValue, words) },
    {
      text: largest === null ? words.plan.unknown : spellCount(largest, words),
      paint: isShort ? style.severity.critical : (text) => text,
    },
    { text: quotaCode, paint: style.dim },
  ];
}

function spellWorkload({ workload }: PlanDocument, words: CommandWords): string {
  const { plan, nouns } = words;
  const { requestsPerMinute, inputTokens, outputTokens, maxTokens } = workload;
  return plan.workload(
    spellQuantity(requestsPerMinute, nouns.request, words),
    spellCount(inputTokens, words),
    spellCount(outputTokens, words),
    maxTokens === null ? plan.unset : plan.maxTokens(spellCount(maxTokens, words)),
  );
}

function spellTokens(document: PlanDocument, words: CommandWords): string[] {
  const { burndownRate, settledTokensPerMinute: settled, reservedTokensPerMinute: reserved } = document;
  const { plan } = words;
  return [
    settled === null || burndownRate === null
      ? plan.settledUnknown
      : plan.settled(spellCount(settled, words), spellCount(burndownRate, words)),
    reserved === null ? plan.reservedUnknown : plan.reserved(spellCount(reserved, words)),
  ];
}

/** What a `max_tokens` near the answers would give; nothing where it gives no more. */
function spellLower({ document: { binding, workload }, lower }: PlannedRegion, words: CommandWords): string[] {
  const { maxTokens } = lower.workload;
  const isLarge = maxTokens !== null && (workload.maxTokens === null || workload.maxTokens > maxTokens);
  const same = [lower.binding, ...lower.scopes].find((limit) => limit?.quotaCode === binding?.quotaCode);
  const [now, then] = [binding?.largestRequestsPerMinute ?? null, same?.largestRequestsPerMinute ?? null];
  if (!isLarge || then === null || (now !== null && then <= now)) return [];
  return [words.plan.lower(spellCount(maxTokens, words), spellCount(then, words))];
}

function spellFit(document: PlanDocument, { plan }: CommandWords): string {
  if (!document.binding) return plan.noQuota;
  const carried = isCarried(document);
  if (carried === null) return plan.fitsUnknown;
  return carried ? plan.fits : plan.fitsNot;
}

/** A plan as a few lines and a table; ends with a line break. */
export function renderPlan(planned: PlannedRegion, style: Style, words: CommandWords): string {
  const { region, document } = planned;
  const { plan } = words;
  const { scope, binds, applied, carries, quota } = plan.columns;
  const table = alignColumns(
    [
      { title: scope, least: 12 },
      { title: binds },
      { title: applied, align: 'right', drop: 1 },
      { title: carries, align: 'right' },
      { title: quota, drop: 2 },
    ],
    document.scopes.map((limit) => toRow(limit, document, style, words)),
    style.columns,
  );
  const { ask } = document;
  const command = ask ? increaseCommand(ask.quotaCode, ask.value, region) : null;
  const lines = [
    ...style.wrap(`${document.model}, ${region}: ${spellWorkload(document, words)}`, '').map(style.bold),
    ...spellTokens(document, words).flatMap((text) => style.wrap(text, '  ')),
    style.bold(spellFit(document, words)),
    ...(document.scopes.length > 0
      ? ['', style.dim(table.header), ...table.lines, ...style.wrap(plan.legend, '').map(style.dim)]
      : []),
    ...spellLower(planned, words).flatMap((text) => ['', ...style.wrap(text, '')]),
    ...(ask
      ? [
          '',
          plan.ask(ask.quotaCode, spellCount(ask.value, words)),
          ...(command === null ? [] : style.command(command, '  ')),
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
