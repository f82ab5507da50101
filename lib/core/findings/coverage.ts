import type { UnmappedUsage } from '../traffic/model-traffic';
import { combineProvenance } from '../traffic/quota-tokens';
import type { BlindSpot } from '../vocabulary/blind-spot';
import type { DescribedFinding, Finding, Remedy } from '../vocabulary/finding';
import { seriesKeyOf } from '../vocabulary/series-key';
import { spellStatement } from '../vocabulary/statement';
import { toIso } from '../vocabulary/time';
import { spellReason } from '../vocabulary/unknown-reason';
import { spellCount, spellQuantity } from '../vocabulary/wording';
import type { Words } from '../words/words';
import type { IncreaseSources } from './remedies/increase';

/** How to find out what an id is. The id comes from outside: it enters a command only when a shell reads nothing into it. */
function identifyRemedy(
  { endpoint, modelId, isModelKnown }: UnmappedUsage,
  { region, words }: IncreaseSources,
): Remedy {
  if (isModelKnown) {
    return {
      title: words.unmapped.joinRuntime,
      command: `npx quota-watchdog quotas --unmapped --region ${region}`,
    };
  }
  if (endpoint === 'mantle') {
    return { title: words.unmapped.joinMantle, command: null };
  }
  const isPlain = /^[\w.:/-]+$/.test(modelId);
  return {
    title: words.unmapped.identify,
    command: isPlain
      ? `aws bedrock get-inference-profile --inference-profile-identifier ${modelId} --region ${region}`
      : null,
  };
}

/** Traffic of the look-back that belongs to no known quota, with its amount; `null` when the series is quiet. */
export function findUnmappedUsage(usage: UnmappedUsage, sources: IncreaseSources): DescribedFinding | null {
  const { words } = sources;
  const minutes = usage.recent;
  const attempts = minutes.reduce((sum, minute) => sum + minute.invocations + minute.throttles, 0);
  const tokens = minutes.reduce((sum, minute) => sum + minute.quotaTokens, 0);
  const last = minutes.at(-1);
  if (!last || (attempts === 0 && tokens === 0)) return null;
  const model = usage.endpoint === 'mantle' ? words.unmapped.mantle(usage.modelId) : usage.modelId;
  return {
    finding: {
      id: `unmappedUsage/${seriesKeyOf(usage)}`,
      kind: 'unmappedUsage',
      severity: 'unknown',
      quotaCode: null,
      modelIds: [usage.modelId],
      scope: null,
      dimension: null,
      usage: {
        value: tokens,
        unit: 'tokens',
        at: toIso(last.minute),
        window: 'lookback',
        provenance: combineProvenance(minutes.filter((m) => m.quotaTokens > 0).map((m) => m.provenance)),
      },
      appliedValue: null,
      utilizationPercent: null,
      headroom: null,
      exhaustionAt: null,
      cause: null,
      remedies: [identifyRemedy(usage, sources)],
    },
    context: {
      subject: usage.isModelKnown ? words.unmapped.subjectKnown(model) : words.unmapped.subject(model),
      summary: words.unmapped.summary(
        spellQuantity(attempts, words.nouns.call, words),
        spellCount(tokens, words),
        model,
      ),
      details: [['Reason', spellReason(usage.reason, words)]],
    },
  };
}

/** The public finding of something that is not, or was not, seen: no quota, no number, only why. */
export function toCoverageFinding(id: string, evidence: readonly string[], remedies: readonly Remedy[]): Finding {
  return {
    id,
    kind: 'coverage',
    severity: 'unknown',
    quotaCode: null,
    modelIds: [],
    scope: null,
    dimension: null,
    usage: null,
    appliedValue: null,
    utilizationPercent: null,
    headroom: null,
    exhaustionAt: null,
    cause: { kind: 'unknown', confidence: 'high', evidence },
    remedies,
  };
}

/** What the watchdog cannot see, one finding a source. */
export function findCoverage(blindSpots: readonly BlindSpot[], words: Words): DescribedFinding[] {
  const bySource = new Map<string, string[]>();
  for (const error of blindSpots) {
    const { source } = error;
    bySource.set(source, [...(bySource.get(source) ?? []), spellStatement(error, words)]);
  }
  return [...bySource].map(([source, messages]) => ({
    finding: toCoverageFinding(`coverage/${source}`, messages.slice(0, 5), []),
    context: {
      subject: words.coverage.subject(source),
      summary: messages[0] ?? source,
      details: messages.slice(1, 5).map((message) => ['Also', message] as const),
    },
  }));
}
