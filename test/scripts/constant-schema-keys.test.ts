import { writeConstantKeys } from '../../scripts/constant-schema-keys';

describe('writeConstantKeys', () => {
  it('writes known strings for computed keys, and leaves everything else', () => {
    const source = [
      'const _hQ = "httpQuery";',
      'const _h = ["x"];',
      'export var A = [() => B, { [_hQ]: _n, [_other]: 1, [_h]: 2 }];',
      'export var C = [_hQ, 0];',
    ].join('\n');
    expect(writeConstantKeys(source).split('\n').slice(2)).toEqual([
      'export var A = [() => B, { "httpQuery": _n, [_other]: 1, [_h]: 2 }];',
      'export var C = [_hQ, 0];',
    ]);
  });
});
