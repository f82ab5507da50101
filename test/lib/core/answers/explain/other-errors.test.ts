import { isOwnQuota } from '../../../../../lib/core/answers/explain/explanation';
import type { InferenceProfile } from '../../../../../lib/core/vocabulary/model';
import { quota, requestQuota, SONNET, series } from '../../fixtures';
import { calm, explain, full, globalTokens, TOKENS, US } from './explaining';

describe('other errors', () => {
  test('a throttle without a limit is judged by the state', () => {
    expect(explain('ThrottlingException', { series: [series(US, full)] }).cause.kind).toBe('tokensPerMinute');
    expect(explain('ThrottlingException', { series: [series(US, calm)] }).cause.kind).toBe('unknown');
  });

  test('503 is capacity, whatever the quotas', () => {
    const explanation = explain('ServiceUnavailableException: Too many connections', {
      quotas: [quota({ appliedValue: 0 }), requestQuota()],
      series: [series(US, full)],
    });
    expect(explanation).toMatchObject({ quota: null, cause: { kind: 'capacity', confidence: 'high' } });
    expect(isOwnQuota(explanation)).toBe(false);
  });

  test('on-demand throughput: the profiles of the Region, with their room', () => {
    const profile = (id: string, type: InferenceProfile['type'] = 'SYSTEM_DEFINED') => ({
      id,
      arn: '',
      name: id,
      type,
      modelArns: [],
    });
    const text = `Invocation of model ID ${SONNET} with on-demand throughput isn\u2019t supported.`;
    const question = {
      modelId: null,
      profiles: [profile(`global.${SONNET}`), profile(US), profile('app', 'APPLICATION'), profile('who')],
    };
    const { remedies, cause, model } = explain(
      text,
      { quotas: [quota(), { ...globalTokens, appliedValue: 0 }], series: [series(US, full)] },
      question,
    );
    expect({ kind: cause.kind, scope: model?.scope }).toEqual({ kind: 'unknown', scope: 'onDemand' });
    expect(remedies.map(({ title }) => title)).toEqual([
      `Call global.${SONNET} (global cross-Region, data may leave the geography): but its tokens/min quota (L-0000000A) is 0, and calls will be refused`,
      `Call ${US} (cross-Region): 1,000,000 tokens/min, 98% used at the peak`,
    ]);
  });

  test('a text that says nothing known is judged as nothing, and the state is shown', () => {
    const explanation = explain('Kaboom', { series: [series(US, full)] });
    expect(explanation).toMatchObject({ error: { kind: 'unrecognised' }, quota: null, cause: { kind: 'unknown' } });
    expect(explanation.candidates.map(({ quotaCode }) => quotaCode)).toEqual(['L-F4DDD3EB', 'L-4A6BFAB1']);
    expect(explanation.cause.evidence.join(' ')).toContain('look like tokens per minute');
  });

  test('access denied: the command holds a model id only when a shell reads nothing into it', () => {
    const called = (baseModelId: string) => () => ({
      kind: 'model' as const,
      scope: 'onDemand' as const,
      baseModelId,
      via: 'base' as const,
      name: '',
    });
    const commands = (id: string) =>
      explain('AccessDeniedException', {}, { modelId: id, resolve: called(id) }).remedies.flatMap(
        ({ command }) => command ?? [],
      );
    expect(commands('amazon.nova-pro-v1:0')).toEqual([
      'aws bedrock get-foundation-model-availability --model-id amazon.nova-pro-v1:0 --region us-east-1',
    ]);
    for (const id of ['a;reboot', '$(reboot)', '-x', 'a b', '`a`']) expect(commands(id)).toEqual([]);
  });
});

describe('the model', () => {
  const none = { modelId: null };

  test('of --model wins over the one in the text', () => {
    expect(explain(`${TOKENS} global.${SONNET}`).model?.scope).toBe('crossRegion');
    expect(explain(`${TOKENS} global.${SONNET}`, {}, none).model?.scope).toBe('globalCrossRegion');
  });

  test('is the only one that throttles, and that is said', () => {
    const { model, notes } = explain(TOKENS, { series: [series(US, full), series(`global.${SONNET}`, calm)] }, none);
    expect(model).toEqual({ modelId: US, endpoint: 'runtime', scope: 'crossRegion', baseModelId: SONNET });
    expect(notes[0]).toContain('the only one with throttled calls');
  });

  test('is asked for when several throttle, or none', () => {
    const several = explain(TOKENS, { series: [series(US, full), series(`global.${SONNET}`, full)] }, none);
    expect({ model: several.model, kind: several.cause.kind }).toEqual({ model: null, kind: 'unknown' });
    expect(several.notes[0]).toContain(`${US} (cross-Region), global.${SONNET} (global cross-Region)`);
    expect(several.remedies[0]?.title).toContain('--model');
    const quiet = explain(TOKENS, { series: [series(US, calm), series('who', calm)] }, none);
    expect(quiet.notes).toEqual([
      'no model was given, and no throttled calls were seen in the look-back',
      'traffic of who belongs to no known quota and may be meant',
    ]);
  });

  test('that resolves to nothing is said', () => {
    const { modelId, model, notes, cause } = explain(TOKENS, {}, { modelId: 'nobody' });
    expect({ modelId, model, kind: cause.kind }).toEqual({ modelId: 'nobody', model: null, kind: 'unknown' });
    expect(notes[0]).toContain('nobody is not a known model');
  });

  test('given by its base id means the profile that throttles, when it has no on-demand quota', () => {
    const base = { modelId: SONNET };
    expect(explain(TOKENS, { series: [series(US, full)] }, base)).toMatchObject({
      model: { modelId: SONNET, scope: 'crossRegion' },
      quota: { quotaCode: 'L-F4DDD3EB' },
    });
    const quotas = [quota(), quota({ quotaCode: 'L-0000000E', scope: 'onDemand' })];
    expect(explain(TOKENS, { quotas, series: [series(US, full)] }, base).model?.scope).toBe('onDemand');
  });

  test('without a mapped quota: that the quota may be among the unmapped ones', () => {
    const lost = quota({
      quotaCode: 'L-0000000F',
      modelIds: [],
      mapping: 'unmapped',
      modelLabel: 'Sonnet Four and a Half',
    });
    const { cause } = explain(TOKENS, { quotas: [lost], series: [series(US, calm)] });
    expect(cause.evidence[0]).toContain('1 quota of that kind could not be mapped to a model');
  });

  test('whose quotas or traffic could not be read is not called without quota or use', () => {
    const blind = (source: string, quotas = [quota()]) =>
      explain(TOKENS, { quotas, blindSpots: [{ source, message: 'denied' }] }).cause.evidence[0];
    expect(blind('servicequotas:ListServiceQuotas', [])).toContain('could not be read in full');
    expect(blind('cloudwatch:GetMetricData')).toContain('its use could not be read');
  });
});
