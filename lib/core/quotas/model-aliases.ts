import type { ParsedQuotaName } from '../vocabulary/quota';
import { formatQuotaName } from './quota-name';

/** A quota whose label names a model in words that no listing of models uses; reviewed by a person. */
export interface ModelAlias {
  readonly quotaCode: string;
  /** The quota's name when reviewed, in canonical spelling. The alias holds only while the quota's name reads the same. */
  readonly expectedName: string;
  /** Base model ids, sorted. */
  readonly modelIds: readonly string[];
  /** Why label and ids are the same model. */
  readonly reason: string;
}

const KINDS = {
  onDemandRpm: { scope: 'onDemand', dimension: 'requestsPerMinute' },
  onDemandTpm: { scope: 'onDemand', dimension: 'tokensPerMinute' },
  crossRegionRpm: { scope: 'crossRegion', dimension: 'requestsPerMinute' },
  crossRegionTpm: { scope: 'crossRegion', dimension: 'tokensPerMinute' },
  daily: { scope: 'model', dimension: 'tokensPerDay' },
} as const satisfies Readonly<Record<string, Pick<ParsedQuotaName, 'scope' | 'dimension'>>>;

type Kind = keyof typeof KINDS;

interface ReviewedLabel {
  readonly label: string;
  readonly modelId: string;
  readonly reason: string;
  readonly codes: Readonly<Partial<Record<Kind, string>>>;
}

/**
 * Source: names and codes from `list-service-quotas` of us-east-1, 2026-07 (one label of 2024-03 says so); ids from
 * `list-foundation-models` of us-east-1, 2026-01 and 2026-06. A code may have an alias for each name it had.
 * Left unmapped on purpose, since neither listing has such a model: Amazon Nova 2 Omni, Amazon Nova 2 Pro Preview,
 * Amazon Rerank 1.0, Amazon Titan Image Generator G1 (the first; only G1 v2 is listed), Amazon Titan Text Premier; on
 * the mantle endpoint GPT-5.4 and GPT-5.5.
 */
