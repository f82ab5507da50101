import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIANTS } from '../../bench/lib/variants';
import { ROOT } from '../lib/cdk/fixtures';

const PATCHES = VARIANTS.flatMap(({ name, patches }) => patches.map((patch) => ({ name, ...patch })));

test.each(PATCHES)('$name: $find is found once in $file, so that the variant is another product', ({ file, find }) => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  expect(source.match(new RegExp(find, 'g'))).toHaveLength(1);
});
