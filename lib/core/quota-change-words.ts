import type { MappedQuota } from './quota';
import type { QuotaChange } from './quota-change';
import { spellCount, spellDimension } from './wording';

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

const COUNT_WORDS: Record<ChangeKind, string> = {
  zeroed: 'now 0',
  lowered: 'lowered',
  unlisted: 'no longer listed',
  unjoined: 'no longer joined with usage',
  raised: 'raised',
  added: 'new',
  renamed: 'renamed',
  adjustable: 'adjustable or no longer so',
  default: 'with another AWS default',
};

/** `1 now 0, 2 lowered, 4 raised`: each change by the worst of what it is. */
export function spellChangeKinds(kinds: readonly ChangeKind[]): string {
  return CHANGE_KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${spellCount(count)} ${COUNT_WORDS[kind]}`)
    .join(', ');
}

function toAspect(kind: ChangeKind, text: string, short = text): ChangeAspect {
  return { kind, short, text };
}

function toValueAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  if (before.appliedValue === after.appliedValue) return null;
  const text = `applied ${spellCount(before.appliedValue)} → ${spellCount(after.appliedValue)} ${spellDimension(after.dimension)}`;
  if (after.appliedValue === 0) return toAspect('zeroed', text);
  return toAspect(after.appliedValue < before.appliedValue ? 'lowered' : 'raised', text);
}

function spellModels({ modelIds }: MappedQuota): string {
  return modelIds.length > 0 ? modelIds.join(', ') : 'none';
}

/** A rename with what follows from it: an AWS row that means something else now is watched as something else. */
function toNameAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  if (before.quotaName === after.quotaName) return null;
  const isUnjoined = before.modelIds.length > 0 && after.modelIds.length === 0;
  const consequences = [
    ...(spellModels(before) === spellModels(after)
      ? []
      : [`its models were ${spellModels(before)} and are ${spellModels(after)}`]),
    ...(before.dimension === after.dimension
      ? []
      : [`it counted ${spellDimension(before.dimension)} and counts ${spellDimension(after.dimension)}`]),
  ];
  const text = [`renamed "${before.quotaName}" → "${after.quotaName}"`, ...consequences].join('; ');
  return isUnjoined
    ? toAspect('unjoined', text, 'renamed, and no model is known by the new name')
    : toAspect('renamed', text, consequences.length > 0 ? 'renamed, and means other calls' : 'renamed');
}

function toAdjustableAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  if (before.adjustable === after.adjustable) return null;
  const spell = ({ adjustable }: MappedQuota) => (adjustable ? 'adjustable' : 'not adjustable');
  return toAspect('adjustable', `${spell(before)} → ${spell(after)}`);
}

function toDefaultAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  if (before.defaultValue === null || after.defaultValue === null) return null;
  if (before.defaultValue === after.defaultValue) return null;
  return toAspect('default', `AWS default ${spellCount(before.defaultValue)} → ${spellCount(after.defaultValue)}`);
}

function toEndAspect(before: MappedQuota, nowNamed: string | null): ChangeAspect {
  const last = `applied ${spellCount(before.appliedValue)} ${spellDimension(before.dimension)} → `;
  return nowNamed === null
    ? toAspect('unlisted', `${last}no longer listed`, 'no longer listed')
    : toAspect(
        'unjoined',
        `${last}no longer watched: renamed "${before.quotaName}" → "${nowNamed}", no name of an inference quota`,
        'renamed, and no inference quota by the new name',
      );
}

function toStartAspect(after: MappedQuota): ChangeAspect {
  const text = `new → applied ${spellCount(after.appliedValue)} ${spellDimension(after.dimension)}`;
  const models = after.mapping === 'unmapped' ? ', no model is known by its name' : '';
  return toAspect('added', text + models, text.replace(' →', ','));
}

/** All that is otherwise, the worst first; never empty for what `compareQuotas` gives. */
export function aspectsOf({ before, after, nowNamed }: QuotaChange): ChangeAspect[] {
  if (before === null) return after === null ? [] : [toStartAspect(after)];
  if (after === null) return [toEndAspect(before, nowNamed)];
  return [
    toValueAspect(before, after),
    toNameAspect(before, after),
    toAdjustableAspect(before, after),
    toDefaultAspect(before, after),
  ]
    .filter((aspect) => aspect !== null)
    .sort((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
}
