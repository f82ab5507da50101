import { narrowSbom } from '../../scripts/pack/write-sbom';

function component(ref: string) {
  const [name = '', version = ''] = ref.split('@');
  return {
    'bom-ref': ref,
    name,
    version,
    scope: 'optional',
    properties: [{ name: 'development', value: 'true' }],
    purl: `pkg:npm/${ref}`,
  };
}

/** What npm says of a project with a tool, a package that is bundled, and what that one depends on. */
const OF_PROJECT = {
  bomFormat: 'CycloneDX',
  serialNumber: 'urn:uuid:1',
  metadata: { timestamp: '2026-10-14T00:00:00Z', component: { name: 'folder', version: '1.0.0' } },
  components: [component('tool@1.0.0'), component('bundled@1.0.0'), component('inner@2.0.0')],
  dependencies: [
    { ref: 'own@1.0.0', dependsOn: ['tool@1.0.0', 'bundled@1.0.0'] },
    { ref: 'bundled@1.0.0', dependsOn: ['inner@2.0.0', 'tool@1.0.0'] },
    { ref: 'inner@2.0.0' },
  ],
};

const narrow = (components: readonly string[]) => narrowSbom(OF_PROJECT, '@scope/own@1.0.0', components);

test('what is not in the package is not in its list', () => {
  const { components, dependencies } = narrow(['inner@2.0.0', 'bundled@1.0.0']);
  expect(components.map((one) => one['bom-ref'])).toEqual(['bundled@1.0.0', 'inner@2.0.0']);
  expect(dependencies).toEqual([
    { ref: '@scope/own@1.0.0', dependsOn: ['bundled@1.0.0', 'inner@2.0.0'] },
    { ref: 'bundled@1.0.0', dependsOn: ['inner@2.0.0'] },
    { ref: 'inner@2.0.0', dependsOn: [] },
  ]);
});

test('what is bundled is required, whatever it is to the project', () => {
  expect(narrow(['bundled@1.0.0']).components).toEqual([
    { ...component('bundled@1.0.0'), scope: 'required', properties: [] },
  ]);
});

test('is the same for the same source, and named as the package', () => {
  const { serialNumber, metadata } = narrow([]);
  expect(serialNumber).toBeUndefined();
  expect(metadata).toEqual({ component: { name: '@scope/own', version: '1.0.0' } });
});

test('a component that the lock file does not know is not passed over', () => {
  expect(() => narrow(['strange@1.0.0'])).toThrow('does not know strange@1.0.0');
});
