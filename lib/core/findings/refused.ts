import { type ErrorKind, isThrottle, readError } from '../errors';
import { LEDGER_MINUTES } from '../refusals';
import type { Found, FoundContext, FoundRemedy } from '../vocabulary/found';
import { spellCommand } from '../vocabulary/shell-command';
import { type EpochMinute, toSpokenTime } from '../vocabulary/time';
import { shortenLabel, spellQuantity, spellScope } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { countCalls, type PlacedRefusals, refusalsWithin, spellCallers, spellTexts } from './cause';
import { OF_NO_QUOTA } from './of-no-quota';
import { byErrorRemedy } from './remedies';
import type { FindingSurroundings } from './surroundings';

/** Fewer calls, in fewer minutes, are somebody who tries something: no reason to wake anybody. */
export const TELLING_CALLS = 5;
export const TELLING_MINUTES = 3;

/** Findings of one evaluation; an account with more is not helped by a list of them. */
const MOST_FINDINGS = 20;

/** Kinds whose ids of models are not to be trusted, or of which the model does not matter: one finding for all. */
const WITHOUT_MODEL: ReadonlySet<ErrorKind> = new Set([
  'invalidModelId',
  'accountRestricted',
  'otherApi',
  'controlPlane',
]);

/** Refused calls of one kind and model in the look-back. */
interface Refused {
  readonly kind: keyof Words['refusals']['kinds'];
  /** Base model id with its scope, else the id as the caller wrote it; `null`: none. */
  readonly model: Pick<Found, 'scope'> & { readonly id: string | null };
  readonly refusals: readonly PlacedRefusals[];
}

function modelOf({ kind, target, modelId }: PlacedRefusals): Refused['model'] {
  if (WITHOUT_MODEL.has(kind)) return { scope: null, id: null };
  return target ? { scope: target.scope, id: target.baseModelId } : { scope: null, id: modelId };
}

/** `refused/accessDenied/crossRegion/anthropic.…`: stable, whoever is refused and however often. */
function idOf(kind: ErrorKind, { scope, id }: Refused['model']): string {
  return ['refused', kind, ...(scope === null ? [] : [scope]), ...(id === null ? [] : [id])].join('/');
}

function minutesOf(refusals: readonly PlacedRefusals[]): EpochMinute[] {
  const all = refusals.flatMap(({ minutes }) => minutes.map(([minute]) => minute));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Whether refusals are more than a try: many, or over a time. */
function isTelling(refusals: readonly PlacedRefusals[]): boolean {
  return countCalls(refusals) >= TELLING_CALLS || minutesOf(refusals).length >= TELLING_MINUTES;
}

function remedyOf({ kind, refusals }: Refused, region: string): FoundRemedy {
  const actions = new Set(refusals.map(({ text }) => readError(text).missingAction));
  const [action = null, ...others] = actions;
  const byError = byErrorRemedy({ kind, missingAction: others.length === 0 ? action : null });
  if (byError) return byError;
  if (kind === 'onDemandNotSupported') {
    return {
      title: (words) => words.refusals.remedies.useProfile,
      command: spellCommand(
        'aws bedrock list-inference-profiles --region',
        { value: region },
        '--query "inferenceProfileSummaries[].inferenceProfileId" --output text',
      ),
    };
  }
  const command =
    kind === 'invalidModelId' ? spellCommand('npx quota-watchdog quotas --region', { value: region }) : null;
  return {
    title: ({ refusals: { remedies } }) => (kind === 'invalidModelId' ? remedies.compareIds : remedies.readText),
    command,
  };
}

function spellModel({ scope, id }: Refused['model'], { quotas }: FindingSurroundings, words: Words): string {
  if (id === null) return words.refusals.noModel;
  if (scope === null) return id;
  const label = quotas.find(({ modelIds }) => modelIds.includes(id))?.modelLabel ?? id;
  return `${shortenLabel(label)}, ${spellScope(scope, words)}`;
}

function tellRefused(
  { kind, model, refusals }: Refused,
  surroundings: FindingSurroundings,
  words: Words,
): FoundContext {
  const { now } = surroundings;
  const calls = countCalls(refusals);
  const minutes = minutesOf(refusals);
  const [first = now, last = first] = [minutes[0], minutes.at(-1)];
  const name = words.refusals.kinds[kind];
  return {
    subject: WITHOUT_MODEL.has(kind) ? name : words.refusals.subject(name, spellModel(model, surroundings, words)),
    summary: words.refusals.summary(
      spellQuantity(calls, words.nouns.call, words),
      calls === 1,
      toSpokenTime(first, now),
      toSpokenTime(last, now),
    ),
    details: [
      ['Reason', spellTexts(refusals, words)],
      ...spellCallers(refusals, words).map((callers) => ['Traffic', callers] as const),
      ['Not seen', words.refusals.recorded],
    ],
  };
}

function toFound(refused: Refused, surroundings: FindingSurroundings): Found {
  const { kind, model, refusals } = refused;
  const { id, scope } = model;
  return {
    ...OF_NO_QUOTA,
    id: idOf(kind, model),
    kind: 'refused',
    severity: 'warning',
    modelIds: id === null ? [] : [id],
    scope,
    appliedValue: null,
    cause: {
      // No quota is the cause; what is, AWS says itself.
      kind: 'unknown',
      confidence: 'confirmed',
      evidence: (words) => [spellTexts(refusals, words), ...spellCallers(refusals, words).map(words.refusals.callers)],
    },
    remedies: [remedyOf(refused, surroundings.region)],
    context: (words) => tellRefused(refused, surroundings, words),
  };
}

/**
 * One finding for each kind of refusal and model that no metric of throttles shows: access, validation, the end of a model.
 * Few calls in few minutes are none.
 */
export function findRefused(surroundings: FindingSurroundings): Found[] {
  const { refusals, now } = surroundings;
  const recent = refusalsWithin(refusals, now - LEDGER_MINUTES, now);
  const byId = new Map<string, PlacedRefusals[]>();
  for (const refusal of recent) {
    const id = idOf(refusal.kind, modelOf(refusal));
    byId.set(id, [...(byId.get(id) ?? []), refusal]);
  }
  return [...byId.values()]
    .filter(isTelling)
    .sort((a, b) => countCalls(b) - countCalls(a))
    .flatMap((group): Refused[] => {
      const [first] = group;
      return first && !isThrottle(first.kind) ? [{ kind: first.kind, model: modelOf(first), refusals: group }] : [];
    })
    .slice(0, MOST_FINDINGS)
    .map((refused) => toFound(refused, surroundings));
}
