/**
 * Labels that the exact rule cannot resolve, read one by one against the model list. The key is the quota code, for AWS
 * renames rows and keeps codes; the name is a guard: when it no longer agrees, the row is not used.
 * Source: quota names and models of us-east-1, 2026-07 and 2026-06.
 *
 * Left out, for no model of the lists is certain: Amazon Nova 2 Omni, Amazon Nova 2 Pro Preview, Amazon Rerank 1.0,
 * Amazon Titan Image Generator G1, Amazon Titan Text Premier.
 */

/** One reviewed row. */
export interface ModelAlias {
  readonly quotaCode: string;
  /** The quota's name when the row was reviewed. */
  readonly expectedName: string;
  readonly modelIds: readonly string[];
  readonly reason: string;
}

interface AliasGroup {
  readonly modelId: string;
  readonly reason: string;
  /** Quota code → expected name. */
  readonly quotas: Readonly<Record<string, string>>;
}

const GROUPS: readonly AliasGroup[] = [
  {
    modelId: 'amazon.titan-embed-text-v2:0',
    reason:
      'two ids share the name; the other, titan-embed-g1-text-02, is the older spelling without a version of its own',
    quotas: {
      'L-26C560CE': 'On-demand model inference requests per minute for Amazon Titan Text Embeddings V2',
      'L-DE641971': 'On-demand model inference tokens per minute for Amazon Titan Text Embeddings V2',
    },
  },
  {
    modelId: 'amazon.titan-embed-text-v1',
    reason: 'the model list calls it "Titan Embeddings G1 - Text"',
    quotas: {
      'L-74B5B793': 'On-demand model inference tokens per minute for Amazon Titan Text Embeddings',
      'L-879F6850': 'On-demand model inference requests per minute for Amazon Titan Text Embeddings',
    },
  },
  {
    modelId: 'google.gemma-3-4b-it',
    reason: 'the model list adds "IT"',
    quotas: {
      'L-3056DF33': 'On-demand model inference requests per minute for Gemma 3 4B',
      'L-73FB8466': 'On-demand model inference tokens per minute for Gemma 3 4B',
      'L-B214FE1F': 'Model invocation max tokens per day for Gemma 3 4B (doubled for cross-region calls)',
    },
  },
  {
    modelId: 'google.gemma-3-12b-it',
    reason: 'the model list adds "IT"',
    quotas: {
      'L-21B33FBF': 'Model invocation max tokens per day for Gemma 3 12B (doubled for cross-region calls)',
      'L-3FD4A73E': 'On-demand model inference tokens per minute for Gemma 3 12B',
      'L-999037CA': 'On-demand model inference requests per minute for Gemma 3 12B',
    },
  },
  {
    modelId: 'google.gemma-3-27b-it',
    reason: 'the model list says "PT", the id "it"; there is one 27B',
    quotas: {
      'L-5D46C7AF': 'On-demand model inference requests per minute for Gemma 3 27B',
      'L-697D525B': 'Model invocation max tokens per day for Gemma 3 27B (doubled for cross-region calls)',
      'L-F8729E94': 'On-demand model inference tokens per minute for Gemma 3 27B',
    },
  },
  {
    modelId: 'mistral.magistral-small-2509',
    reason: 'version 1.2 is the release of 2025-09',
    quotas: {
      'L-B14A9603': 'On-demand model inference requests per minute for Magistral Small 1.2',
      'L-D18AC5F7': 'On-demand model inference tokens per minute for Magistral Small 1.2',
      'L-E802C648': 'Model invocation max tokens per day for Magistral Small 1.2 (doubled for cross-region calls)',
    },
  },
  {
    modelId: 'meta.llama4-maverick-17b-instruct-v1:0',
    reason: 'the label leaves out "17B Instruct"',
    quotas: {
      'L-4757258D': 'Model invocation max tokens per day for Meta Llama 4 Maverick V1 (doubled for cross-region calls)',
      'L-4F18EF2F': 'Cross-region model inference requests per minute for Meta Llama 4 Maverick V1',
      'L-DE3FBBF4': 'Cross-region model inference tokens per minute for Meta Llama 4 Maverick V1',
    },
  },
  {
    modelId: 'meta.llama4-scout-17b-instruct-v1:0',
    reason: 'the label leaves out "17B Instruct"',
    quotas: {
      'L-532E6630': 'Cross-region model inference tokens per minute for Meta Llama 4 Scout V1',
      'L-751B753A': 'Cross-region model inference requests per minute for Meta Llama 4 Scout V1',
      'L-A9798316': 'Model invocation max tokens per day for Meta Llama 4 Scout V1 (doubled for cross-region calls)',
    },
  },
  {
    modelId: 'mistral.ministral-3-3b-instruct',
    reason: 'word order: Ministral 3, 3B',
    quotas: {
      'L-44949E31': 'Model invocation max tokens per day for Ministral 3B 3.0 (doubled for cross-region calls)',
      'L-8A4BEE90': 'On-demand model inference tokens per minute for Ministral 3B 3.0',
      'L-DCA37E91': 'On-demand model inference requests per minute for Ministral 3B 3.0',
    },
  },
  {
    modelId: 'mistral.ministral-3-8b-instruct',
    reason: 'word order: Ministral 3, 8B',
    quotas: {
      'L-0E9E2B3A': 'Model invocation max tokens per day for Ministral 8B 3.0 (doubled for cross-region calls)',
      'L-2BDF9A55': 'On-demand model inference requests per minute for Ministral 8B 3.0',
      'L-3B98F300': 'On-demand model inference tokens per minute for Ministral 8B 3.0',
    },
  },
  {
    modelId: 'mistral.mistral-large-2402-v1:0',
    reason: 'the model list adds the release, "(24.02)"',
    quotas: {
      'L-01447289': 'On-demand model inference tokens per minute for Mistral AI Mistral Large',
      'L-7A3C4C1E': 'Model invocation max tokens per day for Mistral AI Mistral Large (doubled for cross-region calls)',
    },
  },
  {
    modelId: 'mistral.mistral-large-2402-v1:0',
    reason: 'the same model under a second label',
    quotas: {
      'L-3AF844DB': 'On-demand model inference requests per minute for Mistral Large',
    },
  },
  {
    modelId: 'mistral.mistral-small-2402-v1:0',
    reason: 'the model list adds the release, "(24.02)"',
    quotas: {
      'L-163043A1': 'Model invocation max tokens per day for Mistral AI Mistral Small (doubled for cross-region calls)',
      'L-1CBB0490': 'On-demand model inference requests per minute for Mistral AI Mistral Small',
      'L-82C15FA8': 'On-demand model inference tokens per minute for Mistral AI Mistral Small',
    },
  },
  {
    modelId: 'mistral.mixtral-8x7b-instruct-v0:1',
    reason: '"8X7BB" is a slip of the quota name',
    quotas: {
      'L-490F4D1F': 'On-demand model inference tokens per minute for Mistral AI Mixtral 8X7BB Instruct',
    },
  },
  {
    modelId: 'nvidia.nemotron-nano-9b-v2',
    reason: 'the text model of Nemotron Nano 2 has 9B',
    quotas: {
      'L-001AC859': 'Model invocation max tokens per day for NVIDIA Nemotron Nano 2 (doubled for cross-region calls)',
      'L-33D3627D': 'On-demand model inference tokens per minute for NVIDIA Nemotron Nano 2',
      'L-AC7B3FB9': 'On-demand model inference requests per minute for NVIDIA Nemotron Nano 2',
    },
  },
  {
    modelId: 'nvidia.nemotron-nano-12b-v2',
    reason: 'the vision model of Nemotron Nano 2 has 12B',
    quotas: {
      'L-0D51F1E3':
        'Model invocation max tokens per day for NVIDIA Nemotron Nano 2 VL (doubled for cross-region calls)',
      'L-30B384EA': 'On-demand model inference requests per minute for NVIDIA Nemotron Nano 2 VL',
      'L-A05A5476': 'On-demand model inference tokens per minute for NVIDIA Nemotron Nano 2 VL',
    },
  },
  {
    modelId: 'twelvelabs.marengo-embed-2-7-v1:0',
    reason: '3.0 has a label of its own; 2.7 is the only other',
    quotas: {
      'L-E967C2DE': 'Cross-region model inference requests per minute for Twelve Labs Marengo',
      'L-FF840FB7': 'On-demand model inference requests per minute for Twelve Labs Marengo',
    },
  },
  {
    modelId: 'twelvelabs.pegasus-1-2-v1:0',
    reason: '1.2 is the only Pegasus',
    quotas: {
      'L-5E8692C5': 'On-demand model inference requests per minute for Twelve Labs Pegasus',
      'L-6E046197': 'Cross-region model inference requests per minute for Twelve Labs Pegasus',
    },
  },
  {
    modelId: 'mistral.voxtral-mini-3b-2507',
    reason: 'version 1.0 is the release of 2025-07',
    quotas: {
      'L-0B767044': 'On-demand model inference tokens per minute for Voxtral Mini 1.0',
      'L-17AE85BD': 'On-demand model inference requests per minute for Voxtral Mini 1.0',
      'L-DB52ACF5': 'Model invocation max tokens per day for Voxtral Mini 1.0 (doubled for cross-region calls)',
    },
  },
  {
    modelId: 'mistral.voxtral-small-24b-2507',
    reason: 'version 1.0 is the release of 2025-07',
    quotas: {
      'L-930E2896': 'On-demand model inference tokens per minute for Voxtral Small 1.0',
      'L-ACB2FB6A': 'On-demand model inference requests per minute for Voxtral Small 1.0',
      'L-D65012EF': 'Model invocation max tokens per day for Voxtral Small 1.0 (doubled for cross-region calls)',
    },
  },
];

/** The alias table by quota code. */
export const MODEL_ALIASES: ReadonlyMap<string, ModelAlias> = new Map(
  GROUPS.flatMap(({ modelId, reason, quotas }) =>
    Object.entries(quotas).map(([quotaCode, expectedName]) => [
      quotaCode,
      { quotaCode, expectedName, modelIds: [modelId], reason },
    ]),
  ),
);
