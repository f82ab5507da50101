import type { UnmappedUsage } from '../traffic/model-traffic';
import { combineProvenance } from '../traffic/quota-tokens';
import type { Found, FoundContext, FoundRemedy } from '../vocabulary/found';
import { seriesKeyOf } from '../vocabulary/series-key';
import { spellCommand } from '../vocabulary/shell-command';
import { spellReason } from '../vocabulary/unknown-reason';
import { spellCount, spellQuantity } from '../vocabulary/wording';
import type { Words } from '../words/words';

/** How to find out what an id is. */
function identifyRemedy({ endpoint, modelId, isModelKnown, reason }: UnmappedUsage, region: string): FoundRemedy {
  if (isModelKnown) {
    return {
      title: (words) => words.unmapped.joinRuntime,
      command: spellCommand('npx quota-watchdog quotas --unmapped --region', { value: region }),
    };
  }
  if (reason.why === 'otherSets' || reason.why === 'mantleRest') {
    return { title: (words) => words.unmapped.lookAtSets, command: null };
  }
  if (endpoint === 'mantle') return { title: (words) => words.unmapped.joinMantle, command: null };
  return {
    title: (words) => words.unmapped.identify,
    command: spellCommand(
      'aws bedrock get-inference-profile --inference-profile-identifier',
      { id: modelId },
      '--region',
      { value: region },
    ),
  };
}

interface Amount {
  readonly attempts: number;
  readonly tokens: number;
}

function tellUsage(usage: UnmappedUsage, { attempts, tokens }: Amount, words: Words): FoundContext {
  const name = usage.modelId === '' ? words.unmapped.noModelId : usage.modelId;
  const model = usage.endpoint === 'mantle' ? words.unmapped.mantle(name) : name;
  return {
    subject: usage.isModelKnown ? words.unmapped.subjectKnown(model) : words.unmapped.subject(model),
    summary: words.unmapped.summary(spellQuantity(attempts, words.nouns.call, words), spellCount(tokens, words), model),
    details: [['Reason', spellReason(usage.reason, words)]],
  };
}

/** Traffic of the look-back that belongs to no known quota, with its amount; `null` when the series is quiet. */
export function findUnmappedUsage(usage: UnmappedUsage, region: string): Found | null {
  const minutes = usage.recent;
  const attempts = minutes.reduce((sum, minute) => sum + minute.invocations + minute.throttles, 0);
  const tokens = minutes.reduce((sum, minute) => sum + minute.quotaTokens, 0);
  const last = minutes.at(-1);
  if (!last || (attempts === 0 && tokens === 0)) return null;
  const isUnlimited = usage.reason.why === 'noMantleLimit';
  return {
    id: `unmappedUsage/${seriesKeyOf(usage)}`,
    kind: 'unmappedUsage',
    severity: isUnlimited ? 'ok' : 'unknown',
    quotaCode: null,
    modelIds: usage.modelId === '' ? [] : [usage.modelId],
    scope: null,
    dimension: null,
    usage: {
      value: tokens,
      unit: 'tokens',
      at: last.minute,
      window: 'lookback',
      provenance: combineProvenance(minutes.filter((m) => m.quotaTokens > 0).map((m) => m.provenance)),
    },
    appliedValue: null,
    utilizationPercent: null,
    headroom: null,
    exhaustionAt: null,
    cause: null,
    remedies: isUnlimited ? [] : [identifyRemedy(usage, region)],
    context: (words) => tellUsage(usage, { attempts, tokens }, words),
  };
}
