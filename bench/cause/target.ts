import type { QuotaTableRow } from '../../local/quotas/table';

/** A model that incidents are played on, with the codes of its quotas. */
export interface Target {
  readonly modelId: string;
  /** The model as its quotas name it. */
  readonly label: string;
  /** How its calls are named in quotas. */
  readonly scope: 'On-demand' | 'Cross-region';
  /** Quota tokens per output token. */
  readonly rate: number;
  /** Tokens. */
  readonly maxOutput: number;
}

/** Models of several families, rates and sizes of answers. */
export const TARGETS: readonly Target[] = [
  {
    modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    label: 'Anthropic Claude Sonnet 4.5 V1',
    scope: 'Cross-region',
    rate: 5,
    maxOutput: 64_000,
  },
  {
    modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    label: 'Anthropic Claude Haiku 4.5',
    scope: 'Cross-region',
    rate: 5,
    maxOutput: 64_000,
  },
  {
    modelId: 'us.anthropic.claude-opus-4-8',
    label: 'Anthropic Claude Opus 4.8',
    scope: 'Cross-region',
    rate: 15,
    maxOutput: 128_000,
  },
  { modelId: 'amazon.nova-lite-v1:0', label: 'Amazon Nova Lite', scope: 'On-demand', rate: 1, maxOutput: 5_000 },
  { modelId: 'openai.gpt-oss-120b-1:0', label: 'OpenAI GPT OSS 120B', scope: 'On-demand', rate: 1, maxOutput: 64_000 },
];

/** Limits of an incident; `null`: the account has no such quota. */
export interface Limits {
  readonly tokensPerMinute: number;
  readonly requestsPerMinute: number | null;
  readonly tokensPerDay: number;
}

export const TOKENS_CODE = 'L-00000001';
export const REQUESTS_CODE = 'L-00000002';
const DAY_CODE = 'L-E3F10727';

/** The quotas of an account in which only one model may be called. */
export function quotasOf({ label, scope }: Target, limits: Limits): QuotaTableRow[] {
  const row = (quotaCode: string, quotaName: string, appliedValue: number): QuotaTableRow => ({
    quotaCode,
    quotaName,
    appliedValue,
    defaultValue: null,
    adjustable: true,
  });
  const { tokensPerMinute, requestsPerMinute, tokensPerDay } = limits;
  return [
    row(TOKENS_CODE, `${scope} model inference tokens per minute for ${label}`, tokensPerMinute),
    ...(requestsPerMinute === null
      ? []
      : [row(REQUESTS_CODE, `${scope} model inference requests per minute for ${label}`, requestsPerMinute)]),
    row(DAY_CODE, 'Cross-Model Max Tokens Per Day', tokensPerDay),
  ];
}
