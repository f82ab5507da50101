import type { MappedQuota, Mapping } from '../../lib/core/vocabulary/quota';
import { toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { spellCount, spellQuantity, spellScope } from '../../lib/core/vocabulary/wording';
import { type CommandWords, EN_COMMANDS } from '../../lib/language/command-words';
import { alignColumns, type Column, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import { isLowered, isZero, type QuotasDocument } from './document';

/** How a table is drawn, and in which language. */
interface Look {
  readonly style: Style;
  readonly words: CommandWords;
}

/** Before a value below the AWS default. */
const LOWERED = '↓';

function columnsOf({ cli }: CommandWords): Column[] {
  const { scope, applied, standard, adjustable, code } = cli.quotas.columns;
  return [
    { title: `  ${scope}`, least: 24 },
    { title: applied, align: 'right' },
    { title: standard, align: 'right', drop: 2 },
    { title: adjustable, drop: 1 },
    { title: code },
  ];
}

/** A document, and why each of its unmapped quotas is so: quota code → a clause. */
export interface QuotasView {
  readonly document: QuotasDocument;
  readonly reasons: ReadonlyMap<string, string>;
}

/** How a quota came to its models; `null` where nothing need be said. */
function spellMapping(mapping: Mapping, { cli: { quotas } }: CommandWords): string | null {
  return mapping === 'exact' || mapping === 'notApplicable' ? null : quotas[mapping];
}

/** Where calls are made, in the column of scopes. */
function spellWay({ endpoint, scope }: MappedQuota, words: CommandWords): string {
  const { bothScopes, customModels } = words.cli.quotas;
  if (endpoint === 'mantle') return 'bedrock-mantle';
  // Per-model daily rows hold on-demand and cross-Region calls; the whole name would take half a page.
  if (scope === 'model') return bothScopes;
  return scope === 'customDeployment' ? customModels : spellScope(scope, words);
}

function toRow(quota: MappedQuota, { style, words }: Look): Row {
  const { quotas: told, dimensions, unknown } = words.cli;
  const { critical, warning } = style.severity;
  const mark = isLowered(quota) && !isZero(quota) ? `${LOWERED} ` : '';
  const paint = isZero(quota) ? critical : isLowered(quota) ? warning : (text: string) => text;
  return [
    { text: `  ${spellWay(quota, words)} ${dimensions[quota.dimension]}` },
    { text: `${mark}${spellCount(quota.appliedValue, words)}`, paint },
    { text: quota.defaultValue === null ? unknown : spellCount(quota.defaultValue, words) },
    { text: quota.adjustable ? told.yes : told.no },
    { text: quota.quotaCode, paint: style.dim },
  ];
}

/** Quotas under one heading have the same label, variant, models, mapping, and reason of being unmapped. */
function headingOf(quota: MappedQuota, reasons: QuotasView['reasons'], { style, words }: Look): string {
  const { allModels, variants } = words.cli.quotas;
  const { quotaCode, quotaName, modelLabel, variant, modelIds, mapping } = quota;
  const how = [spellMapping(mapping, words), reasons.get(quotaCode)].filter((text) => text).join(': ');
  const models = [modelIds.join(', '), how].filter((text) => text !== '');
  const label = `${modelLabel || (mapping === 'unmapped' ? quotaName : allModels)}${variant === null ? '' : `, ${variants[variant]}`}`;
  const [first = '', ...more] = style.wrap(`${label}${models.length > 0 ? ` (${models.join('; ')})` : ''}`, '  ', '');
  return [style.bold(first), ...more].join('\n');
}

function renderSummary({ accountId, region, readAt, quotas, counts }: QuotasDocument, { style, words }: Look): string {
  const { account, quotas: told } = words.cli;
  const spell = (value: number) => spellCount(value, words);
  const place = `${region}, ${account(accountId)}`;
  const shown = quotas.length === counts.inference + counts.other ? '' : ` ${told.shown(spell(quotas.length))}`;
  const inference = told.inference(
    spellQuantity(counts.inference, words.nouns.inferenceQuota, words),
    spell(counts.total),
  );
  const some = told.counts(spell(counts.zero), spell(counts.belowDefault), spell(counts.unmapped));
  const others = counts.other === 0 ? '' : ` ${told.others(spell(counts.other))}`;
  const text = `${place}: ${inference}; ${some}${others}${shown} ${told.readAt(toSpokenTime(toMinute(readAt), 0))}`;
  return style.wrap(text, '').map(style.bold).join('\n');
}

/** The quotas of a Region as a table, grouped by model; ends with a line break. */
export function renderQuotas(
  { document, reasons }: QuotasView,
  style: Style,
  words: CommandWords = EN_COMMANDS,
): string {
  const look = { style, words };
  const { quotas } = document;
  if (quotas.length === 0) return `${renderSummary(document, look)}\n`;
  const table = alignColumns(
    columnsOf(words),
    quotas.map((quota) => toRow(quota, look)),
    style.columns,
  );
  const lines = [renderSummary(document, look), '', style.dim(table.header)];
  let heading = '';
  quotas.forEach((quota, index) => {
    const next = headingOf(quota, reasons, look);
    if (next !== heading) lines.push(next);
    heading = next;
    lines.push(table.lines[index] ?? '');
  });
  const hint = quotas.some(({ mapping }) => mapping === 'unmapped')
    ? ['', ...style.wrap(words.cli.quotas.hint, '')]
    : [];
  return `${[...lines, ...hint, '', ...style.wrap(`${words.cli.legend}; ${words.cli.quotas.below}`, '').map(style.dim)].join('\n')}\n`;
}
