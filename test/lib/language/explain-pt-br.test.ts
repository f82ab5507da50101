import { renderExplain } from '../../../cli/explain/render';
import { PLAIN_STYLE } from '../../../cli/terminal/style';
import { type Explanation, explainError } from '../../../lib/core/answers/explain';
import { commandWordsOf } from '../../../lib/language/command-words';
import type { Language } from '../../../lib/language/language';
import {
  calm,
  DAY,
  full,
  globalTokens,
  modelDay,
  REQUESTS,
  refused,
  TOKENS,
  US,
} from '../core/answers/explain/explaining';
import { input } from '../core/findings/evaluation';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../core/fixtures';
import { type JudgeInput, judge } from '../core/judge';
import { ENGLISH, ours } from './brazilian';

interface Told {
  readonly explanation: Explanation;
  readonly text: string;
}

function tell(text: string, changes: Partial<JudgeInput>, modelId: string | null, language: Language): Told {
  const account = input({ ...changes, language });
  const { quotas, resolve } = account;
  const evaluation = judge(account);
  const words = commandWordsOf(language);
  const profiles = [US, `global.${SONNET}`].map((id) => ({
    id,
    arn: `arn:aws:bedrock:us-east-1::inference-profile/${id}`,
    name: id,
    type: 'SYSTEM_DEFINED' as const,
    modelArns: [`arn:aws:bedrock:us-east-1::foundation-model/${SONNET}`],
  }));
  const explanation = explainError({ text, modelId, quotas, resolve, profiles, evaluation, words });
  return { explanation, text: renderExplain({ explanation, document: evaluation.document }, PLAIN_STYLE, words) };
}

/** One line each, without the error, the commands, and options and commands that stand in a sentence. */
function withoutOutside(text: string): string {
  return ours(text.replace(/\n {3,}/g, ' '))
    .replace(/^erro .*/m, '')
    .replace(/--\w+|quotas (?=as lista|lista)|\(quotas /g, '');
}

const all = [quota(), requestQuota({ defaultValue: null }), dailyPool(), globalTokens, modelDay];
const unmappedTokens = quota({ quotaCode: 'L-0000000E', mapping: 'unmapped', modelIds: [] });
const zero = quota({ appliedValue: 0 });

const SCENES: readonly (readonly [string, Partial<JudgeInput>, string | null])[] = [
  ['calm', { quotas: all, series: [series(US, calm)] }, US],
  ['full', { quotas: all, series: [series(US, full)] }, US],
  ['full and not asked for', { quotas: all, series: [series(US, full)] }, null],
  ['refused', { quotas: all, series: [series(US, refused)] }, US],
  ['a lower bound', { quotas: all, series: [series(US, calm, false)] }, US],
  ['a quota of 0', { quotas: [zero], series: [series(US, refused)] }, US],
  ['no quota', { quotas: [unmappedTokens], series: [series(US, calm)] }, US],
  ['no traffic', { quotas: all, series: [] }, US],
  ['the base id', { quotas: all, series: [series(US, full)] }, SONNET],
  [
    'a full day',
    { quotas: all, series: [series(US, [usage('10:00', { invocations: 90, estimatedTpm: 9_900_000 })])] },
    US,
  ],
  ['several throttled', { quotas: all, series: [series(US, full), series(`global.${SONNET}`, refused)] }, null],
  [
    'gaps',
    {
      quotas: [],
      series: [],
      blindSpots: [
        { source: 'servicequotas:ListServiceQuotas', message: 'denied' },
        { source: 'cloudwatch:GetMetricData', message: 'denied' },
      ],
    },
    US,
  ],
];

const TEXTS = [
  DAY,
  TOKENS,
  REQUESTS,
  'ThrottlingException: Rate exceeded',
  'ServiceQuotaExceededException',
  'ServiceUnavailableException',
  'ModelNotReadyException',
  'ModelStreamErrorException',
  "on-demand throughput isn't supported",
  'AccessDeniedException',
  'The provided model identifier is invalid.',
  'Input is too long for requested model.',
  'Kaboom',
];

describe.each(SCENES)('in pt-BR, %s', (_, changes, modelId) => {
  it.each(TEXTS)('%s has no English left', (text) => {
    const told = tell(text, changes, modelId, 'pt-BR');
    expect(withoutOutside(told.text)).not.toMatch(ENGLISH);
    expect(withoutOutside(told.text)).not.toMatch(/\d,\d{3}|Region\b/);
  });

  it.each(TEXTS)('%s is judged as in English, sentence for sentence', (text) => {
    const [english, portuguese] = (['en', 'pt-BR'] as const).map(
      (one) => tell(text, changes, modelId, one).explanation,
    );
    const judged = (one: Explanation | undefined) =>
      one && {
        kind: one.error.kind,
        model: one.model,
        cause: { ...one.cause, evidence: one.cause.evidence.length },
        notes: one.notes.length,
        candidates: one.candidates,
        commands: one.remedies.map(({ command }) => command),
      };
    expect(judged(portuguese)).toEqual(judged(english));
    const sentences = (one: Explanation | undefined) =>
      one ? [one.error.meaning, ...one.notes, ...one.cause.evidence, ...one.remedies.map(({ title }) => title)] : [];
    const shared = sentences(portuguese).filter((sentence) => sentences(english).includes(sentence));
    expect(shared).toEqual([]);
  });
});

it('tokens per minute at their limit, as a Brazilian engineer reads them', () => {
  const { text } = tell(TOKENS, { quotas: [quota()], series: [series(US, full)] }, US, 'pt-BR');
  expect(text).toContain('aqui      tokens por minuto, L-F4DDD3EB (confiança alta)\n');
  expect(text).toContain('evidência no limite em todos os minutos com throttling\n');
  expect(text).toMatch(/^L-F4DDD3EB +98% +980\.000 +1\.000\.000 +5\.000\.000 +14:31\n {10}TPM entre Regiões, nativo$/m);
});
