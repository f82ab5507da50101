import { rankOf, severityOf, worstOf } from '../../../../lib/core/vocabulary/severity';

const THRESHOLDS = { warningPercent: 80, criticalPercent: 95 };

test.each([
  [79.9999, 'ok'],
  [80, 'warning'],
  [94.9999, 'warning'],
  [95, 'critical'],
  [140, 'critical'],
] as const)('%d %% is %s', (percent, severity) => {
  expect(severityOf(percent, THRESHOLDS)).toBe(severity);
});

test('the worst does not depend on the order', () => {
  expect(worstOf([])).toBe('ok');
  expect(worstOf(['warning', 'critical', 'ok', 'unknown'])).toBe('critical');
  expect(worstOf(['warning', 'unknown', 'ok'])).toBe('warning');
  expect(worstOf(['ok', 'unknown'])).toBe('unknown');
});

test('unknown is worse than ok and better than a warning', () => {
  expect(rankOf('unknown')).toBeGreaterThan(rankOf('ok'));
  expect(rankOf('unknown')).toBeLessThan(rankOf('warning'));
});
