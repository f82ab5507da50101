import type { MappedQuota, Mapping, Variant } from '../lib/core/quota';
import { toMinute, toSpokenTime } from '../lib/core/time';
import { spellCount, spellQuantity, spellScope } from '../lib/core/wording';
import { alignColumns, type Column, type Row } from './columns';
import { DIMENSION_LETTERS, LETTERS_LEGEND } from './dimension-letters';
import { wrapText } from './plain-text';
import { isLowered, isZero, type QuotasDocument } from './quotas-document';
import type { Style } from './style';

const COLUMNS: readonly Column[] = [
  { title: '  SCOPE' },
  { title: 'COUNTS' },
  { title: 'APPLIED', align: 'right' },
  { title: 'AWS DEFAULT', align: 'right' },
  { title: 'ADJUSTABLE' },
  { title: 'CODE' },
  { title: '' },
];

const VARIANT_WORDS: Readonly<Record<Variant, string>> = {
  latencyOptimized: 'latency-optimized',
  longContext: 'long context',
};

/** A document, and why each of its unmapped quotas is so: quota code → a clause. */
export interface QuotasView {
  readonly document: QuotasDocument;
  readonly reasons: ReadonlyMap<string, string>;
}

const MAPPING_WORDS: Readonly<Record<Mapping, string | null>> = {
  exact: null,
  alias: 'reviewed alias',
  override: 'your override',
  unmapped: 'unmapped',
  notApplicable: null,
};

const OVERRIDE_HINT =
  'Unmapped quotas are compared with no traffic. If you know the model, write {"CODE":["base.model-id"]} to a file and give --overrides FILE; docs/mapping.md says more.';

/** Where calls are made, in the column of scopes. */
function spellWay({ endpoint, scope }: MappedQuota): string {
  return endpoint === 'mantle' ? 'bedrock-mantle' : spellScope(scope);
}

function toRow(quota: MappedQuota, style: Style): Row {
  const { critical, warning } = style.severity;
  const mark = isZero(quota) ? 'zero' : isLowered(quota) ? 'lowered' : '';
  const paint = isZero(quota) ? critical : isLowered(quota) ? warning : (text: string) => text;
  return [
    { text: `  ${spellWay(quota)}` },
    { text: DIMENSION_LETTERS[quota.dimension] },
    { text: spellCount(quota.appliedValue), paint },
    { text: quota.defaultValue === null ? 'unknown' : spellCount(quota.defaultValue) },
    { text: quota.adjustable ? 'yes' : 'no' },
    { text: quota.quotaCode, paint: style.dim },
    { text: mark, paint },
  ];
}

/** Quotas under one heading have the same label, variant, models, mapping, and reason of being unmapped. */
function headingOf(quota: MappedQuota, reasons: QuotasView['reasons'], style: Style): string {
  const { quotaCode, modelLabel, variant, modelIds, mapping } = quota;
  const how = [MAPPING_WORDS[mapping], reasons.get(quotaCode)].filter((text) => text).join(': ');
  const models = [modelIds.join(', '), how].filter((text) => text !== '');
  const label = `${modelLabel || 'All models together'}${variant === null ? '' : `, ${VARIANT_WORDS[variant]}`}`;
  const [first = '', ...more] = wrapText(`${label}${models.length > 0 ? ` (${models.join('; ')})` : ''}`, '  ', '');
  return [style.bold(first), ...more].join('\n');
}

function renderSummary({ accountId, region, readAt, quotas, counts }: QuotasDocument, style: Style): string {
  const place = `${region}, account ${accountId ?? 'unknown'}`;
  const shown = quotas.length === counts.inference ? '' : ` Shown: ${spellCount(quotas.length)}.`;
  const text =
    `${place}: ${spellQuantity(counts.inference, 'inference quota')} of ${spellCount(counts.total)}; ${spellCount(counts.zero)} zero, ` +
    `${spellCount(counts.belowDefault)} below the AWS default, ${spellCount(counts.unmapped)} unmapped.${shown} ` +
    `Read at ${toSpokenTime(toMinute(readAt), 0)}.`;
  return wrapText(text, '').map(style.bold).join('\n');
}

/** The quotas of a Region as a table, grouped by model; ends with a line break. */
export function renderQuotas({ document, reasons }: QuotasView, style: Style): string {
  const { quotas } = document;
  if (quotas.length === 0) return `${renderSummary(document, style)}\n`;
  const table = alignColumns(
    COLUMNS,
    quotas.map((quota) => toRow(quota, style)),
  );
  const lines = [renderSummary(document, style), '', style.dim(table.header)];
  let heading = '';
  quotas.forEach((quota, index) => {
    const next = headingOf(quota, reasons, style);
    if (next !== heading) lines.push(next);
    heading = next;
    lines.push(table.lines[index] ?? '');
  });
  const hint = quotas.some(({ mapping }) => mapping === 'unmapped') ? ['', ...wrapText(OVERRIDE_HINT, '')] : [];
  return `${[...lines, ...hint, '', style.dim(LETTERS_LEGEND)].join('\n')}\n`;
}
