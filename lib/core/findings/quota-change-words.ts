import type { QuotaChange } from '../quotas/quota-change';
import type { MappedQuota } from '../vocabulary/quota';
import { spellCount, spellDimension } from '../vocabulary/wording';
import type { Words } from '../words/words';

/** What a change is, the worst first. */
export const CHANGE_KINDS = [
  'zeroed',
  'lowered',
  'unlisted',
  'unjoined',
  'raised',
  'added',
  'renamed',
  'adjustable',
  'default',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing that is otherwise than before: `short` for a title, `text` in full. */
export interface ChangeAspect {
  readonly kind: ChangeKind;
  readonly short: string;
  readonly text: string;
}

/** `1 now 0, 2 lowered, 4 raised`: each change by the worst of what it is. */
export function spellChangeKinds(kinds: readonly ChangeKind[], words: Words): string {
  return CHANGE_KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${spellCount(count, words)} ${words.change.counts[kind]}`)
    .join(', ');
}

function toAspect(kind: ChangeKind, text: string, short = text): ChangeAspect {
  return { kind, short, text };
}

/** `1,000,000 tokens/min` */
function spellValue({ appliedValue, dimension }: MappedQuota, words: Words): string {
  return `${spellCount(appliedValue, words)} ${spellDimension(dimension, words)}`;
}

function toValueAspect(before: MappedQuota, after: MappedQuota, words: Words): ChangeAspect | null {
  if (before.appliedValue === after.appliedValue) return null;
  const text = `${words.quota.applied(spellCount(before.appliedValue, words))} → ${spellValue(after, words)}`;
  if (after.appliedValue === 0) return toAspect('zeroed', text);
  return toAspect(after.appliedValue < before.appliedValue ? 'lowered' : 'raised', text);
}

function spellModels({ modelIds }: MappedQuota, { change }: Words): string {
  return modelIds.length > 0 ? modelIds.join(', ') : change.none;
}

/** A rename with what follows from it: an AWS row that means something else now is watched as something else. */
function toNameAspect(before: MappedQuota, after: MappedQuota, words: Words): ChangeAspect | null {
  const { change } = words;
  if (before.quotaName === after.quotaName) return null;
  const isUnjoined = before.modelIds.length > 0 && after.modelIds.length === 0;
  const consequences = [
    ...(spellModels(before, words) === spellModels(after, words)
      ? []
      : [change.models(spellModels(before, words), spellModels(after, words))]),
    ...(before.dimension === after.dimension
      ? []
      : [change.counted(spellDimension(before.dimension, words), spellDimension(after.dimension, words))]),
  ];
  const text = [change.renamedTo(before.quotaName, after.quotaName), ...consequences].join('; ');
  return isUnjoined
    ? toAspect('unjoined', text, change.unknownName)
    : toAspect('renamed', text, consequences.length > 0 ? change.otherCalls : change.renamed);
}

function toAdjustableAspect(before: MappedQuota, after: MappedQuota, { quota }: Words): ChangeAspect | null {
  if (before.adjustable === after.adjustable) return null;
  const spell = ({ adjustable }: MappedQuota) => (adjustable ? quota.adjustable : quota.notAdjustable);
  return toAspect('adjustable', `${spell(before)} → ${spell(after)}`);
}

function toDefaultAspect(before: MappedQuota, after: MappedQuota, words: Words): ChangeAspect | null {
  if (before.defaultValue === null || after.defaultValue === null) return null;
  if (before.defaultValue === after.defaultValue) return null;
  return toAspect(
    'default',
    `${words.quota.standard(spellCount(before.defaultValue, words))} → ${spellCount(after.defaultValue, words)}`,
  );
}

function toEndAspect(before: MappedQuota, nowNamed: string | null, words: Words): ChangeAspect {
  const { change } = words;
  const last = `${words.quota.applied(spellValue(before, words))} → `;
  return nowNamed === null
    ? toAspect('unlisted', `${last}${change.unlisted}`, change.unlisted)
    : toAspect(
        'unjoined',
        `${last}${change.unwatched(change.renamedTo(before.quotaName, nowNamed))}`,
        change.noInference,
      );
}

function toStartAspect(after: MappedQuota, words: Words): ChangeAspect {
  const text = `${words.change.added} → ${words.quota.applied(spellValue(after, words))}`;
  const models = after.mapping === 'unmapped' ? `, ${words.change.noModel}` : '';
  return toAspect('added', text + models, text.replace(' →', ','));
}

/** All that is otherwise, the worst first; never empty for what `compareQuotas` gives. */
export function aspectsOf({ before, after, nowNamed }: QuotaChange, words: Words): ChangeAspect[] {
  if (before === null) return after === null ? [] : [toStartAspect(after, words)];
  if (after === null) return [toEndAspect(before, nowNamed, words)];
  return [
    toValueAspect(before, after, words),
    toNameAspect(before, after, words),
    toAdjustableAspect(before, after, words),
    toDefaultAspect(before, after, words),
  ]
    .filter((aspect) => aspect !== null)
    .sort((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
}
