import type { DescribedFinding, Remedy } from './finding';
import type { UnmappedUsage } from './pool';
import { combineProvenance } from './quota-tokens';
import { seriesKeyOf } from './series-key';
import { toIso } from './time';
import { spellCount, spellQuantity } from './wording';

/** Something that could not be read, or not in full. */
export interface CoverageError {
  /** Stable name of what failed: `cloudwatch:GetMetricData`, `serviceQuotas:row`. */
  readonly source: string;
  /** One sentence for people: what failed and why. */
  readonly message: string;
}

/** How to find out what an id is. The id comes from outside: it enters a command only when a shell reads nothing into it. */
function identifyRemedy({ endpoint, modelId, isModelKnown }: UnmappedUsage, region: string): Remedy {
  if (isModelKnown) {
    return {
      title:
        'If one of the quotas of `quota-watchdog quotas --unmapped` is for it, join them with an override of the model mapping',
      command: `quota-watchdog quotas --unmapped --region ${region}`,
    };
  }
  if (endpoint === 'mantle') {
    return {
      title:
        'If one of the bedrock-mantle quotas in the list of quotas is for it, join them with an override of the model mapping',
      command: null,
    };
  }
  const isPlain = /^[\w.:/-]+$/.test(modelId);
  return {
    title:
      'Find out what calls it: a deleted application inference profile, or one the watchdog may not list, shows only its id',
    command: isPlain
      ? `aws bedrock get-inference-profile --inference-profile-identifier ${modelId} --region ${region}`
      : null,
  };
}

/** Traffic of the look-back that belongs to no known quota, with its amount; `null` when the series is quiet. */
export function findUnmappedUsage(usage: UnmappedUsage, region: string): DescribedFinding | null {
  const minutes = usage.recent;
  const attempts = minutes.reduce((sum, minute) => sum + minute.invocations + minute.throttles, 0);
  const tokens = minutes.reduce((sum, minute) => sum + minute.quotaTokens, 0);
  const last = minutes.at(-1);
  if (!last || (attempts === 0 && tokens === 0)) return null;
  const where = usage.endpoint === 'mantle' ? ' on bedrock-mantle' : '';
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
      remedies: [identifyRemedy(usage, region)],
    },
    context: {
      subject: `traffic of ${usage.isModelKnown ? 'a model without quota:' : 'unknown model id'} ${usage.modelId}${where}`,
      summary: `${spellQuantity(attempts, 'call')} with ${spellCount(tokens)} tokens came from the model id ${usage.modelId}${where}, which no known quota covers.`,
      details: [['Reason', usage.reason]],
    },
  };
}

/** What the watchdog cannot see, one finding a source. */
export function findCoverage(errors: readonly CoverageError[]): DescribedFinding[] {
  const bySource = new Map<string, string[]>();
  for (const { source, message } of errors) bySource.set(source, [...(bySource.get(source) ?? []), message]);
  return [...bySource].map(([source, messages]) => ({
    finding: {
      id: `coverage/${source}`,
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
      cause: { kind: 'unknown', confidence: 'high', evidence: messages.slice(0, 5) },
      remedies: [],
    },
    context: {
      subject: `the watchdog is partly blind: ${source}`,
      summary: messages[0] ?? source,
      details: messages.slice(1, 5).map((message) => ['Also', message] as const),
    },
  }));
}
