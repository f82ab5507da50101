import { renderCheck } from '../../../cli/check/render';
import { COLOUR_STYLE, PLAIN_STYLE } from '../../../cli/terminal/style';
import type { Report } from '../../../lib/core/findings/report';
import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';
import {
  dailyPool,
  mantleSeries,
  minuteOf,
  quota,
  requestQuota,
  resolveSonnet,
  SONNET,
  series,
  usage,
} from '../../lib/core/fixtures';
import { type JudgeInput, judge } from '../../lib/core/judge';

const NOW = minuteOf('14:33');

function evaluationOf(changes: Partial<JudgeInput> = {}): Report {
  return judge({
    accountId: '111122223333',
    region: 'us-east-1',
    now: NOW,
    lookbackMinutes: 180,
    quotas: [quota(), requestQuota(), dailyPool()],
    series: [
      series(`us.${SONNET}`, [
        usage('14:20', { invocations: 50, throttles: 10, estimatedTpm: 990_000 }),
        usage('14:21', { invocations: 10, estimatedTpm: 100_000 }),
      ]),
    ],
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
    ...changes,
  });
}

test('one row a finding in their order, with cause and remedy under what is bad', () => {
  const evaluation = evaluationOf();
  const lines = renderCheck(evaluation, PLAIN_STYLE).split('\n');
  expect(lines.slice(0, 2).join(' ')).toBe(
    'us-east-1, account 111122223333, 2026-10-14 14:33 UTC: 2 critical, 1 warning, 3 ok.',
  );
  // A finding with numbers has its kind under its severity, every other beside it.
  const kinds = /^(?:(?:critical|warning|unknown|ok) +)?(utilization|daily pool|throttling|zero quota|lowered)(?: |$)/;
  expect(lines.flatMap((line) => kinds.exec(line)?.[1] ?? [])).toEqual(
    evaluation.described.map(({ finding }) => EN_COMMANDS.cli.kinds[finding.kind]),
  );
  const row = lines.findIndex((line) =>
    /^critical +Claude Sonnet 4\.5 V1, +······ +0% +99% 14:20 +1,000,000$/.test(line),
  );
  expect(lines[row + 1]).toMatch(/^utilization +cross-Region TPM +0 +990,000$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ {10}cause {2}tokens per minute, high confidence/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {17}aws service-quotas request-service-quota-increase/));
  const day = lines.findIndex((line) => /^ok +all models together.* <1% +150,000,000$/.test(line));
  expect(lines[day + 1]).toMatch(/^daily pool .* ~1,090,000$/);
  expect(lines.at(-2)).toBe('Coverage: traffic of 1 model id; everything was read.');
});

test('in pt-BR: the table, the sentences and the numbers', () => {
  const lines = renderCheck(evaluationOf({ language: 'pt-BR' }), PLAIN_STYLE, PT_BR_COMMANDS).split('\n');
  expect(lines.slice(0, 2).join(' ').trim()).toBe(
    'us-east-1, conta 111122223333, 2026-10-14 14:33 UTC: 2 críticos, 1 alerta, 3 ok.',
  );
  expect(lines.find((line) => line.startsWith('GRAVIDADE'))).toMatch(/^GRAVIDADE +ASSUNTO +AGORA +PICO +DE$/);
  expect(lines).toContainEqual(
    expect.stringMatching(/^crítico +Claude Sonnet 4\.5 V1, entre +······ +0% +99% 14:20 +1\.000\.000$/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^ {10}causa {2}tokens por minuto, confiança alta/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {10}faça {3}Peça a volta ao valor padrão/));
  expect(lines.at(-2)).toBe('Cobertura: tráfego de 1 id de modelo; tudo foi lido.');
});

test('the refused calls of the mantle endpoint are told as not seen while its quotas are compared', () => {
  const quotas = [quota({ endpoint: 'mantle', scope: 'onDemand', dimension: 'outputTokensPerMinute' })];
  const traffic = [mantleSeries(SONNET, [usage('14:20', { invocations: 1, output: 7 })])];
  const lines = renderCheck(evaluationOf({ quotas, series: traffic }), PLAIN_STYLE).split('\n');
  expect(lines.slice(-3).join(' ')).toMatch(/everything was read; no metric counts the 429s\s+of bedrock-mantle\./);
});

