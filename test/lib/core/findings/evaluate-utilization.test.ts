import { minuteOf, quota, SONNET, series, usage } from '../fixtures';
import { find, findingsOf, REQUESTS, TOKENS } from './evaluation';

describe('utilization of a per-minute quota', () => {
  it('is the peak minute of the look-back, with all callers of the model summed in the same minute', () => {
    const finding = find(
      findingsOf({
        series: [
          series(`us.${SONNET}`, [
            usage('14:31', { invocations: 9, estimatedTpm: 300_000 }),
            usage('14:32', { invocations: 200, estimatedTpm: 689_000 }),
          ]),
          series('app', [
            usage('14:31', { invocations: 5, estimatedTpm: 500_000 }),
            usage('14:32', { invocations: 90, estimatedTpm: 281_412 }),
          ]),
        ],
      }),
      TOKENS,
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      usage: { value: 970_412, unit: 'tokens', at: '2026-10-14T14:32:00Z', window: 'minute', provenance: 'native' },
      appliedValue: 1_000_000,
      utilizationPercent: 97.0412,
      headroom: 29_588,
    });
  });

  it('never adds input of one minute to output of another', () => {
    const finding = find(
      findingsOf({
        series: [
          series(`us.${SONNET}`, [
            usage('14:31', { invocations: 1, input: 600_000 }),
            usage('14:32', { invocations: 1, output: 100_000 }),
          ]),
        ],
      }),
      TOKENS,
    );
    expect(finding.usage).toMatchObject({ value: 600_000, at: '2026-10-14T14:31:00Z', provenance: 'reconstructed' });
  });

  it('prefers the native number minute by minute and says when a sum is mixed', () => {
    const finding = find(
      findingsOf({
        series: [
          series(`us.${SONNET}`, [usage('14:32', { invocations: 1, input: 1, output: 1, estimatedTpm: 400_000 })]),
          series(`eu.${SONNET}`, [usage('14:32', { invocations: 1, input: 100_000, output: 20_000 })]),
        ],
      }),
      TOKENS,
    );
    expect(finding.usage).toMatchObject({ value: 600_000, provenance: 'mixed' });
  });

  it('counts the requests against the request quota, and no other traffic', () => {
    const findings = findingsOf({
      series: [
        series(`us.${SONNET}`, [usage('14:32', { invocations: 410, estimatedTpm: 10 })]),
        series(SONNET, [usage('14:32', { invocations: 1000, estimatedTpm: 900_000 })]),
        series(`global.${SONNET}`, [usage('14:32', { invocations: 1000, estimatedTpm: 900_000 })]),
      ],
    });
    expect(find(findings, REQUESTS)).toMatchObject({
      severity: 'warning',
      utilizationPercent: 82,
      usage: { value: 410, unit: 'requests' },
    });
    expect(find(findings, TOKENS).usage?.value).toBe(10);
  });

  it.each([
    [799_999, 'ok'],
    [800_000, 'warning'],
    [949_999, 'warning'],
    [950_000, 'critical'],
  ])('%d tokens of a million are %s', (tokens, severity) => {
    const finding = find(
      findingsOf({ series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: tokens })])] }),
      TOKENS,
    );
    expect(finding.severity).toBe(severity);
  });

  it('sees neither the running minute nor minutes before the look-back', () => {
    const late = usage('14:33', { invocations: 1, estimatedTpm: 990_000 });
    const old = usage('11:32', { invocations: 1, estimatedTpm: 990_000 });
    const first = usage('11:33', { invocations: 1, estimatedTpm: 5 });
    const finding = find(findingsOf({ series: [series(`us.${SONNET}`, [old, first, late])] }), TOKENS);
    expect(finding.usage).toMatchObject({ value: 5, at: '2026-10-14T11:33:00Z' });
  });

  it('looks further back at a series whose last read was longer ago, and at no other', () => {
    const early = [
      usage('14:10', { invocations: 1, estimatedTpm: 700_000 }),
      usage('14:30', { invocations: 1, estimatedTpm: 5 }),
    ];
    const look = (modelId: string) =>
      findingsOf({
        lookbackMinutes: 16,
        lookFrom: new Map([[modelId, minuteOf('14:05')]]),
        series: [series(`us.${SONNET}`, early)],
      });
    expect(find(look(`us.${SONNET}`), TOKENS).usage?.value).toBe(700_000);
    expect(find(look(`global.${SONNET}`), TOKENS).usage?.value).toBe(5);
  });

  it('is a lower bound when a part of the traffic could not be read', () => {
    const finding = find(
      findingsOf({ series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 5 })], false)] }),
      TOKENS,
    );
    expect(finding.usage?.provenance).toBe('lowerBound');
  });

  it('has no percent and is critical for a quota of 0 with traffic', () => {
    const finding = find(
      findingsOf({
        quotas: [quota({ appliedValue: 0 })],
        series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 700 })])],
      }),
      TOKENS,
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      utilizationPercent: null,
      headroom: -700,
      exhaustionAt: null,
    });
  });

  it('leaves quotas of variants and of the mantle endpoint without a guess', () => {
    const ids = findingsOf({
      quotas: [
        quota({ quotaCode: 'L-8EA73537', variant: 'longContext' }),
        quota({ quotaCode: 'L-8528F119', endpoint: 'mantle', scope: 'onDemand' }),
      ],
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 1 })])],
    }).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('utilization'))).toEqual([]);
  });

  it('needs no request quota: its absence changes nothing else', () => {
    const withOne = findingsOf({
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 400, estimatedTpm: 1 })])],
    });
    const without = findingsOf({
      quotas: [quota()],
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 400, estimatedTpm: 1 })])],
    });
    expect(without).toEqual(
      withOne
        .filter(({ quotaCode }) => quotaCode !== 'L-4A6BFAB1')
        .map((f) => expect.objectContaining({ id: f.id, severity: f.severity })),
    );
  });

  it('asks for a value AWS accepts: above the default, never at or below it', () => {
    const finding = find(
      findingsOf({ series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 970_412 })])] }),
      TOKENS,
    );
    expect(finding.remedies[0]).toEqual({
      title: 'Ask AWS to restore the default (it accepts only a value above the default)',
      command:
        'aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1',
    });
  });

  it('sends a quota that is not adjustable through its adjustable sibling', () => {
    const onDemand = quota({ quotaCode: 'L-00000001', scope: 'onDemand', adjustable: false });
    const finding = find(
      findingsOf({
        quotas: [onDemand, quota()],
        series: [series(SONNET, [usage('14:32', { invocations: 1, estimatedTpm: 970_000 })])],
      }),
      'utilization/L-00000001',
    );
    expect(finding.remedies[0]?.command).toContain('--quota-code L-F4DDD3EB --desired-value 5000001');
    expect(finding.remedies[1]?.title).toContain('Support case');
  });

  it('names the console for a sibling whose default nobody knows, for no value is sure to be accepted', () => {
    const onDemand = quota({ quotaCode: 'L-00000001', scope: 'onDemand', adjustable: false });
    const finding = find(
      findingsOf({
        quotas: [onDemand, quota({ appliedValue: 0, defaultValue: null })],
        series: [series(SONNET, [usage('14:32', { invocations: 1, estimatedTpm: 970_000 })])],
      }),
      'utilization/L-00000001',
    );
    expect(finding.remedies[0]).toMatchObject({
      title: expect.stringContaining(
        'L-F4DDD3EB instead (cross-Region tokens/min of the same model), in the Service Quotas console',
      ),
      command: null,
    });
  });
});
