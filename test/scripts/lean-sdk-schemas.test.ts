import { leanPackage, leanSchemas } from '../../scripts/lean-sdk-schemas';

test('known strings stand for computed keys, error classes go, the base exception and everything else stay', () => {
  const source = [
    'const _hQ = "httpQuery";',
    'const _h = ["x"];',
    '_s_registry.registerError(SNSServiceException$, SNSServiceException);',
    'n0_registry.registerError(NotFoundException$, NotFoundException);',
    'export var A = [() => B, { [_hQ]: _n, [_other]: 1, [_h]: 2 }];',
    'export var C = [_hQ, 0];',
  ].join('\n');
  expect(leanSchemas(source).split('\n').slice(2)).toEqual([
    '_s_registry.registerError(SNSServiceException$, SNSServiceException);',
    '',
    'export var A = [() => B, { "httpQuery": _n, [_other]: 1, [_h]: 2 }];',
    'export var C = [_hQ, 0];',
  ]);
});

test('of a package its version is left', () => {
  expect(leanPackage('{"name":"@aws-sdk/client-sns","version":"3.1.0","dependencies":{"a":"1"}}')).toBe(
    '{"version":"3.1.0"}',
  );
});
