import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLambdaBundle } from '../../../../lib/cdk/functions/lambda-bundle';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function build(...path: string[]): string {
  const directory = join(root, ...path);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.js'), '');
  return directory;
}

test('from source it is in dist', () => {
  mkdirSync(join(root, 'lambda', 'poller'), { recursive: true });
  writeFileSync(join(root, 'lambda', 'poller', 'index.ts'), '');
  const bundle = build('dist', 'lambda', 'poller');
  expect(findLambdaBundle('poller', join(root, 'lib', 'cdk', 'functions'))).toBe(bundle);
});

test('from compiled code it is beside', () => {
  const bundle = build('dist', 'lambda', 'poller');
  expect(findLambdaBundle('poller', join(root, 'dist', 'lib', 'cdk', 'functions'))).toBe(bundle);
});

test('without a build the message says what to do', () => {
  expect(() => findLambdaBundle('poller', join(root, 'lib', 'cdk', 'functions'))).toThrow(
    /the bundle of the Lambda "poller" is missing: .*index\.js; run "npm run build" first/,
  );
});

test.each(['poller', 'widget', 'worker', 'dispatcher'])(
  'the shipped bundle of the %s carries nothing of the CDK',
  (name) => {
    const code = readFileSync(join(findLambdaBundle(name), 'index.js'), 'utf8');
    expect(code).not.toMatch(/aws-cdk-lib|from ?['"]constructs['"]/);
  },
);