const REVIEWED: readonly ReviewedLabel[] = [
  {
    label: 'Amazon Titan Express',
    modelId: 'amazon.titan-text-express-v1',
    reason: 'The name of 2024-03; since then the same codes say "Amazon Titan Text Express".',
    codes: { onDemandRpm: 'L-9EAB0D12', onDemandTpm: 'L-44992E63' },
  },
  {
    label: 'Amazon Titan Text Embeddings',
    modelId: 'amazon.titan-embed-text-v1',
    reason: 'The first text embeddings model, listed as "Titan Embeddings G1 - Text"; V2 has a label of its own.',
    codes: { onDemandRpm: 'L-879F6850', onDemandTpm: 'L-74B5B793' },
  },
  {
    label: 'Amazon Titan Text Embeddings V2',
    modelId: 'amazon.titan-embed-text-v2:0',
    reason: 'The id says text-v2; amazon.titan-embed-g1-text-02 is an older id listed under the same name.',
    codes: { onDemandRpm: 'L-26C560CE', onDemandTpm: 'L-DE641971' },
  },
  {
    label: 'Gemma 3 4B',
    modelId: 'google.gemma-3-4b-it',
    reason: 'The only Gemma 3 with 4B parameters; listed as "Gemma 3 4B IT".',
    codes: { onDemandRpm: 'L-3056DF33', onDemandTpm: 'L-73FB8466', daily: 'L-B214FE1F' },
  },
  {
    label: 'Gemma 3 12B',
    modelId: 'google.gemma-3-12b-it',
    reason: 'The only Gemma 3 with 12B parameters; listed as "Gemma 3 12B IT".',
    codes: { onDemandRpm: 'L-999037CA', onDemandTpm: 'L-3FD4A73E', daily: 'L-21B33FBF' },
  },
  {
    label: 'Gemma 3 27B',
    modelId: 'google.gemma-3-27b-it',
    reason: 'The only Gemma 3 with 27B parameters; listed as "Gemma 3 27B PT", though its id ends in -it.',
    codes: { onDemandRpm: 'L-5D46C7AF', onDemandTpm: 'L-F8729E94', daily: 'L-697D525B' },
  },
  {
    label: 'Magistral Small 1.2',
    modelId: 'mistral.magistral-small-2509',
    reason: 'Mistral calls the Magistral Small of 2025-09 version 1.2; the only Magistral listed.',
    codes: { onDemandRpm: 'L-B14A9603', onDemandTpm: 'L-D18AC5F7', daily: 'L-E802C648' },
  },
  {
    label: 'Meta Llama 4 Maverick V1',
    modelId: 'meta.llama4-maverick-17b-instruct-v1:0',
    reason: 'The only Maverick; the listing adds "17B Instruct".',
    codes: { crossRegionRpm: 'L-4F18EF2F', crossRegionTpm: 'L-DE3FBBF4', daily: 'L-4757258D' },
  },
  {
    label: 'Meta Llama 4 Scout V1',
    modelId: 'meta.llama4-scout-17b-instruct-v1:0',
    reason: 'The only Scout; the listing adds "17B Instruct".',
    codes: { crossRegionRpm: 'L-751B753A', crossRegionTpm: 'L-532E6630', daily: 'L-A9798316' },
  },
  {
    label: 'Ministral 3B 3.0',
    modelId: 'mistral.ministral-3-3b-instruct',
    reason: 'Ministral 3 with 3B parameters; listed as "Ministral 3B", its 14B sister as "Ministral 14B 3.0".',
    codes: { onDemandRpm: 'L-DCA37E91', onDemandTpm: 'L-8A4BEE90', daily: 'L-44949E31' },
  },
  {
    label: 'Ministral 8B 3.0',
    modelId: 'mistral.ministral-3-8b-instruct',
    reason: 'Ministral 3 with 8B parameters; listed as "Ministral 3 8B", its 14B sister as "Ministral 14B 3.0".',
    codes: { onDemandRpm: 'L-2BDF9A55', onDemandTpm: 'L-3B98F300', daily: 'L-0E9E2B3A' },
  },
  {
    label: 'Mistral Large',
    modelId: 'mistral.mistral-large-2402-v1:0',
    reason: 'The Mistral Large before version 3, listed as "Mistral Large (24.02)".',
    codes: { onDemandRpm: 'L-3AF844DB' },
  },
  {
    label: 'Mistral AI Mistral Large',
    modelId: 'mistral.mistral-large-2402-v1:0',
    reason: 'Token quotas of the model whose request quota says "Mistral Large"; listed as "Mistral Large (24.02)".',
    codes: { onDemandTpm: 'L-01447289', daily: 'L-7A3C4C1E' },
  },
  {
    label: 'Mistral AI Mistral Small',
    modelId: 'mistral.mistral-small-2402-v1:0',
    reason: 'The only Mistral Small, listed as "Mistral Small (24.02)".',
    codes: { onDemandRpm: 'L-1CBB0490', onDemandTpm: 'L-82C15FA8', daily: 'L-163043A1' },
  },
  {
    label: 'Mistral AI Mixtral 8X7BB Instruct',
    modelId: 'mistral.mixtral-8x7b-instruct-v0:1',
    reason: 'A typing error of AWS for 8x7B; in 2024 the same code named mixtral-8x7b-instruct-v0.',
    codes: { onDemandTpm: 'L-490F4D1F' },
  },
  {
    label: 'NVIDIA Nemotron Nano 2',
    modelId: 'nvidia.nemotron-nano-9b-v2',
    reason: 'Nemotron Nano, second version, text only: the 9B; the 12B is the VL model.',
    codes: { onDemandRpm: 'L-AC7B3FB9', onDemandTpm: 'L-33D3627D', daily: 'L-001AC859' },
  },
  {
    label: 'NVIDIA Nemotron Nano 2 VL',
    modelId: 'nvidia.nemotron-nano-12b-v2',
    reason: 'The listing calls this id "NVIDIA Nemotron Nano 12B v2 VL BF16"; the only VL model of the family.',
    codes: { onDemandRpm: 'L-30B384EA', onDemandTpm: 'L-A05A5476', daily: 'L-0D51F1E3' },
  },
  {
    label: 'Twelve Labs Marengo',
    modelId: 'twelvelabs.marengo-embed-2-7-v1:0',
    reason: 'Two Marengo models are listed, 2.7 and 3.0, and 3.0 has quotas under its own label.',
    codes: { onDemandRpm: 'L-FF840FB7', crossRegionRpm: 'L-E967C2DE' },
  },
  {
    label: 'Twelve Labs Pegasus',
    modelId: 'twelvelabs.pegasus-1-2-v1:0',
    reason: 'The only Pegasus, listed as "Pegasus v1.2".',
    codes: { onDemandRpm: 'L-5E8692C5', crossRegionRpm: 'L-6E046197' },
  },
  {
    label: 'Voxtral Mini 1.0',
    modelId: 'mistral.voxtral-mini-3b-2507',
    reason: 'The only Voxtral Mini, listed as "Voxtral Mini 3B 2507".',
    codes: { onDemandRpm: 'L-17AE85BD', onDemandTpm: 'L-0B767044', daily: 'L-DB52ACF5' },
  },
  {
    label: 'Voxtral Small 1.0',
    modelId: 'mistral.voxtral-small-24b-2507',
    reason: 'The only Voxtral Small, listed as "Voxtral Small 24B 2507".',
    codes: { onDemandRpm: 'L-ACB2FB6A', onDemandTpm: 'L-930E2896', daily: 'L-D65012EF' },
  },
];

function toAliases({ label, modelId, reason, codes }: ReviewedLabel): ModelAlias[] {
  return (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const quotaCode = codes[kind];
    if (quotaCode === undefined) return [];
    const name = { endpoint: 'runtime', variant: null, modelLabel: label, ...KINDS[kind] } as const;
    return [{ quotaCode, expectedName: formatQuotaName(name), modelIds: [modelId], reason }];
  });
}

/** The reviewed aliases, one per quota code and name. Where the exact rule finds the same model, it speaks. */
export const MODEL_ALIASES: readonly ModelAlias[] = REVIEWED.flatMap(toAliases);
