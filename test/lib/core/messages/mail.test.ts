import type { AlertEvent } from '../../../../lib/core/alerts/lifecycle';
import { toAlertMessage, toPlainMessage } from '../../../../lib/core/messages/mail';
import { messageBytes, SNS_MESSAGE_BYTES, toSendable } from '../../../../lib/core/messages/message-size';
import { EN } from '../../../../lib/language/en';
import { NO_DASHBOARD, PLACES } from '../alerts/alert-fixtures';
import { minuteOf, quota, requestQuota, resolveSonnet, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';

const ORIGIN = { accountId: '111122223333', region: 'us-east-1', at: '2026-10-14T14:33:00Z' };

function events(names: readonly string[], event: AlertEvent['event'] = 'opened'): AlertEvent[] {
  const evaluation = judge({
    accountId: '111122223333',
    region: 'us-east-1',
    now: minuteOf('14:33'),
    lookbackMinutes: 16,
    quotas: [quota(), requestQuota()],
    series: [
      series(`us.${SONNET}`, [usage('14:32', { invocations: 290, estimatedTpm: 689_000, throttles: 41 })]),
      series('app', [usage('14:32', { invocations: 120, estimatedTpm: 281_412 })]),
    ],
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
  });
  return names.map((id) => {
    const found = evaluation.described.find(({ finding }) => finding.id === id);
    if (!found) throw new Error(`no ${id}`);
    return { event, since: '2026-10-14T14:33:00Z', ...found };
  });
}

const TOKENS = 'utilization/L-F4DDD3EB';
const THROTTLED = `throttled/crossRegion/${SONNET}`;

describe('the message of a run', () => {
  it('has a subject with severity, percent, dimension, model, scope and Region', () => {
    expect(toAlertMessage(events([TOKENS]), ORIGIN, NO_DASHBOARD, EN).subject).toBe(
      'CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1',
    );
    expect(toAlertMessage(events([TOKENS], 'recovered'), ORIGIN, NO_DASHBOARD, EN).subject).toMatch(
      /^RECOVERED 97% tokens\/min: /,
    );
    expect(toAlertMessage(events([TOKENS], 'escalated'), ORIGIN, NO_DASHBOARD, EN).subject).toMatch(/^now CRITICAL /);
  });

  it('keeps every subject within 100 printable ASCII characters', () => {
    const [alert] = events([TOKENS]);
    if (!alert) throw new Error('no alert');
    const other = { ...alert, finding: { ...alert.finding, quotaCode: 'L-4A6BFAB1', modelIds: ['another.model'] } };
    const long = { ...alert, context: { ...alert.context, subject: `Größe \n${'x'.repeat(200)}` } };
    const { subject } = toAlertMessage([long, other], ORIGIN, NO_DASHBOARD, EN);
    expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
    expect(subject).toMatch(/\.\.\., us-east-1 \(\+1 more\)$/);
  });

  it('tells in text what happened, by whom, the quota and the fix', () => {
    const { email, default: text } = toAlertMessage(events([TOKENS]), ORIGIN, PLACES, EN).message;
    expect(email).toBe(text);
    for (const part of [
      'Claude Sonnet 4.5 V1, cross-Region, used 970,412 of 1,000,000 tokens in the minute 14:32 UTC.',
      `us.${SONNET} 71%, application profile "checkout" 29%`,
      'L-F4DDD3EB  applied 1,000,000  AWS default 5,000,000  adjustable',
      '--quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1',
      'Native metric, points 1-2 minutes late.',
      'Account 111122223333, us-east-1, 2026-10-14T14:33:00Z',
      'https://example.com/dashboard',
    ]) {
      expect(text).toContain(part);
    }
    expect(text?.split('\n').length).toBeLessThanOrEqual(30);
  });

  it('carries the findings as JSON for machines', () => {
    const { sqs, lambda, https } = toAlertMessage(events([TOKENS, THROTTLED]), ORIGIN, NO_DASHBOARD, EN).message;
    expect(lambda).toBe(sqs);
    expect(https).toBe(sqs);
    expect(JSON.parse(sqs ?? '')).toMatchObject({
      schemaVersion: 1,
      ...ORIGIN,
      findings: [
        {
          event: 'opened',
          finding: { id: TOKENS, utilizationPercent: 97.0412 },
          links: { quotaPage: expect.stringContaining('L-F4DDD3EB') },
        },
        { event: 'opened', finding: { id: THROTTLED } },
      ],
    });
  });

  it('has attributes for filter policies', () => {
    expect(toAlertMessage(events([TOKENS, THROTTLED]), ORIGIN, NO_DASHBOARD, EN).attributes).toEqual({
      severity: 'critical',
      accountId: '111122223333',
      region: 'us-east-1',
      events: ['opened'],
      kinds: ['utilization', 'throttled'],
      models: [SONNET],
    });
  });

  it('stays within what SNS takes, however many findings there are', () => {
    const [alert] = events([TOKENS]);
    if (!alert) throw new Error('no alert');
    const many = Array.from({ length: 400 }, (_, n) => ({
      ...alert,
      finding: {
        ...alert.finding,
        quotaCode: `L-${n}`,
        modelIds: Array.from({ length: 300 }, (_, i) => `model-${n}-${i}`),
      },
    }));
    const { message } = toAlertMessage(many, ORIGIN, NO_DASHBOARD, EN);
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(SNS_MESSAGE_BYTES);
    const body = JSON.parse(message.sqs ?? '');
    expect(body.findings.length + body.omittedFindings).toBe(400);
    expect(message.default).toContain('- and 387 more');
  });

  it.each([
    ['57,000 to 60,000 characters of JSON, all of it quoted again', 40, '"\\"'],
    ['characters of three bytes', 100, '\u6f22'],
    ['characters of four bytes', 100, '\u{1f525}'],
    ['a finding that alone is too long', 1, 'x'.repeat(400)],
  ])('is counted in bytes, all protocols and attributes together: %s', (_, count, character) => {
    const [alert] = events([TOKENS]);
    if (!alert) throw new Error('no alert');
    const many = Array.from({ length: count }, (_unused, n) => ({
      ...alert,
      finding: {
        ...alert.finding,
        quotaCode: `L-${n}`,
        modelIds: [`model-${n}`],
        remedies: [{ title: character.repeat(500), command: null }],
      },
      context: { ...alert.context, summary: character.repeat(9_000), subject: character.repeat(300) },
    }));
    const packed = toAlertMessage(many, ORIGIN, NO_DASHBOARD, EN);
    expect(messageBytes(packed)).toBeLessThan(SNS_MESSAGE_BYTES);
    expect(Buffer.byteLength(packed.message.email ?? '')).toBeLessThanOrEqual(16 * 1024);
    const { findings, omittedFindings = 0 } = JSON.parse(packed.message.lambda ?? '');
    expect(findings.length + omittedFindings).toBe(count);
  });

  it('leaves out whole incidents of a text that is too long, and counts them', () => {
    const [alert] = events([TOKENS]);
    if (!alert) throw new Error('no alert');
    const many = Array.from({ length: 20 }, (_, n) => ({
      ...alert,
      finding: { ...alert.finding, quotaCode: `L-${n}`, modelIds: [`model-${n}`] },
      context: { ...alert.context, summary: `incident ${n} ${'y'.repeat(7_000)}`, subject: `Model ${n}` },
    }));
    const { email = '' } = toAlertMessage(many, ORIGIN, PLACES, EN).message;
    expect(email).toContain('incident 1 ');
    expect(email).not.toContain('incident 2 ');
    expect(email).toContain('Model 11');
    expect(email).toContain('- and 8 more');
    expect(email).toContain('https://example.com/dashboard');
  });

  it('carries nothing that XML has no way to write', () => {
    const [alert] = events([TOKENS]);
    if (!alert) throw new Error('no alert');
    const odd = 'a\u0001b\ufffec\ud800d';
    const message = toAlertMessage(
      [{ ...alert, finding: { ...alert.finding, modelIds: [odd] }, context: { ...alert.context, summary: odd } }],
      ORIGIN,
      PLACES,
      EN,
    );
    const sent = [...Object.values(message.message), ...message.attributes.models].join('');
    expect(toSendable(sent)).toBe(sent);
    expect(message.message.email).toContain('a\ufffdb\ufffdc\ufffdd');
  });

  it('has a short form for a message that is refused', () => {
    const packed = toAlertMessage(events([TOKENS, THROTTLED]), ORIGIN, PLACES, EN);
    const plain = toPlainMessage(
      { ...packed, subject: ' \u0001Größe' },
      { at: ORIGIN.at, findings: 2, places: PLACES },
      EN,
    );
    expect(plain.subject).toBe('?Gro?e');
    expect(plain.message.email).toContain('Findings: 2.');
    expect(plain.message.email).toContain('https://example.com/dashboard');
    expect(JSON.parse(plain.message.sqs ?? '')).toEqual({
      schemaVersion: 1,
      ...ORIGIN,
      findings: [],
      omittedFindings: 2,
    });
    expect(plain.attributes).toEqual({ ...packed.attributes, models: [] });
    expect(messageBytes(plain)).toBeLessThan(5_000);
  });
});
