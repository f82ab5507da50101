import { spellCount } from '../../../../lib/core/vocabulary/wording';
import { EN } from '../../../../lib/language/en';
import { PT_BR } from '../../../../lib/language/pt-br';

test.each([
  [0, '0', '0'],
  [0.4, '0', '0'],
  [999.5, '1,000', '1.000'],
  [999, '999', '999'],
  [1000, '1,000', '1.000'],
  [970_412, '970,412', '970.412'],
  [-1234, '-1,234', '-1.234'],
  [-123_456, '-123,456', '-123.456'],
  [1_000_000_000_000, '1,000,000,000,000', '1.000.000.000.000'],
])('%d is spelled %s, in Portuguese %s', (value, english, portuguese) => {
  expect(spellCount(value, EN)).toBe(english);
  expect(spellCount(value, EN)).toBe(english);
  expect(spellCount(value, PT_BR)).toBe(portuguese);
});
