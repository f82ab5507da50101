import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from './list-components';

/** The parts of npm's CycloneDX document that are touched here. @see https://cyclonedx.org/docs/1.5/json/ */
export interface Sbom {
  readonly metadata: { readonly component: Readonly<Record<string, unknown>>; readonly [key: string]: unknown };
  readonly components: readonly SbomComponent[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly [key: string]: unknown;
}

/** A package, as CycloneDX describes it. */
export interface SbomComponent {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly [key: string]: unknown;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function askNpm(root: string): Sbom {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  return JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as Sbom;
}

/**
 * What of npm's document about the whole project is in the package: the components, and what they depend on among themselves.
 * Without serial number and time, so that the same source gives the same file.
 * @param own name and version of the package, `name@version`.
 * @throws Error when the document lacks a component.
 */
export function narrowSbom(sbom: Sbom, own: string, components: readonly string[]): Sbom {
  const { serialNumber: _, metadata, ...rest } = sbom;
  const { timestamp: __, ...lasting } = metadata;
  const kept = new Set(components);
  const described = sbom.components.filter((component) => kept.has(component['bom-ref']));
  const found = new Set(described.map((component) => component['bom-ref']));
  const missing = components.filter((id) => !found.has(id));
  if (missing.length > 0) throw new Error(`the lock file does not know ${missing.join(', ')}`);
  return {
    ...rest,
    metadata: { ...lasting, component: { ...metadata.component, name: own.slice(0, own.lastIndexOf('@')) } },
    // For the project they are tools of development; in the package they are a part of it.
    components: described.map((component) => ({ ...component, scope: 'required', properties: [] })),
    dependencies: [
      { ref: own, dependsOn: [...kept].sort() },
      ...sbom.dependencies
        .filter(({ ref }) => kept.has(ref))
        .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((id) => kept.has(id)) })),
    ],
  };
}

/** Writes the list of what is in the package or is installed with it, as CycloneDX. */
export function writeSbom(root: string, components: readonly Component[], file: string): void {
  const { name, version, dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const bundled = components.map((component) => `${component.name}@${component.version}`);
  const installed = Object.entries(dependencies).map(([of, range]) => `${of}@${range}`);
  const ids = [...new Set([...bundled, ...installed])];
  writeFileSync(file, `${JSON.stringify(narrowSbom(askNpm(root), `${name}@${version}`, ids), null, 2)}\n`);
}
