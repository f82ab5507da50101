import { renderExplain } from '../../../cli/explain/render';
import { PAGE_COLUMNS } from '../../../cli/terminal/plain-text';
import { COLOUR_STYLE, PLAIN_STYLE } from '../../../cli/terminal/style';
import { explainError } from '../../../lib/core/answers/explain/explain';
import type { EvaluationInput } from '../../../lib/core/findings/evaluation';
import { EN_COMMANDS } from '../../../lib/language/command-words';
import { input } from '../../lib/core/findings/evaluation';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../../lib/core/fixtures';
import { judge } from '../../lib/core/judge';

function render(text: string, changes: Partial<EvaluationInput> = {}, style = PLAIN_STYLE): string {
  const account = input({
    quotas: [quota(), requestQuota({ defaultValue: null }), dailyPool()],
    series: [series(`us.${SONNET}`, [usage('14:30', { invocations: 50, estimatedTpm: 400_000 })], false)],
    ...changes,
  });
  const evaluation = judge(account);
  const { quotas, resolve } = account;
  const explanation = explainError({
    text,
    modelId: `us.${SONNET}`,
    quotas,
    resolve,
    profiles: [],
    evaluation,
    words: EN_COMMANDS,
  });
  return renderExplain({ explanation, document: evaluation.document }, style);
}

test('numbers carry where they come from, and what is unknown is said', () => {
  const lines = render('Kaboom').split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^L-F4DDD3EB +40% +≥400,000 +1,000,000 .* 14:30$/));
  expect(lines).toContainEqual(expect.stringMatching(/^L-4A6BFAB1 +10% +≥50 +500 +unknown +14:30$/));
  expect(lines).toContainEqual(expect.stringMatching(/^L-E3F10727 +<1% +~400,000 +150,000,000 .* UTC day$/));
  expect(lines).toContain('          TPM cross-Region, lower bound');
  expect(lines).toContain('          TPD all models, estimate');
  expect(lines).toContain('here      which limit it was cannot be determined');
});

test('a quota without use has none seen', () => {
  expect(render('Too many tokens', { series: [] })).toMatch(
    /L-F4DDD3EB +none seen +1,000,000 .*\n {10}TPM cross-Region\n/,
  );
});

test.each([
  ['AccessDeniedException', 'here      no quota is behind this'],
  ['ServiceUnavailableException', 'here      shared capacity, not your quota (high confidence)'],
])('%s', (text, line) => {
  expect(render(text).split('\n')).toContain(line);
});

test('gaps in what was read are told', () => {
  const blindSpots = [{ source: 'bedrock:ListFoundationModels', message: 'denied' }];
  expect(render('Too many tokens', { blindSpots })).toContain('gaps      1 gap in what could be read');
});

test('lines fit the page, commands stay whole, and colours change no word', () => {
  const plain = render('Too many tokens');
  for (const line of plain.split('\n'))
    if (!line.includes('aws ')) expect(line.length).toBeLessThanOrEqual(PAGE_COLUMNS);
  const coloured = render('Too many tokens', {}, COLOUR_STYLE);
  expect(coloured).not.toBe(plain);
  expect(coloured.split(/\p{Cc}\[\d+m/u).join('')).toBe(plain);
});
