import type { QuotaChange } from '../../quotas/quota-change';
import type { Phrase } from '../../vocabulary/found';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCount, spellDimension } from '../../vocabulary/wording';
import type { Words } from '../../words/words';

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
  readonly short: Phrase;
  readonly text: Phrase;
}

/** `1 now 0, 2 lowered, 4 raised`: each change by the worst of what it is. */
export function spellChangeKinds(kinds: readonly ChangeKind[], words: Words): string {
  return CHANGE_KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${spellCount(count, words)} ${words.change.counts[kind]}`)
    .join(', ');
}

function toAspect(kind: ChangeKind, text: Phrase, short = text): ChangeAspect {
  return { kind, short, text };
}

/** `1,000,000 tokens/min` */
function spellValue({ appliedValue, dimension }: MappedQuota, words: Words): string {
  return `${spellCount(appliedValue, words)} ${spellDimension(dimension, words)}`;
}

function toValueAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  if (before.appliedValue === after.appliedValue) return null;
  const text: Phrase = (words) =>
    `${words.quota.applied(spellCount(before.appliedValue, words))} → ${spellValue(after, words)}`;
  if (after.appliedValue === 0) return toAspect('zeroed', text);
  return toAspect(after.appliedValue < before.appliedValue ? 'lowered' : 'raised', text);
}

function spellModels({ modelIds }: MappedQuota, { change }: Words): string {
  return modelIds.length > 0 ? modelIds.join(', ') : change.none;
}

/** What a rename means beside another name: other models, another count. */
function spellConsequences(before: MappedQuota, after: MappedQuota, words: Words): string[] {
  const [from, to] = [spellModels(before, words), spellModels(after, words)];
  return [
    ...(from === to ? [] : [words.change.models(from, to)]),
    ...(before.dimension === after.dimension
      ? []
      : [words.change.counted(spellDimension(before.dimension, words), spellDimension(after.dimension, words))]),
  ];
}

/** A rename with what follows from it: an AWS row that means something else now is watched as something else. */
function toNameAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  if (before.quotaName === after.quotaName) return null;
  const text: Phrase = (words) =>
    [words.change.renamedTo(before.quotaName, after.quotaName), ...spellConsequences(before, after, words)].join('; ');
  if (before.modelIds.length > 0 && after.modelIds.length === 0) {
    return toAspect('unjoined', text, ({ change }) => change.unknownName);
  }
  return toAspect('renamed', text, (words) =>
    spellConsequences(before, after, words).length > 0 ? words.change.otherCalls : words.change.renamed,
  );
}

function toAdjustableAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  if (before.adjustable === after.adjustable) return null;
  const spell = ({ adjustable }: MappedQuota, { quota }: Words) =>
    adjustable ? quota.adjustable : quota.notAdjustable;
  return toAspect('adjustable', (words) => `${spell(before, words)} → ${spell(after, words)}`);
}

function toDefaultAspect(before: MappedQuota, after: MappedQuota): ChangeAspect | null {
  const [from, to] = [before.defaultValue, after.defaultValue];
  if (from === null || to === null || from === to) return null;
  return toAspect('default', (words) => `${words.quota.standard(spellCount(from, words))} → ${spellCount(to, words)}`);
}

function toEndAspect(before: MappedQuota, nowNamed: string | null): ChangeAspect {
  const last: Phrase = (words) => `${words.quota.applied(spellValue(before, words))} → `;
  return nowNamed === null
    ? toAspect(
        'unlisted',
        (words) => `${last(words)}${words.change.unlisted}`,
        ({ change }) => change.unlisted,
      )
    : toAspect(
        'unjoined',
        (words) => `${last(words)}${words.change.unwatched(words.change.renamedTo(before.quotaName, nowNamed))}`,
        ({ change }) => change.noInference,
      );
}

function toStartAspect(after: MappedQuota): ChangeAspect {
  const applied: Phrase = (words) => words.quota.applied(spellValue(after, words));
  return toAspect(
    'added',
    (words) => {
      const models = after.mapping === 'unmapped' ? `, ${words.change.noModel}` : '';
      return `${words.change.added} → ${applied(words)}${models}`;
    },
    (words) => `${words.change.added}, ${applied(words)}`,
  );
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
