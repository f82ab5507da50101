/** @jest-environment node */
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const CLIENT = join(__dirname, '..', '..', '..', 'lib', 'client');

/** The files and packages that a bundle of an application carries, which imports this of the client. */
function bundle(imported: string): {
  readonly files: readonly string[];
  readonly bytes: number;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
} {
  const { metafile, outputFiles } = buildSync({
    stdin: { contents: `import { ${imported} } from './index'; console.log(${imported});`, resolveDir: CLIENT },
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    platform: 'node',
    format: 'esm',
    external: ['@aws-sdk/*'],
  });
  const bytesIn = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    files: bytesIn.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file),
    bytes: outputFiles[0]?.contents.length ?? 0,
    imports: Object.values(metafile.outputs).flatMap((output) =>
      output.imports.map(({ path, kind }) => ({ path, kind })),
    ),
  };
}

test('carries no findings, no CDK, no sentence, and of packages cockatiel alone', () => {
  const { files, bytes } = bundle('withQuotas, createFallback, classifyThrottle');
  const own = files.filter((file) => file.startsWith('lib/'));
  expect(
    own.filter((file) => !/^lib\/(?:client|core\/(?:errors|limits|quotas|traffic|vocabulary|refusals))\//.test(file)),
  ).toEqual([]);
  const packages = files.filter((file) => !file.startsWith('lib/') && file !== '<stdin>');
  expect(packages.filter((file) => !file.startsWith('node_modules/cockatiel/'))).toEqual([]);
  expect(bytes).toBeLessThan(200_000);
});

test('who classifies throttles alone carries neither gates nor fallback', () => {
  const { files } = bundle('classifyThrottle');
  expect(files.filter((file) => /cockatiel|client\/(?:pool|calls|fallback|request)\//.test(file))).toEqual([]);
});

test('the client of Parameter Store is loaded when it is needed, and not before', () => {
  const { imports } = bundle('withQuotas');
  expect(imports).toContainEqual({ path: '@aws-sdk/client-ssm', kind: 'dynamic-import' });
  expect(imports.filter(({ path, kind }) => path === '@aws-sdk/client-ssm' && kind !== 'dynamic-import')).toEqual([]);
});

test('who shares no store carries none, and the one on DynamoDB brings no SDK', () => {
  const { files } = bundle('withQuotas');
  expect(files.filter((file) => /shared\/(?:dynamo|memory)-store/.test(file))).toEqual([]);
  const { files: own, imports } = bundle('dynamoStore');
  expect(own.filter((file) => file !== '<stdin>')).toEqual(['lib/client/shared/dynamo-store.ts']);
  expect(imports).toEqual([]);
});
