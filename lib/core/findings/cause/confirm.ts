import type { ErrorKind } from '../../errors';
import type { LedgerGroup } from '../../refusals';
import type { CauseKind } from '../../vocabulary/finding';
import type { FoundCause } from '../../vocabulary/found';
import type { Dimension, MappedQuota } from '../../vocabulary/quota';
import { spellQuantity } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import { spellCause } from './cause-words';
import type { Diagnosis } from './diagnose';
import { countBy, countCalls, spellCallers, spellTexts } from './said';

/** What texts of AWS name as the limit. */
export type NamedLimit = 'tokensPerMinute' | 'requestsPerMinute' | 'tokensPerDay' | 'capacity';

/** The limit behind each kind of text; a kind that is not here names none. */
const NAMED_LIMITS: Partial<Readonly<Record<ErrorKind, NamedLimit>>> = {
  tokensPerMinute: 'tokensPerMinute',
  requestsPerMinute: 'requestsPerMinute',
  tokensPerDay: 'tokensPerDay',
  capacity: 'capacity',
  modelNotReady: 'capacity',
};

/** A cause that says the same as a text, or more: of quotas of any dimension, or of one only. */
interface Consistent {
  readonly kind: CauseKind;
  /** @default - any, and none */
  readonly of?: Dimension;
}

/**
 * Which causes say the same as a text, or say it more exactly; with any other, AWS's words decide. Its "too many tokens"
 * includes what is reserved when a call starts, each rate may be passed in a burst inside the minute, and a quota of 0 is
 * told by the words of its own dimension or as tokens per day.
 */
export const CONSISTENT: Readonly<Record<NamedLimit, readonly Consistent[]>> = {
  tokensPerMinute: [
    { kind: 'tokensPerMinute' },
    { kind: 'reservation' },
    { kind: 'burst', of: 'tokensPerMinute' },
    { kind: 'zeroQuota', of: 'tokensPerMinute' },
  ],
  requestsPerMinute: [
    { kind: 'requestsPerMinute' },
    { kind: 'burst', of: 'requestsPerMinute' },
    { kind: 'zeroQuota', of: 'requestsPerMinute' },
  ],
  tokensPerDay: [{ kind: 'tokensPerDay' }, { kind: 'zeroQuota' }],
  capacity: [{ kind: 'capacity' }],
};

/** Whether a cause that was inferred says the same as AWS's words, or more. */
export function isConsistent(limit: NamedLimit, { cause, quota }: Pick<Diagnosis, 'cause' | 'quota'>): boolean {
  return CONSISTENT[limit].some(({ kind, of }) => kind === cause.kind && (of === undefined || of === quota?.dimension));
}

/** What AWS's words are held against. */
export interface ConfirmSources {
  /** Of the throttled minutes of the model. */
  readonly said: readonly LedgerGroup[];
  /** Throttled calls of the look-back, by the metric. */
  readonly throttles: number;
  /** Quotas the calls of the model spend, the fullest first. */
  readonly spent: readonly MappedQuota[];
}

/** The words, who heard them, and what the metrics alone said where that is something else. */
function spellWords({ said, throttles }: ConfirmSources, other: FoundCause | null, words: Words): string[] {
  const recorded = spellQuantity(countCalls(said), words.nouns.call, words);
  const counted = spellQuantity(throttles, words.nouns.throttledCall, words);
  const { confirmed, callers, inferred } = words.refusals;
  return [
    confirmed(recorded, counted, spellTexts(said, words)),
    ...spellCallers(said, words).map(callers),
    ...(other ? [inferred(spellCause(other.kind, words), words.cause.confidences[other.confidence])] : []),
  ];
}

/** The cause and quota that a limit means here, where the metrics pointed elsewhere. */
function decide(limit: NamedLimit, spent: readonly MappedQuota[]): Pick<Diagnosis, 'quota'> & { kind: CauseKind } {
  if (limit === 'capacity') return { kind: 'capacity', quota: null };
  const zero = limit === 'tokensPerDay' ? spent.find(({ appliedValue }) => appliedValue === 0) : undefined;
  if (zero) return { kind: 'zeroQuota', quota: zero };
  return { kind: limit, quota: spent.find(({ dimension }) => dimension === limit) ?? null };
}

/**
 * A diagnosis with AWS's own words, where they name a limit: with those that agree it stays as it is and is confirmed; with
 * others they decide, and both are told. Without words nothing changes, for events may be late or lost. The limit of most
 * calls counts.
 */
export function confirmDiagnosis(diagnosis: Diagnosis, sources: ConfirmSources): Diagnosis {
  const [limit] = countBy(sources.said, ({ kind }) => NAMED_LIMITS[kind] ?? null)[0] ?? [];
  if (limit === undefined) return diagnosis;
  const { cause } = diagnosis;
  if (isConsistent(limit, diagnosis)) {
    const evidence = (words: Words) => [...spellWords(sources, null, words), ...cause.evidence(words)];
    return { ...diagnosis, cause: { kind: cause.kind, confidence: 'confirmed', evidence } };
  }
  const { kind, quota } = decide(limit, sources.spent);
  const evidence = (words: Words) => [...spellWords(sources, cause, words), ...cause.evidence(words)];
  return { quota, reserved: null, cause: { kind, confidence: 'confirmed', evidence } };
}
