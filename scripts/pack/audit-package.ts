import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sbom } from './write-sbom';

/** What is known to be wrong with what the package ships. */
export type Audit =
  | { readonly kind: 'clean'; readonly packages: number }
  | { readonly kind: 'vulnerable'; readonly names: readonly string[] }
  /** The registry does not say. */
  | { readonly kind: 'unknown'; readonly reason: string };

interface NpmAudit {
  readonly error?: { readonly summary?: string };
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

/** What `npm audit --json` means. @param packages how many were asked for. */
export function readAudit(answer: string, packages: number): Audit {
  const { vulnerabilities, error, message } = JSON.parse(answer === '' ? '{}' : answer) as NpmAudit;
  if (vulnerabilities === undefined) {
    return { kind: 'unknown', reason: error?.summary || message || 'the registry gives no answer' };
  }
  const names = Object.entries(vulnerabilities).map(([name, { severity }]) => `${name} (${severity})`);
  return names.length === 0 ? { kind: 'clean', packages } : { kind: 'vulnerable', names };
}

/** Asks npm about the components of the package as if each were installed: what is bundled, `npm audit` of a user does not see. */
export function auditPackage({ components }: Sbom): Audit {
  const folder = mkdtempSync(join(tmpdir(), 'quota-watchdog-audit-'));
  try {
    // Two versions of one package are two dependencies under names of their own.
    const dependencies = components.map(({ name, version }, index) => [`c${index}`, `npm:${name}@${version}`]);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: Object.fromEntries(dependencies) }));
    execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--prefer-offline'], { cwd: folder });
    const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: folder, encoding: 'utf8' });
    return readAudit(stdout, components.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
