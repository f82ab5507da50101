import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { tarball } from './tarball';

/** What a program came to. */
export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** How a program is run. */
export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A project of somebody else: a folder of its own, with the package installed from the tarball by npm. */
export interface Consumer {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  read(file: string): string;
  /** Names of all installed packages, nested ones too. */
  installed(): string[];
  run(program: string, args: readonly string[], options?: RunOptions): Run;
  remove(): void;
}

/** What npm tells the scripts of this project, and a project of somebody else would not know. */
const OWN_VARIABLES = /^(?:npm_(?:package|lifecycle|config_(?:local_)?prefix)|INIT_CWD|NODE_PATH|JEST_|AWS_|CI$)/;

function foreignEnvironment(): Record<string, string | undefined> {
  const entries = Object.entries(process.env).filter(([name]) => !OWN_VARIABLES.test(name));
  return { ...Object.fromEntries(entries), AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
}

function listPackages(modules: string): string[] {
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name }) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`) : [name],
    )
    .flatMap((name) => {
      const inner = join(modules, name, 'node_modules');
      const nested = readdirSync(join(modules, name)).includes('node_modules') ? listPackages(inner) : [];
      return [name, ...nested];
    })
    .sort();
}

/**
 * Installs the packed package beside others.
 * @param packages as npm takes them: `aws-cdk-lib@2.200.0`.
 * @throws Error with npm's words when it refuses.
 */
export function createConsumer(packages: readonly string[], manifest: object = {}): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'quota-watchdog-consumer-'));
  const consumer: Consumer = {
    folder,
    write(files) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    installed: () => listPackages(join(folder, 'node_modules')),
    run(program, args, { input, environment } = {}) {
      const { status, stdout, stderr, error } = spawnSync(program, args, {
        cwd: folder,
        encoding: 'utf8',
        input: input ?? '',
        env: { ...foreignEnvironment(), ...environment },
        maxBuffer: 64 * 1024 * 1024,
      });
      if (error) throw error;
      return { status, out: stdout, error: stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  consumer.write({ 'package.json': JSON.stringify({ name: 'consumer', private: true, ...manifest }) });
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  const { status, error } = consumer.run('npm', ['install', ...flags, tarball(), ...packages]);
  if (status !== 0) throw new Error(`npm install ${packages.join(' ')}: ${error}`);
  return consumer;
}
