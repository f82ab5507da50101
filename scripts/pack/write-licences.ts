import { writeFileSync } from 'node:fs';
import type { Component } from './list-components';

const RULE = '-'.repeat(78);

/** Licences that ask for no more than that their text goes along. */
const FREE_LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
]);

const INTRODUCTION = `Packages of which parts are bundled in dist/bin and dist/lambda, and their licences. Made by the build.`;

function spellMissingText(licence: string): string {
  return `These carry no text of their licence, ${licence}.`;
}

/** The licences of bundled packages, one after the other. @throws Error for a licence that nobody has looked at. */
export function spellLicences(components: readonly Component[]): string {
  const strange = components.filter(({ licence }) => !FREE_LICENCES.has(licence));
  if (strange.length > 0) {
    const names = strange.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    throw new Error(`bundled under a licence that nobody has looked at: ${names.join(', ')}`);
  }
  const list = components.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const owners = new Map<string, Component[]>();
  for (const component of components) {
    const text = component.text ?? spellMissingText(component.licence);
    owners.set(text, [...(owners.get(text) ?? []), component]);
  }
  const texts = [...owners].map(([text, sharing]) => {
    return `${sharing.map(({ name, version }) => `${name} ${version}`).join('\n')}\n\n${text}\n`;
  });
  return [`${INTRODUCTION}\n\n${list.join('\n')}\n`, ...texts].join(`\n${RULE}\n\n`);
}

/** Writes them into a file. */
export function writeLicences(components: readonly Component[], file: string): void {
  writeFileSync(file, spellLicences(components));
}
