import type { FoundationModel } from '../vocabulary/model';
import { indexByName, reduceName } from './model-name';
import { isReplyRow, type ReplyRow, toAmount, toQuotaCode, toText } from './reply-row';
import { nameModel } from './same-model';

/** Which units a quota counts: those of one model however they are bought, with a term, without one, or of all base models without one. */
export type ModelUnitKind = 'ofModel' | 'withCommitment' | 'noCommitment' | 'noCommitmentOfAll';

/** A quota of model units of Provisioned Throughput. */
export interface ModelUnitQuota {
  readonly quotaCode: string;
  readonly quotaName: string;
  readonly kind: ModelUnitKind;
  /** Base model ids that the name names exactly; empty where it names none, and for all models. */
  readonly modelIds: readonly string[];
  /** Model units. Zero is a value, and what AWS begins with. */
  readonly appliedValue: number;
  readonly adjustable: boolean;
}

/** How the names begin, as `list-service-quotas` of us-east-1 has them ("Throughout" is AWS's own). Seen 2026-07. */
const NAMES: readonly { readonly kind: ModelUnitKind; readonly pattern: RegExp }[] = [
  { kind: 'noCommitmentOfAll', pattern: /^model units no-commitment provisioned throughputs across base models()$/i },
  {
    kind: 'ofModel',
    pattern: /^model units per provisioned model for (?:the \d+[km] context length variant for )?(.+)$/i,
  },
  {
    kind: 'withCommitment',
    pattern: /^model units, with commitment, for provisioned through(?:p|o)ut created for (?:base model )?(.+)$/i,
  },
  {
    kind: 'noCommitment',
    pattern: /^no-commitment model units for provisioned throughput created for base model (.+)$/i,
  },
];

/** The length of context at the end of a label: `200K`. */
const CONTEXT_LENGTH = / \d+[KM]$/i;

/** `V1.0`, which other names of the model have as `V1`. */
const FIRST_REVISION = /(?<= V\d+)\.0$/i;

function readName(quotaName: string): { readonly kind: ModelUnitKind; readonly label: string } | null {
  const text = quotaName.replace(/\s+/g, ' ').trim();
  for (const { kind, pattern } of NAMES) {
    const label = pattern.exec(text)?.[1];
    if (label !== undefined) return { kind, label: label.replace(CONTEXT_LENGTH, '').replace(FIRST_REVISION, '') };
  }
  return null;
}

/** Units are bought of models that are not called by their ids as well, so every model counts as one that can be named. */
function toNames(models: readonly FoundationModel[]): (label: string) => readonly string[] {
  const index = indexByName(models.map((model) => ({ ...model, inferenceTypes: [] })));
  return (label) => {
    const named = index.get(reduceName(label)) ?? [];
    const [first] = named;
    return first !== undefined && named.every((id) => nameModel([first], id)) ? named : [];
  };
}

function toQuota(row: ReplyRow, idsOf: (label: string) => readonly string[]): ModelUnitQuota | null {
  const [quotaCode, quotaName, appliedValue] = [toQuotaCode(row.QuotaCode), toText(row.QuotaName), toAmount(row.Value)];
  const name = quotaName === null ? null : readName(quotaName);
  if (quotaCode === null || quotaName === null || appliedValue === null || name === null) return null;
  const { kind, label } = name;
  return { quotaCode, quotaName, kind, modelIds: idsOf(label), appliedValue, adjustable: row.Adjustable === true };
}

/**
 * The quotas of model units in raw `ListServiceQuotas` rows; those of custom models are left out. A name that is not exactly
 * one model's is no model's, never a guess; rows that are junk are none. Never throws.
 */
export function toModelUnits(applied: readonly unknown[], models: readonly FoundationModel[]): ModelUnitQuota[] {
  const idsOf = toNames(models);
  return applied.flatMap((row) => {
    const quota = isReplyRow(row) ? toQuota(row, idsOf) : null;
    return quota ? [quota] : [];
  });
}
