import { minuteOf, quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { calm, explain, full, globalTokens, TOKENS, US } from './explaining';

const GLOBAL = `global.${SONNET}`;
const CHAIN = `${TOKENS} tried ${GLOBAL}, then ${US}`;

describe('a text that names several models', () => {
  const account = {
    quotas: [quota(), requestQuota(), globalTokens],
    series: [series(US, full), series(GLOBAL, calm)],
  };

  it('has each judged, and the one that tells most is the answer, wherever it stands', () => {
    const told = explain(CHAIN, account, { modelId: null });
    expect(told).toMatchObject({ modelId: US, quota: { quotaCode: 'L-F4DDD3EB' }, cause: { kind: 'tokensPerMinute' } });
    expect(told.notes[0]).toBe(`the text names several models; the clearest evidence is for ${US}`);
    expect(told.notes.at(-1)).toMatch(new RegExp(`^for ${GLOBAL}: .*confidence`));
    expect(told.candidates.map(({ quotaCode }) => quotaCode)).toEqual(['L-F4DDD3EB', 'L-0000000A']);
  });

  it('is of the one given, when one is', () => {
    expect(explain(CHAIN, account, { modelId: GLOBAL }).modelId).toBe(GLOBAL);
  });

  it('is of one model when all its ids name it', () => {
    const arn = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${US}`;
    const told = explain(`${TOKENS} ${US} ${arn}`, account, {
      modelId: null,
      resolve: (id) => ({
        kind: 'model',
        scope: 'crossRegion',
        baseModelId: SONNET,
        via: 'profile',
        name: id,
      }),
    });
    expect(told.cause.kind).toBe('tokensPerMinute');
    expect(told.notes.join()).not.toContain('several');
  });
});

describe('a text of the mantle endpoint', () => {
  const OPUS = 'anthropic.claude-opus-4-8';
  const mantle = (dimension: 'inputTokensPerMinute' | 'outputTokensPerMinute', appliedValue = 10_000_000) =>
    quota({
      quotaCode: dimension === 'inputTokensPerMinute' ? 'L-8528F119' : 'L-37491D63',
      endpoint: 'mantle',
      scope: 'onDemand',
      dimension,
      appliedValue,
      modelIds: [OPUS],
    });
  const TEXT = `POST https://bedrock-mantle.us-east-1.api.aws/v1/messages 429 Too many tokens, please wait before trying again. model ${OPUS}`;
  const asked = (input: number) =>
    explain(
      TEXT,
      {
        quotas: [
          mantle('inputTokensPerMinute'),
          mantle('outputTokensPerMinute'),
          quota({ scope: 'onDemand', modelIds: [OPUS] }),
        ],
        series: [
          {
            endpoint: 'mantle',
            modelId: OPUS,
            complete: true,
            minutes: [usage(minuteOf('14:30'), { invocations: 9, input, output: 10_000 })],
          },
        ],
      },
      {
        modelId: null,
        resolve: (id) => ({ kind: 'model', scope: 'onDemand', baseModelId: id, via: 'base', name: id }),
      },
    );

  it('is judged by the quotas of that endpoint', () => {
    const told = asked(9_900_000);
    expect(told).toMatchObject({
      quota: { quotaCode: 'L-8528F119' },
      cause: { kind: 'tokensPerMinute', confidence: 'medium' },
    });
    expect(told.candidates.map(({ quotaCode }) => quotaCode)).toEqual(['L-8528F119', 'L-37491D63']);
    expect(told.cause.evidence).toContain('no metric counts the 429s of the mantle endpoint');
  });

  it('is a reservation against the input quota when use is low', () => {
    const told = asked(1_000_000);
    expect(told).toMatchObject({
      quota: { quotaCode: 'L-8528F119' },
      cause: { kind: 'reservation', confidence: 'low' },
    });
    expect(told.cause.evidence.join()).toContain('input + max_tokens are reserved against the input quota');
  });
});