test('commands stay whole, other lines fit the page', () => {
  for (const line of renderCheck(evaluationOf(), PLAIN_STYLE).split('\n')) {
    if (!line.includes('aws service-quotas')) expect(line.length).toBeLessThanOrEqual(80);
  }
});

test('without traffic and quotas it says so', () => {
  expect(renderCheck(evaluationOf({ accountId: null, quotas: [], series: [] }), PLAIN_STYLE)).toBe(
    'us-east-1, account unknown, 2026-10-14 14:33 UTC: no findings.\nCoverage: no traffic seen; everything was read.\n',
  );
});

test('what could not be read is told, and unknown traffic with its lower bound', () => {
  const blindSpots = ['first page', 'second page'].map((message) => ({ source: 'cloudwatch:GetMetricData', message }));
  const text = renderCheck(
    evaluationOf({ series: [series('who', [usage('14:20', { invocations: 1, input: 7 })])], blindSpots }),
    PLAIN_STYLE,
  );
  expect(text).toMatch(/unknown {2}coverage {2}.*cloudwatch:GetMetricData\n {10}first page\n {10}also {3}second page/);
  expect(text).toContain('≥7 tokens');
  expect(text).toMatch(/Coverage: traffic of 1 model id, 1 of them without a known quota; 2 gaps, listed\s+above\./);
});

test('an exhausted quota tells since when, and severity has a colour', () => {
  const minutes = Array.from({ length: 16 }, (_, ago) =>
    usage(NOW - 1 - ago, { invocations: 1, estimatedTpm: 1_000_000 }),
  ).reverse();
  const text = renderCheck(
    evaluationOf({ series: [series(SONNET, minutes)], quotas: [quota({ scope: 'onDemand' })] }),
    COLOUR_STYLE,
  );
  expect(text).toContain('\u001B[1m\u001B[31mcritical\u001B[39m\u001B[22m');
  expect(text).toMatch(/ {2}full since 14:\d\d\n/);
});

test('now and peak stand side by side; a peak of another day has its date, what was not read is unknown', () => {
  const minutes = [
    usage(minuteOf('23:50', '2026-10-13'), { invocations: 9, estimatedTpm: 700_000 }),
    usage('14:30', { invocations: 4, estimatedTpm: 210_000 }),
    usage('14:31', { invocations: 4, estimatedTpm: 250_000 }),
  ];
  const look = { lookbackMinutes: 1440, quotas: [quota({ defaultValue: 1_000_000 })] };
  const rowOf = (report: Report) => {
    const lines = renderCheck(report, PLAIN_STYLE).split('\n');
    const head = lines.findIndex((line) => line.startsWith('SEVERITY'));
    return lines.slice(head + 1).filter((line) => line.includes('13 23:50') || line.includes('700,000'));
  };
  const [first, second] = rowOf(evaluationOf({ ...look, series: [series(`us.${SONNET}`, minutes)] }));
  expect(first).toMatch(/^ok +Claude Sonnet 4\.5 V1, +█▌···· +25% +70% 10-13 23:50 +1,000,000$/);
  expect(second).toMatch(/^utilization +cross-Region TPM +250,000 +700,000$/);
  const [unread] = rowOf(evaluationOf({ ...look, series: [series(`us.${SONNET}`, minutes, false)] }));
  expect(unread).toMatch(/ unknown +70% 10-13 23:50 /);
});

test('a subject too long for its column stands on a line of its own, and the numbers keep theirs', () => {
  const arn = `arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/${'a'.repeat(12)}`;
  const text = renderCheck(evaluationOf({ quotas: [quota({ modelLabel: arn })] }), PLAIN_STYLE);
  expect(text).toMatch(
    /\n[^\n]*custom-model-deployment[^\n]*\ncritical +······ +0% +99% 14:20 +1,000,000\nutilization +0 +990,000\n/,
  );
});
