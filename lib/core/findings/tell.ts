import type { Cause, DescribedFinding, Finding, MeasuredUsage, Remedy, Usage } from '../vocabulary/finding';
import type { Found, FoundCause, FoundRemedy } from '../vocabulary/found';
import { toIso } from '../vocabulary/time';
import type { Words } from '../words/words';

/** In which words a finding is told: programs read one language everywhere, people theirs. */
export interface Readers {
  /** Of evidence and titles in documents and events. */
  readonly programs: Words;
  /** Of messages, pages and terminals. */
  readonly people: Words;
}

/** A usage as programs read it: its minute in ISO. */
export function toUsage(usage: MeasuredUsage): Usage {
  return { ...usage, at: usage.at === null ? null : toIso(usage.at) };
}

/** A cause with its evidence in words. */
export function tellCause({ kind, confidence, evidence }: FoundCause, words: Words): Cause {
  return { kind, confidence, evidence: evidence(words) };
}

/** A remedy with its title in words. */
export function tellRemedy({ title, command }: FoundRemedy, words: Words): Remedy {
  return { title: title(words), command };
}

/** The public finding, its sentences in one language. */
export function toFinding(found: Found, words: Words): Finding {
  const { usage, usageNow, exhaustionAt, cause, remedies } = found;
  return {
    id: found.id,
    kind: found.kind,
    severity: found.severity,
    quotaCode: found.quotaCode,
    modelIds: found.modelIds,
    scope: found.scope,
    dimension: found.dimension,
    usage: usage && toUsage(usage),
    ...(usageNow === undefined ? {} : { usageNow: usageNow && { ...usageNow, at: toIso(usageNow.at) } }),
    appliedValue: found.appliedValue,
    ...(found.effectiveLimit === undefined ? {} : { effectiveLimit: found.effectiveLimit }),
    utilizationPercent: found.utilizationPercent,
    headroom: found.headroom,
    exhaustionAt: exhaustionAt === null ? null : toIso(exhaustionAt),
    ...(found.consumers === undefined ? {} : { consumers: found.consumers }),
    cause: cause && tellCause(cause, words),
    remedies: remedies.map((remedy) => tellRemedy(remedy, words)),
  };
}

/** The public finding as programs read it, with the words for people; their remedies where they read another language. */
export function describe(found: Found, { programs, people }: Readers): DescribedFinding {
  const context = found.context(people);
  return {
    finding: toFinding(found, programs),
    context:
      people === programs
        ? context
        : { ...context, remedies: found.remedies.map((remedy) => tellRemedy(remedy, people)) },
  };
}
