import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Component, listComponents } from '../../scripts/pack/list-components';
import { spellLicences } from '../../scripts/pack/write-licences';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quota-watchdog-licences-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function install(folder: string, manifest: object, files: Readonly<Record<string, string>> = {}): void {
  const place = join(root, 'node_modules', folder);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
}

const MIT = { name: 'one', version: '1.0.0', license: 'MIT' };

describe('the packages of bundled files', () => {
  test('are told once, by name, with licence and notice', () => {
    install('one', MIT, { 'LICENSE.md': 'free\n', NOTICE: 'of somebody\n', 'license.js': 'code' });
    install('@a/two', { ...MIT, name: '@a/two', license: 'ISC' });
    const files = ['lib/own.ts', 'node_modules/one/a.js', 'node_modules/one/lib/b.js', 'node_modules/@a/two/c.js'];
    expect(listComponents(root, files)).toEqual([
      { name: '@a/two', version: '1.0.0', licence: 'ISC', text: null },
      { name: 'one', version: '1.0.0', licence: 'MIT', text: 'free\n\nof somebody' },
    ]);
  });

  test('are told for each version', () => {
    install('one', MIT);
    install('two/node_modules/one', { ...MIT, version: '2.0.0' });
    const files = ['node_modules/one/a.js', 'node_modules/two/node_modules/one/a.js'];
    expect(listComponents(root, files).map(({ version }) => version)).toEqual(['1.0.0', '2.0.0']);
  });

  test('may say their licence in the old form', () => {
    install('one', { ...MIT, license: { type: 'MIT' } });
    expect(listComponents(root, ['node_modules/one/a.js'])).toMatchObject([{ licence: 'MIT' }]);
  });

  test('must say their licence', () => {
    install('one', { name: 'one', version: '1.0.0' });
    expect(() => listComponents(root, ['node_modules/one/a.js'])).toThrow('does not say name, version and licence');
  });
});

describe('the file of licences', () => {
  const component = (name: string, change: Partial<Component> = {}): Component => {
    return { name, version: '1.0.0', licence: 'MIT', text: 'The MIT License', ...change };
  };

  test('lists all, and has each text once', () => {
    const text = spellLicences([component('one'), component('two'), component('three', { text: null })]);
    expect(text).toContain('one 1.0.0: MIT\ntwo 1.0.0: MIT\nthree 1.0.0: MIT\n');
    expect(text.match(/The MIT License/g)).toHaveLength(1);
    expect(text).toContain('one 1.0.0\ntwo 1.0.0\n\nThe MIT License\n');
    expect(text).toContain('three 1.0.0\n\nThese carry no text of their licence, MIT.\n');
  });

  test('is not written for a licence that nobody has looked at', () => {
    expect(() => spellLicences([component('one'), component('two', { licence: 'GPL-3.0-only' })])).toThrow(
      'nobody has looked at: two 1.0.0 (GPL-3.0-only)',
    );
  });
});
